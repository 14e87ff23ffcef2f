"""Errors of a spreadsheet's formulas where they come as text: in csv, or copied as values."""

import re

# Microsoft's names of the errors in English, Finnish and Swedish Excel, and LibreOffice's "Err:502".
_ENGLISH = (
    "REF! N/A DIV/0! NAME? NULL! NUM! VALUE! SPILL! CALC! FIELD! BLOCKED! UNKNOWN! CONNECT! BUSY! PYTHON! GETTING_DATA"
)
_FINNISH = "VIITTAUS! PUUTTUU! PUUTTUU JAKO/0! NIMI? TYHJÄ! LUKU! ARVO! LEVIÄ! LASKE! KENTTÄ! TUNTEMATON!"
_SWEDISH = "REFERENS! SAKNAS! SAKNAS DIVISION/0! NAMN? SKÄRNING! OGILTIGT! VÄRDEFEL! SPILL! KALK! FÄLT! OKÄNT!"
_NAMES = frozenset(f"#{name}".casefold() for name in f"{_ENGLISH} {_FINNISH} {_SWEDISH}".split())
_OTHER = re.compile("#{3,}|err:[0-9]{3}", re.IGNORECASE)


def is_excel_error(text: str) -> bool:
    """Whether folded text is nothing but an error of a formula, or the ### of a column too narrow for its number."""
    if text[:1] not in "#Ee":
        return False
    return text.casefold() in _NAMES or _OTHER.fullmatch(text) is not None
