"""From which day the serial numbers of an xls or xlsb count: 1900, or 1904 as old Macs had it."""

import io
import struct
import zipfile
from collections.abc import Iterator

from analysis.intake.files.formats import BEGIN_WORKBOOK, Format
from analysis.intake.files.package_parts import DAMAGED

# Date1904 of an xls ([MS-XLS] 2.4.77), its end of a substream, and BrtWbProp of an xlsb ([MS-XLSB] 2.4.822).
_DATE_1904, _END, _WORKBOOK_PROPERTIES = 0x22, 0x0A, 0x99
_MOST_RECORDS = 2000


def counts_from_1904(data: bytes, form: Format) -> bool:
    """Whether the days of a workbook count from 1904, False if that cannot be read; ``form``: xls or xlsb."""
    try:
        if form == "xls":
            opening = BEGIN_WORKBOOK.search(data)
            records = _xls_records(data, opening.start()) if opening else iter(())
            return any(content[:1] == b"\x01" for kind, content in records if kind == _DATE_1904)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            part = archive.read("xl/workbook.bin")
        return any(
            content[:1] and content[0] & 1 for kind, content in _xlsb_records(part) if kind == _WORKBOOK_PROPERTIES
        )
    except (*DAMAGED, struct.error, IndexError):
        return False


def _xls_records(data: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """The records of a workbook's first substream from its beginning on, by type."""
    for _ in range(_MOST_RECORDS):
        kind, size = struct.unpack_from("<HH", data, place)
        if kind == _END:
            return
        yield kind, data[place + 4 : place + 4 + size]
        place += 4 + size


def _xlsb_records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a binary part by type; type and size have seven bits a byte ([MS-XLSB] 2.1.4)."""
    place = 0
    for _ in range(_MOST_RECORDS):
        kind, place = _seven_bits(data, place, 2)
        size, place = _seven_bits(data, place, 4)
        yield kind, data[place : place + size]
        place += size


def _seven_bits(data: bytes, place: int, most: int) -> tuple[int, int]:
    """A number of up to ``most`` bytes at a place, and the place behind it. IndexError at the end."""
    number = 0
    for shift in range(0, 7 * most, 7):
        byte = data[place]
        place += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            break
    return number, place
