"""The files that a browser is served: our own scripts and styles, and plotly's bundle, each compressed once.

An address holds a digest of its content, so a browser may keep it for good. Addresses are relative to the page
("assets/…"), so that the program may be under a path of its host.
"""

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from analysis.streamlit_adapter import bundle as streamlit_bundle

ASSETS = Path(__file__).parent / "assets"
SMALL_BUNDLE = ASSETS / "node_modules" / "plotly.js-cartesian-dist-min" / "plotly-cartesian.min.js"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png"}
COMPRESSED = {".css", ".js", ".svg"}


@dataclass(frozen=True)
class StaticFile:
    """A file as it is served: its name with the digest, its address relative to the page, its media type, and its
    content, plain and compressed (None: it is served plain)."""

    name: str
    address: str
    media_type: str
    plain: bytes
    gzip_content: bytes | None


def static_file(stem: str, suffix: str, content: bytes) -> StaticFile:
    """A content under the name that its stem, digest and suffix make; KeyError for a suffix that is not served."""
    compressed = gzip.compress(content, 9, mtime=0) if suffix in COMPRESSED else None
    name = f"{stem}-{hashlib.sha256(content).hexdigest()[:10]}{suffix}"
    return StaticFile(name, f"assets/{name}", TYPES[suffix], content, compressed)


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


@cache
def files_by_name() -> dict[str, StaticFile]:
    """Everything that is served, by the name in its address."""
    return {each.name: each for each in (*own_files().values(), plotly_bundle())}


def whole_bundle() -> Path:
    """The bundle in the plotly package, found without importing it; FileNotFoundError if there is none."""
    spec = find_spec("plotly")
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder) / "package_data" / "plotly.min.js"
        if path.is_file():
            return path
    raise FileNotFoundError("plotly.min.js of the plotly package")


def font() -> Path | None:
    """The font of the pages (woff2); None if Streamlit's files do not hold it."""
    return streamlit_bundle.font()
