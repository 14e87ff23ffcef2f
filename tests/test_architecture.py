"""The house as docs/architecture.md draws it: which room may import which, and what must never be in which."""

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

PLAN = """
schema, selection, settings, cache, log, links → nothing
words               → schema
changes             → schema
search              → schema
store               → schema, cache
measures            → schema, selection
charts              → words
intake              → schema, words
access              → settings, store, schema
publishing          → search_lookup, intake, changes, store, schema, words
watch               → publishing, intake, store, settings
streamlit_adapter   → settings, words
static              → streamlit_adapter, settings
sections            → measures, charts, changes, search, selection, schema, words, cache
exports             → sections, charts, changes, selection, schema, words, static
open_data           → exports, sections, charts, selection, schema, words, cache
app_services        → access, publishing, intake, exports, store, settings, schema, words
change_lookup       → sections, changes, store, schema
presentation_lookup → change_lookup, sections, store, schema, words
search_lookup       → search, store, schema, words, cache
html_parts          → presentation_lookup, search_lookup, search, access, changes, open_data, exports, sections, \
                      charts, store, selection, settings, schema, words, cache
web                 → app_services, change_lookup, open_data, presentation_lookup, search_lookup, html_parts, \
                      access, exports, sections, store, \
                      selection, settings, schema, words, streamlit_adapter, static, cache, log
pages/parts         → app_services, presentation_lookup, html_parts, access, publishing, intake, changes, exports, \
                      sections, charts, store, selection, settings, schema, words, streamlit_adapter, static, cache
pages               → pages/parts, sections
dashboard           → web, settings, pages/parts
__main__            → cli
"""
"""Which room may import which. The command line (cli) may import all of analysis but web and what web serves."""

LAYERS = {
    "analysis/sections": "context, model ← charts, filters, metrics, records ← pages ← registry ← presentation",
    "analysis/exports": "shared ← text, excel, word, powerpoint, html ← bundles",
    "pages/parts": "core ← filters, revisions ← charts ← shell, update, present ← section, history",
}
"""Within a package: its parts in layers. A part may import those of the layers before its own, and none of its own."""


def arrows(plan: str) -> dict[str, set[str]]:
    """By room: the rooms that it may import."""
    allowed: dict[str, set[str]] = {}
    for line in plan.strip().splitlines():
        left, right = (part.split(",") for part in line.split("→"))
        allowed |= {room.strip(): {each.strip() for each in right} - {"nothing"} for room in left}
    return allowed


def layers(plan: str) -> dict[str, set[str]]:
    """By part of a package: the parts that it may import."""
    allowed: dict[str, set[str]] = {}
    for layer in plan.split(" ← "):
        allowed |= {part: set(allowed) for part in layer.split(", ")}
    return allowed


ARROWS = arrows(PLAN)
ARROWS["cli"] = set(ARROWS) - {"web", "app_services", "pages", "pages/parts", "dashboard", "__main__"}

WITHIN: dict[str, dict[str, set[str]]] = {
    **{package: layers(plan) for package, plan in LAYERS.items()},
    "analysis/intake": {
        "column_names": set(),
        "check_result": {"column_names"},
        "limits": set(),
        "text": set(),
        "personal_data": {"text"},
        "issues": {"text", "personal_data"},
        "letters": set(),
        "files": {"column_names", "limits", "text", "personal_data", "letters"},
        "cells": {"text", "personal_data", "issues", "letters"},
        "tables": {"column_names", "check_result", "text", "personal_data", "issues", "files", "cells", "letters"},
        "reading": {"check_result", "limits", "text", "personal_data", "issues", "files", "cells", "tables"},
        "annotated_copy": {"check_result", "limits", "text", "personal_data", "files", "reading"},
        "reference_tables": {"check_result", "process"},
        "process": {"check_result", "limits", "files", "cells", "reading", "annotated_copy"},
    },
}
"""Within a package: which of its folders and modules may import which others of it."""
WITHIN["pages/parts"]["about"] = {"core"}

