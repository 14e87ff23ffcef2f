"""Names of columns, whose numbers begin with 1, by xlsxwriter: openpyxl takes as long to load as a check."""

from functools import cache

from xlsxwriter.utility import xl_cell_to_rowcol, xl_col_to_name


@cache
def column_letters(number: int) -> str:
    """The letters of a column: 28 is "AB"."""
    letters: str = xl_col_to_name(number - 1)
    return letters


@cache
def column_number(letters: str) -> int:
    """The number of a column: "AB" is 28."""
    _, column = xl_cell_to_rowcol(f"{letters}1")
    return int(column) + 1
