"""The command line in this process, with a store and files of its own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from analysis.__main__ import commands
from analysis.intake import Upload
from analysis.store import Store


@dataclass(frozen=True)
class Terminal:
    """A person at the terminal: a folder with files, and a store that is made when it is first needed."""

    folder: Path
    url: str

    def file(self, upload: Upload) -> str:
        """Put a file into the folder; its path."""
        path = self.folder / upload.name
        path.write_bytes(upload.data)
        return str(path)

    def run(self, *args: str) -> Result:
        """Run a command as it is typed."""
        return CliRunner().invoke(commands, args, prog_name="analysis")

    def json(self, *args: str) -> Any:
        """What a command prints with --json: one value and nothing else."""
        return json.loads(self.run(*args, "--json").stdout)

    def store(self) -> Store:
        """The store, to look into."""
        return Store.open(self.url)


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    url = f"sqlite:///{tmp_path / 'data' / 'store.sqlite'}"
    monkeypatch.setenv("KLUSTERIPULSSI_STORE", url)
    return Terminal(tmp_path, url)


@pytest.fixture
def put(terminal: Terminal) -> Callable[[Upload], str]:
    """Put a file into the folder."""
    return terminal.file