ONLY_IN: dict[str, set[str]] = {
    "plotly": {"charts"},
    "openpyxl": {"intake", "exports"},
    "xlsxwriter": {"intake", "exports"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "streamlit": {"pages", "pages/parts", "dashboard"},
    "python_calamine": {"intake"},
    "pptx": {"exports"},
    "docx": {"exports"},
    "icalendar": {"exports"},
    "resvg_py": {"exports"},
    "segno": {"exports"},
    "authlib": {"web"},
    "cachetools": {"cache"},
    "simplemma": {"search"},
    "google": {"streamlit_adapter"},
}
VAGUE = {"utils", "helpers", "common", "manager", "base", "misc"}


def sources() -> list[Path]:
    """The program's own modules."""
    return [ROOT / "dashboard.py", *sorted((ROOT / "analysis").rglob("*.py")), *sorted((ROOT / "pages").rglob("*.py"))]


def room(path: Path) -> str:
    """The room of a file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    if parts[0] == "pages":
        return "pages/parts" if parts[1] == "parts" else "pages"
    return parts[0] if parts[0] == "dashboard" else parts[1]


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of each import, those inside functions too; a relative one begins with a dot."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def target(name: str) -> str | None:
    """The room of ours that an imported name belongs to."""
    parts = name.split(".")
    if parts[0] == "analysis" and len(parts) > 1:
        return parts[1]
    if parts[0] in ("pages", "parts"):
        rest = parts[1:] if parts[0] == "pages" else parts
        return "pages/parts" if rest and rest[0] == "parts" else "pages"
    return "dashboard" if parts[0] == "dashboard" else None


def offenders(path: Path) -> Iterator[str]:
    here = room(path)
    for line, name in imported(path):
        place = f"{path.relative_to(ROOT)}:{line} imports {name}"
        there = target(name)
        if name.startswith("."):
            yield f"{place}: relative"
        elif there and there != here and there not in ARROWS.get(here, set()) and there in ARROWS:
            yield f"{place}: {here} may not import {there}"
        elif (top := name.split(".")[0]) in ONLY_IN and here not in ONLY_IN[top]:
            yield f"{place}: {top} is for {', '.join(sorted(ONLY_IN[top]))}"
        if here == "pages" and there == "pages":
            yield f"{place}: a page imports a page"


def test_no_room_imports_more_than_it_may():
    assert [each for path in sources() if room(path) != "__init__" for each in offenders(path)] == []


def test_every_room_is_in_the_plan():
    assert {room(path) for path in sources()} - {"__init__"} <= set(ARROWS)


def test_the_arrows_make_no_circle():
    assert list(TopologicalSorter(ARROWS).static_order())


def part(package: str, path: Path) -> str:
    """The folder or module directly in a package that a file belongs to; its face is `__init__`."""
    return path.relative_to(ROOT / package).with_suffix("").parts[0]


def parts(package: str) -> set[str]:
    """The folders and modules that are directly in a package, without its face."""
    return {part(package, path) for path in (ROOT / package).rglob("*.py")} - {"__init__"}


def crossings(package: str) -> Iterator[str]:
    """Imports within a package that its plan does not allow; one of the package's own face names no part of it."""
    arrows, dotted = WITHIN[package], package.replace("/", ".")
    for path in sorted((ROOT / package).rglob("*.py")):
        here = part(package, path)
        for line, name in imported(path):
            if here == "__init__" or not name.startswith(f"{dotted}."):
                continue
            there = name.removeprefix(f"{dotted}.").split(".")[0]
            if there != here and there not in arrows.get(here, set()):
                yield f"{path.relative_to(ROOT)}:{line} imports {name}: {here} may not import {there}"


@pytest.mark.parametrize("package", WITHIN)
def test_every_folder_of_the_plan_is_in_its_package_and_no_other(package: str):
    there, planned = parts(package), set(WITHIN[package])
    assert planned - there == set(), f"the plan of {package} has what is not there"
    assert there - planned == set(), f"{package} has what is not in its plan"


@pytest.mark.parametrize("package", WITHIN)
def test_no_part_of_a_package_imports_more_than_it_may(package: str):
    assert list(crossings(package)) == []


@pytest.mark.parametrize("package", WITHIN)
def test_the_arrows_within_a_package_make_no_circle(package: str):
    arrows = WITHIN[package]
    assert set(TopologicalSorter(arrows).static_order()) == set(arrows)


LATE = {
    "analysis.cli.store_errors",
    "analysis.intake.annotated_copy.issue_list",
    "analysis.intake.files.sparse_sheet",
    "analysis.intake.process.annotation_worker",
    "analysis.log",
    "analysis.publishing",
    "analysis.store",
}
"""What a check from the command line does not need, and would take as long to load as the check (decision 296)."""


def test_imports_stand_at_the_top():
    inside = [
        f"{path.relative_to(ROOT)}:{inner.lineno} {name}"
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
        for name in [inner.module or ""] * isinstance(inner, ast.ImportFrom) or [each.name for each in inner.names]
        if name not in LATE and name.split(".")[0] not in LATE
    ]
    assert inside == []


def test_nothing_walks_over_all_objects_of_the_process():
    """Such a walk hands out what another thread is still building (issue 12, D11)."""
    walks = {"get_objects", "get_referrers", "get_referents"}
    result = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if walks & {getattr(node, "attr", None), getattr(node, "id", None), getattr(node, "name", None)}
    ]
    assert result == []


def test_no_module_has_a_vague_name():
    assert [path for path in sources() if path.stem in VAGUE] == []


def test_no_page_bears_the_name_of_another_module():
    names_in_use = set(sys.stdlib_module_names) | set(packages_distributions())
    assert [path.name for path in (ROOT / "pages").iterdir() if path.stem in names_in_use] == []


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.name)
def test_a_page_reads_as_a_list(path: Path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") < 80
    nodes = list(ast.walk(ast.parse(text)))
    assert not [node for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert not {name.split(".")[0] for _, name in imported(path)} & {"pandas", "plotly"}
