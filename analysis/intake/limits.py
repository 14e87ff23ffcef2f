"""Bounds of a check, and the refusal of a file."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds of one check. Sizes are bytes; what exceeds them is refused as ``too-large``.

    ``sheet_rows`` counts the rows of a sheet that are not blank; further ``columns`` are not read; the unpacked parts
    of a file, once over ``ratio_from_bytes``, may be ``unpacked_ratio`` times its size; a sheet whose area is over
    ``sheet_cells`` is read sparsely.
    """

    file_bytes: int = 20 * MEGABYTE
    sheet_rows: int = 200_000
    columns: int = 100
    memory_bytes: int = 1024 * MEGABYTE
    seconds: float = 20
    unpacked_bytes: int = 500 * MEGABYTE
    unpacked_ratio: int = 300
    ratio_from_bytes: int = 50 * MEGABYTE
    sheet_cells: int = 10_000_000


@dataclass(eq=False)
class Refusal(Exception):
    """A file is not taken; ``code`` is one of the codes of severity "refused", ``variant`` a case of it."""

    code: str
    variant: str = ""
