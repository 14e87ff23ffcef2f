"""The files that a browser is served: our own scripts and styles, and plotly's bundle, each packed once.

An address holds a digest of what it stands for, so a browser may keep it for good. Addresses are relative to the
page ("assets/…"), so that the program may stand under a path of its host.
"""

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

ASSETS = Path(__file__).parent / "assets"
SMALL_BUNDLE = ASSETS / "node_modules" / "plotly.js-cartesian-dist-min" / "plotly-cartesian.min.js"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png"}
WRITTEN = {".css", ".js", ".svg"}
PARTS = ("Html", "BidiComponent", "ButtonGroup", "Button")
"""The parts of Streamlit's that pages with charts are made of, as the files of its front end are named."""
NEEDS = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')


@dataclass(frozen=True)
class Served:
    """A file as it is served: its name with the digest, media type, content plain and packed (None where no gain)."""

    name: str
    media_type: str
    plain: bytes
    packed: bytes | None

    @property
    def address(self) -> str:
        """Its address relative to the page."""
        return f"assets/{self.name}"


def served(stem: str, suffix: str, content: bytes) -> Served:
    """A content under the name that its stem, digest and suffix make; KeyError for a suffix that is not served."""
    packed = gzip.compress(content, 9, mtime=0) if suffix in WRITTEN else None
    name = f"{stem}-{hashlib.sha256(content).hexdigest()[:10]}{suffix}"
    return Served(name, TYPES[suffix], content, packed)


@cache
def own() -> dict[str, Served]:
    """The scripts, styles and pictures of ``analysis/assets`` by file name."""
    paths = (path for path in sorted(ASSETS.iterdir()) if path.suffix in TYPES)
    return {path.name: served(path.stem, path.suffix, path.read_bytes()) for path in paths}


@cache
def plotly() -> Served:
    """Plotly's bundle, its version in its name: the small one from npm, else the whole one of the plotly package."""
    return bundle(SMALL_BUNDLE if SMALL_BUNDLE.is_file() else whole_bundle())


def bundle(path: Path) -> Served:
    """A bundle of plotly as it is served; ValueError where the file does not say its version in its head."""
    content = path.read_bytes()
    version = re.search(rb"^\* plotly\.js .*?v(\d+(?:\.\d+)+)$", content[:400], re.MULTILINE)
    if not version:
        raise ValueError(f"{path} is no bundle of plotly.js")
    return served(f"plotly-{version[1].decode()}", ".js", content)


def whole_bundle() -> Path:
    """The bundle that lies in the plotly package, found without importing it; FileNotFoundError where it is not."""
    spec = find_spec("plotly")
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder) / "package_data" / "plotly.min.js"
        if path.is_file():
            return path
    raise FileNotFoundError("plotly.min.js of the plotly package")


@cache
def font() -> Path | None:
    """The font of the pages, as it lies in the streamlit package; None where it is not."""
    return next(iter(sorted((streamlit() / "media").glob("SourceSansVF-Upright*.woff2"))), None)


@cache
def early() -> tuple[str, ...]:
    """Addresses, relative to the page, of the scripts of Streamlit's that our pages need besides those of its document.

    Streamlit asks for the script of a part when the first such part comes, and then for what that script needs: one
    journey to the server after the other. Empty where Streamlit's files are no longer named as they were.
    """
    folder = streamlit() / "js"
    left = [path for part in PARTS for path in folder.glob(f"{part}.*.js")]
    found: list[Path] = []
    while left:
        path = left.pop(0)
        if path not in found and path.is_file():
            found.append(path)
            left += [folder / name for name in NEEDS.findall(path.read_text(encoding="utf-8"))]
    return tuple(f"static/js/{path.name}" for path in found)


def streamlit() -> Path:
    """The folder of the files that Streamlit serves to browsers, found without importing it."""
    spec = find_spec("streamlit")
    folder = next(iter((spec and spec.submodule_search_locations) or ()), "")
    return Path(folder) / "static" / "static"


@cache
def by_name() -> dict[str, Served]:
    """Everything that is served, by the name in its address."""
    return {each.name: each for each in (*own().values(), plotly())}
