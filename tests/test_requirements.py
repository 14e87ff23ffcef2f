"""What is installed to run is pinned with hashes, all that the direct requirements need included."""

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from analysis.settings import ROOT

LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
ENTRIES = [each for each in re.split(r"\n(?=\S)", LOCK.strip()) if not each.startswith("#")]


def test_every_requirement_is_pinned_with_hashes():
    lacking = [each.splitlines()[0] for each in ENTRIES if "==" not in each or "--hash=sha256:" not in each]
    assert lacking == [], "put it into pyproject.toml and run `make lock`"


def test_the_lock_holds_what_the_project_names():
    named = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    direct = {(canonicalize_name(each.name), str(each.specifier)) for each in map(Requirement, named)}
    locked = [Requirement(each.split("\n")[0].removesuffix("\\").strip()) for each in ENTRIES]
    assert direct <= {(canonicalize_name(each.name), str(each.specifier)) for each in locked}, "run `make lock`"


def test_no_host_of_a_registry_stands_in_the_lock():
    assert not re.search(r"https?://|index-url|find-links", LOCK)
