"""What a workbook's own properties say: from which revision it was taken, that it is a worklist."""

import io
import zipfile

from analysis.intake.files.formats import Format
from analysis.intake.files.package_parts import DAMAGED, PackageParts
from analysis.schema.tables import ORIGIN_PROPERTY

_PARTS = {"xlsx": "docProps/custom.xml", "ods": "meta.xml"}


def workbook_property(data: bytes, form: Format, name: str = ORIGIN_PROPERTY) -> str | None:
    """The text of a property, None if the file has none: of an xlsx a custom property, of an ods user-defined meta
    data (ECMA-376-1, 22.3; OpenDocument 1.3, 4.3.2.19)."""
    if form not in _PARTS:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = PackageParts.of(archive).xml(_PARTS[form])
    except DAMAGED:
        return None
    for element in root.iter() if root is not None else ():
        if name in element.attrib.values():
            return "".join(element.itertext()).strip() or None
    return None
