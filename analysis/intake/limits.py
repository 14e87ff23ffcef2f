"""How much a check may cost, and what ends it."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds of one check. Sizes are bytes; what goes beyond is refused as ``too-large``, but for ``columns``.

    ``sheet_rows`` counts the rows of a sheet that are not blank; ``columns`` of a sheet are read and no more;
    ``unpacked_ratio`` is how much larger than the file its unpacked parts may be, once they are over 50 MB;
    ``sheet_cells`` is the area that the quick reader may lay out: a wider or longer sheet is read sparsely.
    """

    file_bytes: int = 20 * MEGABYTE
    sheet_rows: int = 200_000
    columns: int = 100
    memory_bytes: int = 1024 * MEGABYTE
    seconds: float = 20
    unpacked_bytes: int = 500 * MEGABYTE
    unpacked_ratio: int = 300
    sheet_cells: int = 10_000_000

    @classmethod
    def of(cls, *, file_mb: int, sheet_rows: int, check_mb: int, check_seconds: float) -> "Limits":
        """The limits from the settings of the same names."""
        return cls(file_mb * MEGABYTE, sheet_rows, memory_bytes=check_mb * MEGABYTE, seconds=check_seconds)


class Refusal(Exception):
    """A file is not taken; ``code`` is one of the codes of severity "refused"."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
