"""The format of a file, by its content; its name decides only between damaged and foreign."""

import io
import re
import struct
import zipfile
from collections.abc import Mapping
from pathlib import PurePath
from typing import Literal

from analysis.intake.files.package_parts import DAMAGED, PackageParts, comparable_name, slashed
from analysis.intake.limits import Limits, Refusal

Format = Literal["xlsx", "xlsb", "xls", "ods", "text"]

LOCK_FILE = "lock-file"
# Of Excel and of LibreOffice.
_LOCK_NAME = re.compile(r"~\$.*|\.~lock\..*#", re.DOTALL)
WORKBOOK_ENDINGS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The beginning of a compound file, as old workbooks and locked ones are."""
_FOREIGN = (
    *(b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"PAR1", b"BZh"),
    *(b"{\\rtf", b"\x7fELF", b"\xfd7zXZ", b"SQLite format 3"),
)
# Streams of a compound file as its directory names them: UTF-16 ([MS-CFB] 2.6.1).
_ENCRYPTED, _WORD, _SLIDES, _WORKBOOK, _BOOK = (
    name.encode("utf-16-le") for name in ("EncryptedPackage", "WordDocument", "PowerPoint Document", "Workbook", "Book")
)
# The record BOF of a workbook in BIFF8 or BIFF5, and the type of FilePass.
BEGIN_WORKBOOK = re.compile(rb"\x09\x08[\x10\x08]\x00\x00[\x05\x06]\x05\x00")
_FILE_PASS = 0x2F
# Entities that grow, or that name files of the server, can be declared in a document type alone, which neither format
# allows (ECMA-376-2, 9.1.1).
_DOCTYPE = re.compile(b"|".join("<!DOCTYPE".encode(each) for each in ("ascii", "utf-16-le", "utf-16-be")))
_WITH_CELLS: Mapping[str, re.Pattern[str]] = {
    "ods": re.compile(r"content\.xml"),
    "xlsx": re.compile(r"(?!docProps/|customXml/).*\.(?:xml|rels)", re.IGNORECASE),
}
# The root of the workbook's part in XML, and the first record of it in the binary form (BrtBeginBook, [MS-XLSB]).
_ROOT = re.compile(rb"<(?:\w+:)?workbook[\s>]")
_BEGIN_BOOK = b"\x83\x01"
_USUAL: Mapping[str, Format] = {"xl/workbook.bin": "xlsb", "xl/workbook.xml": "xlsx"}
"""The format by the usual name of the workbook's part, if that is damaged."""
_MANIFEST = "META-INF/manifest.xml"
_HEAD = 4096


def format_of(name: str, data: bytes, limits: Limits) -> Format:
    """The format of a file's bytes. Raises Refusal if it is none of ours, damaged, locked or too large, or if it is
    the file by which a spreadsheet program marks that another one is open (the variant is `LOCK_FILE`)."""
    if len(data) > limits.file_bytes:
        raise Refusal("too-large")
    if len(data) < _HEAD and _LOCK_NAME.fullmatch(PurePath(name).name) and not data.startswith((*_ZIP, COMPOUND)):
        raise Refusal("unreadable-file", LOCK_FILE)
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\0\t\r\n ;,"):
        raise Refusal("unreadable-file")
    if data.startswith(_ZIP):
        return _in_zip(data, limits)
    if data.startswith(COMPOUND):
        return _in_compound(name, data)
    if data.startswith(_FOREIGN):
        raise Refusal("unsupported-format")
    return "text"


def unknown_format(name: str) -> Refusal:
    """The refusal of bytes of no known format: a damaged workbook if the name has the ending of one, else foreign."""
    is_workbook = PurePath(name).suffix.casefold() in WORKBOOK_ENDINGS
    return Refusal("unreadable-file" if is_workbook else "unsupported-format")


def _in_zip(data: bytes, limits: Limits) -> Format:
    """The format of a zip archive. Raises Refusal if it is too large, locked, damaged or declares a document type."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            unpacked_size = sum(part.file_size for part in parts)
            bomb = unpacked_size > limits.ratio_from_bytes and unpacked_size > len(data) * limits.unpacked_ratio
            if bomb or unpacked_size > limits.unpacked_bytes:
                raise Refusal("too-large")
            # OpenDocument keeps its parts encrypted one by one and says so in the manifest.
            is_locked = _MANIFEST in names and b"encryption-data" in archive.read(_MANIFEST)
            if is_locked or any(part.flag_bits & 1 for part in parts):
                raise Refusal("password-protected")
            form = _of_parts(archive)
            if not form:
                raise Refusal("unsupported-format")
            pattern = _WITH_CELLS["ods" if form == "ods" else "xlsx"]
            with_cells = (name for name in names if pattern.fullmatch(slashed(name)))
            if any(_DOCTYPE.search(archive.open(name).read(_HEAD)) for name in with_cells):
                raise Refusal("unreadable-file")
            return form
    except DAMAGED as error:
        raise Refusal("unreadable-file") from error


def _of_parts(archive: zipfile.ZipFile) -> Format | None:
    """The format of an archive by its main part, None if it is no workbook."""
    parts = PackageParts.of(archive)
    if main := parts.workbook():
        head = archive.open(main).read(_HEAD)
        by_name: Format | None = _USUAL.get(comparable_name(main))
        return "xlsb" if head.startswith(_BEGIN_BOOK) else "xlsx" if _ROOT.search(head.replace(b"\0", b"")) else by_name
    if "content.xml" not in archive.NameToInfo:
        return None
    has_type = "mimetype" in archive.NameToInfo
    return None if has_type and b"spreadsheet" not in archive.read("mimetype") else "ods"


def _in_compound(name: str, data: bytes) -> Format:
    """The format of a compound file. Raises Refusal if it is no workbook or locked."""
    if _ENCRYPTED in data:
        raise Refusal("password-protected")
    if _WORD in data or _SLIDES in data:
        raise Refusal("unsupported-format")
    if _WORKBOOK not in data and _BOOK not in data:
        raise unknown_format(name)
    # A locked workbook has the record FilePass among its first ([MS-XLS] 2.1.7.20.1, 2.4.117).
    opening = BEGIN_WORKBOOK.search(data)
    place = opening.start() if opening else len(data)
    for _ in range(4):
        if place + 4 > len(data):
            break
        kind, size = struct.unpack_from("<HH", data, place)
        if kind == _FILE_PASS:
            raise Refusal("password-protected")
        place += 4 + size
    return "xls"
