"""Sentences in stretches, so that a page can set what the reader looks for in bold."""

from analysis.sections.model.model import TextSpan

_BEGIN, _END = "\ue000", "\ue001"


def strong(text: str) -> str:
    """A value that is put into a sentence and stands out there; the sentence then goes through `parts`."""
    return f"{_BEGIN}{text}{_END}"


def spans(text: str) -> tuple[TextSpan, ...]:
    """A sentence in its stretches."""
    pieces = text.replace(_END, _BEGIN).split(_BEGIN)
    return tuple(TextSpan(piece, bool(number % 2)) for number, piece in enumerate(pieces) if piece)


def plain_text(stretches: tuple[TextSpan, ...]) -> str:
    """The sentence of the stretches."""
    return "".join(part.text for part in stretches)
