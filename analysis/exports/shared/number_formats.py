"""Formats of numbers in Office files: grouped as on the pages, in whatever language the office program is.

The separator of ``#,##0`` is that of the program: an English one shows 9,430 where the page says 9 430. Here it is a
literal no-break space, which all three languages use. The decimal sign of a cell that stays a number is the program's.
"""

from analysis.words.language import NO_BREAK

GAP = f'"{NO_BREAK}"'
# Three sections by size; the smallest comes first, since a later one loses the sign of a number.
WHOLE, DECIMAL = (f"[<1000]0{end};[<1000000]0{GAP}000{end};0{GAP}000{GAP}000{end}" for end in ("", ".0"))
