"""A package of a workbook rewritten to the names of parts that readers want."""

import codecs
import io
import posixpath
import re
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import quoteattr

from analysis.intake.files.package_parts import ROOT_RELATIONS, PackageParts, Relation, comparable_name, slashed

TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.{}+xml"
_TYPE_OF = {kind: _SHEET_TYPE.format(kind) for kind in ("worksheet", "styles", "sharedStrings", "table", "comments")}
_TYPE_OF["officeDocument"] = _SHEET_TYPE.format("sheet.main")
_TYPE_OF |= {each: f"application/vnd.openxmlformats-officedocument.{each}+xml" for each in ("theme", "drawing")}
# Where parts mostly lie, by the last word of their relation's type; of those with a whole name there is one alone.
_NAME_OF = {"officeDocument": "xl/workbook", "sharedStrings": "xl/sharedStrings", "styles": "xl/styles"}
_NAME_OF["custom-properties"] = "docProps/custom"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_FOLDER_OF = {
    **{kind: f"xl/{kind}s" for kind in ("worksheet", "table", "threadedComment", "person", "drawing", "chart")},
    **{"theme": "xl/theme", "comments": "xl/comments", "vmlDrawing": "xl/drawings", "image": "xl/media"},
}


def with_usual_names(data: bytes) -> bytes:
    """A package of a workbook with the names that readers want; the same bytes if it has them already."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = PackageParts.of(archive)
        kinds = _kinds(parts)
        new = _new_names(parts, kinds)
        whole = {TYPES, ROOT_RELATIONS} <= set(archive.namelist())
        usual = whole and all(new[name] == name for name in kinds) and not _odd_targets(archive, kinds)
        if usual and not any(_is_odd(archive, part) for part in archive.infolist()):
            return data
        return _rewritten(parts, kinds, new)


def _kinds(parts: PackageParts) -> dict[str, str]:
    """The kind of each part that the package's relations lead to, by its name in the archive."""
    main = parts.workbook()
    kinds = {each.target: each.kind for each in parts.relations("") if each.inside}
    kinds |= {main: "officeDocument"} if main else {}
    waiting = list(kinds)
    while waiting:
        for each in parts.relations(waiting.pop()):
            if each.inside and each.target not in kinds:
                kinds[each.target] = each.kind
                waiting.append(each.target)
    return kinds


def _new_names(parts: PackageParts, kinds: Mapping[str, str]) -> dict[str, str]:
    """The usual name of every part by its name in the archive, each another one."""
    new: dict[str, str] = {}
    taken: set[str] = set()
    for old in sorted(parts.names.values(), key=lambda name: name not in kinds):
        path, kind = slashed(old), kinds.get(old, "")
        file = posixpath.basename(path)
        if kind in _NAME_OF:
            path = f"{_NAME_OF[kind]}{posixpath.splitext(file)[1]}"
        elif kind in _FOLDER_OF and not path.startswith(_FOLDER_OF[kind]):
            path = f"{_FOLDER_OF[kind]}/{file}"
        while path.casefold() in taken:
            path = posixpath.join(posixpath.dirname(path), f"_{posixpath.basename(path)}")
        new[old] = path
        taken.add(path.casefold())
    return new


def _odd_targets(archive: zipfile.ZipFile, kinds: Mapping[str, str]) -> bool:
    """Whether a relation of the package or its workbook is written otherwise than readers understand."""
    files = [ROOT_RELATIONS, *(f"xl/_rels/{name[3:]}.rels" for name, kind in kinds.items() if kind == "officeDocument")]
    texts = [archive.read(name) for name in files if name in archive.NameToInfo]
    return any(b"\\" in text or b'Target="./' in text for text in texts)


def _is_odd(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part is packed otherwise than readers unpack it, or XML in UTF-16, which they read as nothing."""
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return True
    if not part.filename.lower().endswith((".xml", ".rels")):
        return False
    with archive.open(part) as file:
        return file.read(2) in _UTF_16


def _rewritten(parts: PackageParts, kinds: Mapping[str, str], new: Mapping[str, str]) -> bytes:
    """The package with new names for its parts, and its relations and types of content by them."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(TYPES, _content_types(parts, kinds, new))
        archive.writestr(ROOT_RELATIONS, _relations_xml(parts.relations("") or _to_workbook(parts), new, ""))
        for old, name in new.items():
            if name.endswith((".rels", TYPES, "/")):
                continue
            with parts.archive.open(old) as source, archive.open(name, "w") as target:
                head = source.read(2)
                if head in _UTF_16:
                    target.write(_DECLARATION.sub("", (head + source.read()).decode("utf-16"), count=1).encode())
                else:
                    target.write(head)
                    shutil.copyfileobj(source, target)
            if relations := parts.relations(old):
                folder, base = posixpath.split(name)
                archive.writestr(
                    posixpath.join(folder, "_rels", f"{base}.rels"), _relations_xml(relations, new, folder)
                )
    return file.getvalue()


def _to_workbook(parts: PackageParts) -> list[Relation]:
    """The relation that a package lacks which has a workbook of the usual name."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main = parts.workbook()
    return [Relation("rId1", "officeDocument", kind, main, inside=True)] if main else []


def _relations_xml(relations: Sequence[Relation], new: Mapping[str, str], folder: str) -> str:
    """The relations of a part in a folder, their targets by new names."""
    lines = []
    for each in relations:
        target = posixpath.relpath(f"/{new[each.target]}", f"/{folder}") if each.inside else each.target
        mode = "" if each.inside else ' TargetMode="External"'
        attributes = f"Id={quoteattr(each.id)} Type={quoteattr(each.type)} Target={quoteattr(target)}"
        lines.append(f"<Relationship {attributes}{mode}/>")
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(lines)}</Relationships>'


def _content_types(parts: PackageParts, kinds: Mapping[str, str], new: Mapping[str, str]) -> str:
    """The types of content by the new names; where the package says none, those of the kinds of its parts."""
    types = {name: _TYPE_OF[kind] for name, kind in kinds.items() if kind in _TYPE_OF}
    endings = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    found = parts.xml(TYPES)
    for each in found if found is not None else ():
        kind = each.get("ContentType", "")
        if each.get("Extension"):
            endings[each.get("Extension", "")] = kind
        elif name := parts.names.get(comparable_name(each.get("PartName", ""))):
            types[name] = kind
    defaults = [f"<Default Extension={quoteattr(end)} ContentType={quoteattr(kind)}/>" for end, kind in endings.items()]
    overrides = [
        f"<Override PartName={quoteattr('/' + new[name])} ContentType={quoteattr(kind)}/>"
        for name, kind in types.items()
    ]
    return f'<Types xmlns="{_CONTENT_TYPES}">{"".join(defaults)}{"".join(overrides)}</Types>'
