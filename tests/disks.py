"""A small disk for the tests: it can be filled, and be made one that nobody may write to."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from errno import ENOSPC
from pathlib import Path

from sqlalchemy import Engine, event

SIZE = "4m"


@dataclass(frozen=True)
class Disk:
    """A folder on a file system of its own; where none can be mounted, SQLite's own limits stand for it."""

    folder: Path
    mounted: bool

    @contextmanager
    def full(self) -> Iterator[None]:
        """Nothing more goes onto it: not a byte; without a mount, no page more into a database opened meanwhile."""
        if not self.mounted:
            with _pragma("max_page_count = 1"):
                yield
            return
        filling = self.folder / "filling"
        with filling.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError as error:
                assert error.errno == ENOSPC
        yield
        filling.unlink()

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """Nothing can be written to it; without a mount, to no database opened meanwhile."""
        if not self.mounted:
            with _pragma("query_only = ON"):
                yield
            return
        self._remounted("ro")
        yield
        self._remounted("rw")

    def _remounted(self, mode: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{mode}", str(self.folder)], check=True, capture_output=True)


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """A disk in this folder, which is made; taken away at the end."""
    folder.mkdir()
    with suppress(OSError, subprocess.CalledProcessError):
        command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
        subprocess.run(command, check=True, capture_output=True)
    mounted = folder.is_mount()
    yield Disk(folder, mounted)
    if mounted:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def _pragma(text: str) -> Iterator[None]:
    """Each connection that is opened meanwhile is limited so."""

    def limited(connection, record) -> None:
        connection.execute(f"PRAGMA {text}")

    event.listen(Engine, "connect", limited)
    yield
    event.remove(Engine, "connect", limited)
