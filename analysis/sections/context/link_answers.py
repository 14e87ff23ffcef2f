"""What became of asking the links of the data, as sections need it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LinkAnswers:
    """``day``: the ISO day on which links were asked last; ``dead``: the links that lead nowhere, each with the ISO day
    on which it was asked."""

    day: str
    dead: tuple[tuple[str, str], ...] = ()
