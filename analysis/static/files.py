"""The files that a browser is served: our scripts and styles, plotly's bundle, and what pages need of Streamlit's."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from analysis.static import fonts
from analysis.streamlit_adapter import bundle as streamlit_bundle

ASSETS = Path(__file__).parents[1] / "assets"
SMALL_BUNDLE = ASSETS / "node_modules" / "plotly.js-cartesian-dist-min" / "plotly-cartesian.min.js"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
TEXTS = {".css", ".js", ".svg"}
"""What becomes smaller by compression."""
LARGEST = 400_000
"""Bytes of a file of Streamlit's that is compressed though no page asks for it at once. Larger ones draw what no page
has, such as diagrams and maps on a globe."""


@dataclass(frozen=True)
class StaticFile:
    """A file as it is served: its name, its address relative to the page, its media type and its content.

    ``is_for_good``: its name holds a digest of its content, so a browser never asks again.
    """

    name: str
    address: str
    media_type: str
    content: bytes
    is_for_good: bool = True


def static_file(stem: str, suffix: str, content: bytes) -> StaticFile:
    """A content under the name that its stem, digest and suffix make; KeyError for a suffix that is not served."""
    name = f"{stem}-{hashlib.sha256(content).hexdigest()[:10]}{suffix}"
    return StaticFile(name, f"assets/{name}", TYPES[suffix], content)


@cache
def own_files() -> dict[str, StaticFile]:
    """The scripts, styles and pictures of ``analysis/assets`` by file name."""
    paths = (path for path in sorted(ASSETS.iterdir()) if path.suffix in TYPES)
    return {path.name: static_file(path.stem, path.suffix, path.read_bytes()) for path in paths}


@cache
def plotly_bundle(path: Path | None = None) -> StaticFile:
    """Plotly's bundle, its version in its name; ValueError if the file does not say its version in its head.

    ``path``: its file; without it the small one from npm, else the whole one of the plotly package.
    """
    file = path or (SMALL_BUNDLE if SMALL_BUNDLE.is_file() else whole_bundle())
    content = file.read_bytes()
    version = re.search(rb"^\* plotly\.js .*?v(\d+(?:\.\d+)+)$", content[:400], re.MULTILINE)
    if not version:
        raise ValueError(f"{file} is no bundle of plotly.js")
    return static_file(f"plotly-{version[1].decode()}", ".js", content)


def streamlit_files() -> Iterator[StaticFile]:
    """Streamlit's files under the names that it gave them: what pages need at once first, then whatever is not large.

    The two fonts of pages hold what pages need of them. Nothing is given of a file whose kind is not served.
    """
    root = streamlit_bundle.folder()
    fonts_of_pages = [path for path in map(streamlit_bundle.font, streamlit_bundle.FONTS) if path]
    first = [*streamlit_bundle.document_files(), *streamlit_bundle.part_scripts()]
    first += [path.relative_to(root).as_posix() for path in fonts_of_pages]
    others = [path.relative_to(root).as_posix() for path in sorted((root / "static").rglob("*")) if path.is_file()]
    for address in dict.fromkeys((*first, *others)):
        path = root / address
        if path.suffix in TYPES and path.is_file() and (address in first or path.stat().st_size <= LARGEST):
            is_for_good = path not in fonts_of_pages
            yield StaticFile(path.name, address, TYPES[path.suffix], fonts.for_pages(path), is_for_good)


def whole_bundle() -> Path:
    """The bundle in the plotly package, found without importing it; FileNotFoundError if there is none."""
    spec = find_spec("plotly")
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder) / "package_data" / "plotly.min.js"
        if path.is_file():
            return path
    raise FileNotFoundError("plotly.min.js of the plotly package")


def font() -> Path | None:
    """The font of the pages (woff2), whole; None if Streamlit's files do not hold it."""
    return streamlit_bundle.font()
