"""The parts of an Office package (ECMA-376 part 2), found by its relations and not by the names that they mostly have.

Excel asks for no names: a workbook may be `workbook2.xml`, lie at the root, or be written with the other slash. Readers
that want the usual names get a package rewritten to them (`usual_package`).
"""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

DAMAGED = (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, EOFError, RuntimeError, KeyError)
"""What the standard library raises on a damaged archive or part of one."""
UNREADABLE = (*DAMAGED, ParseError, DefusedXmlException, AttributeError)
"""What is raised by a part that is damaged or no XML."""
ROOT_RELATIONS = "_rels/.rels"


class Relation(NamedTuple):
    """A relation of a part: its id, the last word of its type, its whole type, its target, and whether that is a part
    of the package (then by its name there)."""

    id: str
    kind: str
    type: str
    target: str
    inside: bool


@dataclass(frozen=True)
class PackageParts:
    """The parts of an open package; ``names``: their names in the archive by name with one kind of slash and case."""

    archive: zipfile.ZipFile
    names: Mapping[str, str]

    @classmethod
    def of(cls, archive: zipfile.ZipFile) -> "PackageParts":
        """The parts of an archive."""
        return cls(archive, {comparable_name(name): name for name in reversed(archive.namelist())})

    def xml(self, part: str) -> Element | None:
        """The root of a part by its name in the archive or a usual one, None if it is not there or no XML."""
        name = self.names.get(comparable_name(part))
        if not name:
            return None
        try:
            root: Element = fromstring(self.archive.read(name))
        except UNREADABLE:
            return None
        return root

    def workbook(self) -> str | None:
        """The name in the archive of the package's main part, that of a workbook where no relation names it."""
        main = (each.target for each in self.relations("") if each.kind == "officeDocument" and each.inside)
        usual = (self.names[name] for name in ("xl/workbook.xml", "xl/workbook.bin") if name in self.names)
        return next(main, None) or next(usual, None)

    def relations(self, part: str) -> list[Relation]:
        """The relations of a part by its name in the archive, "" is the package; those to absent parts are left out."""
        folder, name = posixpath.split(slashed(part))
        found = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        return list(self._relations(found, folder)) if found is not None else []

    def _relations(self, element: Element, folder: str) -> Iterator[Relation]:
        for each in element:
            target, kind = each.get("Target", ""), each.get("Type", "")
            own = each.get("Id", ""), kind.rpartition("/")[2], kind
            if each.get("TargetMode") == "External":
                yield Relation(*own, target, inside=False)
                continue
            path = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/")))
            places = (self.names.get(comparable_name(way)) for way in (path, unquote(path)))
            if place := next(filter(None, places), None):
                yield Relation(*own, place, inside=True)


def slashed(name: str) -> str:
    """A name with the slashes that archives have, from the root."""
    return name.replace("\\", "/").lstrip("/")


def comparable_name(name: str) -> str:
    """A name in the form in which names of parts are equal (ECMA-376 part 2, 9.1.1.1.1)."""
    return slashed(name).casefold()
