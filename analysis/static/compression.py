"""Contents compressed once: by Brotli and gzip, kept in a folder beside the store for the next start."""

import gzip
import hashlib
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import brotli

from analysis.settings import ROOT

FOLDER = ROOT / "data" / "store" / "compressed"
ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=11, mode=brotli.MODE_TEXT),
    "gzip": lambda content: gzip.compress(content, 9, mtime=0),
}
"""By the name that HTTP has for it (RFC 9110, RFC 7932), the smallest first: how a content is compressed."""


def compressed(content: bytes, folder: Path = FOLDER) -> dict[str, bytes]:
    """A content in each encoding, those alone that make it smaller; from the folder what is there already."""
    digest = hashlib.sha256(content).hexdigest()
    every = {name: once(f"{digest}.{name}", partial(compress, content), folder) for name, compress in ENCODINGS.items()}
    return {name: each for name, each in every.items() if len(each) < len(content)}


def once(key: str, make: Callable[[], bytes], folder: Path = FOLDER) -> bytes:
    """What ``make`` gives for a key, from the folder if it is there.

    A folder that cannot be read or written costs time and nothing else. A file appears whole or not at all, so several
    servers may begin at once.
    """
    path = folder / key
    with suppress(OSError):
        return path.read_bytes()
    content = make()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)
    return content
