"""Drop-down lists that take their words from another sheet: Excel keeps them in an extension that openpyxl leaves out.

Whoever works on our own template has such lists, so they are taken from the workbook and put back into its copy.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, register_namespace, tostring

from defusedxml.ElementTree import fromstring

from analysis.intake.package import WORKBOOK, sheets_of

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LISTS = b"{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"
_REVISION = "{http://schemas.microsoft.com/office/spreadsheetml/2014/revision}"
_EXTENSIONS = re.compile(rb"<(?:\w+:)?extLst\b")
_URI = re.compile(rb"<(?:\w+:)?ext\b[^>]*\buri\s*=\s*[\"']([^\"']*)")
_END = b"</worksheet>"

for prefix, address in (
    ("", MAIN),
    ("x14", "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"),
    ("xm", "http://schemas.microsoft.com/office/excel/2006/main"),
):
    register_namespace(prefix, address)


def only_lists(xml: bytes) -> bool:
    """Whether a sheet has no extensions, or such lists alone."""
    places = [match.start() for match in _EXTENSIONS.finditer(xml)]
    return not places or (len(places) == 1 and {each.upper() for each in _URI.findall(xml, places[0])} == {LISTS})


def lists_of(data: bytes) -> dict[str, bytes]:
    """The lists of each sheet that has some, as XML, by the sheet's name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = {name: _lists(archive.read(part)) for name, part in _parts(archive)}
    return {name: xml for name, xml in found.items() if xml}


def with_lists(data: bytes, lists: Mapping[str, bytes]) -> bytes:
    """The workbook with these lists put into its sheets."""
    if not lists:
        return data
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        wanted = {part: lists[name] for name, part in _parts(old) if name in lists}
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(_END, wanted[name] + _END) if name in wanted else part)
    return file.getvalue()


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    yield from sheets_of(archive, fromstring(archive.read(WORKBOOK)))


def _lists(xml: bytes) -> bytes:
    if not _EXTENSIONS.search(xml):
        return b""
    found: Element | None = fromstring(xml).find(f"{{{MAIN}}}extLst")
    if found is None:
        return b""
    for element in found.iter():
        for name in [each for each in element.attrib if each.startswith(_REVISION)]:
            del element.attrib[name]
    found.tail = None
    packed: bytes = tostring(found)
    return packed
