"""Two things that a newcomer follows through the code: how many files each of them takes (`python -m tests.walks`)."""

import json
import subprocess
import sys

import pytest

from tests.walks import ROOT, WALKS

MOST_FILES = {"chart": 12, "cell": 23}
"""What the walks take today. That of the cell took twenty before files came as other programs make them: keys of rows,
rules of rows and what the days of a column have in common are looked at in every file since, also where all is well."""


@pytest.fixture(scope="module")
def walks() -> dict[str, dict[str, list[str]]]:
    """Both, each in a process where nothing was called before, since caches would hide a part of the way."""

    def walk(name: str) -> dict[str, list[str]]:
        command = [sys.executable, "-m", "tests.walks", name, "--json"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
        return json.loads(done.stdout)[name]

    return {name: walk(name) for name in WALKS}


@pytest.mark.parametrize("name", WALKS)
def test_a_walk_takes_few_files(walks, name):
    assert len(walks[name]) <= MOST_FILES[name], list(walks[name])


def test_the_walks_go_all_the_way(walks):
    assert any("figure" in names for names in walks["chart"].values())
    assert next(iter(walks["cell"].values()))[0] == "read"
    assert any("issue_text" in names for names in walks["cell"].values())
