"""Formats of numbers in Office files: grouped as on the pages, in whatever language the office program is.

The separator of ``#,##0`` is that of the program: an English one shows 9,430 where the Finnish page says 9 430. Here it
is a literal, that of the language of the file. The decimal sign of a cell that stays a number is the program's.
"""

from analysis.schema import Language
from analysis.words.language import THOUSANDS


def _by_language(end: str) -> dict[Language, str]:
    """The format in each language, with ``end`` behind the last digit before the decimals.

    Three sections by size; the smallest comes first, since a later one loses the sign of a number.
    """
    formats: dict[Language, str] = {}
    for language, sign in THOUSANDS.items():
        gap = f'"{sign}"'
        formats[language] = f"[<1000]0{end};[<1000000]0{gap}000{end};0{gap}000{gap}000{end}"
    return formats


WHOLE, DECIMAL = _by_language(""), _by_language(".0")
