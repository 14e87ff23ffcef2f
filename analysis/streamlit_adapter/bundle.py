"""The files of Streamlit's front end, found by their names without importing Streamlit."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

PART_SCRIPTS = ("Html", "BidiComponent", "ButtonGroup", "Button")
"""The parts that pages with charts are made of, as their scripts are named before the digest: ``Html.C1JORDN2.js``."""
TEXT_FONT, ICON_FONT = "SourceSansVF-Upright", "MaterialSymbols-Rounded"
FONTS = (TEXT_FONT, ICON_FONT)
NAMED = re.compile(r'(?:src|href)="\./(static/[\w./-]+)"')
IMPORTED = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')


def folder() -> Path:
    """The folder of what Streamlit serves to browsers; one that does not exist if Streamlit is not installed."""
    spec = find_spec("streamlit")
    package = next(iter((spec and spec.submodule_search_locations) or ()), "")
    return Path(package) / "static"


@cache
def document_files() -> tuple[str, ...]:
    """Addresses, relative to the page, of the files that Streamlit's document names. Empty if it is not there."""
    document = folder() / "index.html"
    return tuple(NAMED.findall(document.read_text(encoding="utf-8"))) if document.is_file() else ()


@cache
def part_scripts() -> tuple[str, ...]:
    """Addresses, relative to the page, of the scripts that our pages need besides those that the document names.

    Streamlit would ask for each only when its part comes. Empty if the files have other names: pages then load slower.
    """
    scripts = folder() / "static" / "js"
    queue = [path for part in PART_SCRIPTS for path in scripts.glob(f"{part}.*.js")]
    files: list[Path] = []
    while queue:
        path = queue.pop(0)
        if path not in files and path.is_file():
            files.append(path)
            queue += [scripts / name for name in IMPORTED.findall(path.read_text(encoding="utf-8"))]
    return tuple(f"static/js/{path.name}" for path in files)


@cache
def font(name: str = TEXT_FONT) -> Path | None:
    """A font of the pages (woff2), the one for text or `ICON_FONT`; None if it is called otherwise.

    Files are then set in a font of their reader's, and pages load the icons whole.
    """
    return next(iter(sorted((folder() / "static" / "media").glob(f"{name}*.woff2"))), None)
