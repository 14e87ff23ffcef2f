"""Dockerfile and compose.yaml, without an engine: what they name is there, and what they run runs in a fresh tree."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import yaml

from analysis.settings import PREFIX, ROOT, SETTINGS
from tests.browser.serving import HERE, free_port, serving

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
LINES = re.sub(r"\\\n\s*", "", DOCKERFILE).splitlines()
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8").split("\n")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
CADDYFILE = (ROOT / "docs" / "operations" / "Caddyfile").read_text(encoding="utf-8")
PLACE = "/srv/klusteripulssi"


def instructions(name: str) -> list[str]:
    """What follows each instruction of a name, in order."""
    return [line.partition(" ")[2] for line in LINES if line.startswith(f"{name} ")]


def in_context(path: Path) -> bool:
    """Whether a file reaches the engine; the last rule that fits decides."""
    name, is_in = path.relative_to(ROOT).as_posix(), True
    for rule in (each for each in IGNORED if each and not each.startswith("#")):
        pattern = rule.lstrip("!")
        parts = [name, *(each.as_posix() for each in Path(name).parents)]
        if any(fnmatch(part, pattern) or fnmatch(f"x/{part}", pattern.replace("**/", "*/")) for part in parts):
            is_in = rule.startswith("!")
    return is_in


def image(folder: Path) -> Path:
    """The tree of the last stage, as its COPY lines make it of files that git has."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    files = [ROOT / each for each in listed.splitlines() if in_context(ROOT / each)]
    for line in (each for each in instructions("COPY") if not each.startswith("--from")):
        *sources, target = line.split()
        for source in sources:
            for file in files:
                if file == ROOT / source or (ROOT / source) in file.parents:
                    copy = folder / (
                        file.relative_to(ROOT) if target == source or target == "./" else target.strip("/")
                    )
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(file, copy)
    (folder / "data" / "store").mkdir()
    return folder


def test_what_is_copied_starts_and_finds_itself_well(tmp_path: Path):
    program, port = image(tmp_path / "image"), free_port()
    assert not list(program.glob("tests")) and not list(program.glob("docs"))
    command = json.loads(instructions("CMD")[-1])
    assert command[:5] == ["python", "-m", "streamlit", "run", "dashboard.py"]
    (check,) = (json.loads(each.partition("CMD ")[2]) for each in instructions("HEALTHCHECK"))
    source = check[-1].replace("127.0.0.1:8501", f"{HERE}:{port}")
    with serving(tmp_path, *command[5:7], f"--server.address={HERE}", program=program, port=port) as server:
        well = subprocess.run([sys.executable, "-c", source], check=False)
        below = {"STREAMLIT_SERVER_BASE_URL_PATH": "/klusterit/"}
        elsewhere = subprocess.run([sys.executable, "-c", source], env=below, check=False, stderr=subprocess.DEVNULL)
    assert (well.returncode, elsewhere.returncode, server.log.exists()) == (0, 1, True)


def test_the_dockerfile_is_written_as_such_files_are():
    found = subprocess.run([Path(sys.executable).with_name("hadolint"), ROOT / "Dockerfile"], check=False)
    assert found.returncode == 0


def test_it_runs_as_nobody_and_keeps_nothing_but_its_store():
    assert instructions("USER") == ["10001"] and instructions("VOLUME") == [f"{PLACE}/data/store"]
    assert not in_context(ROOT / "data" / "store" / "klusteripulssi.sqlite")
    assert not in_context(ROOT / "analysis" / "assets" / "node_modules" / "x.js") and not in_context(ROOT / ".env")
    assert in_context(ROOT / "requirements.txt") and in_context(ROOT / "data" / "locale" / "fi" / "about.po")
    assert "--require-hashes" in DOCKERFILE


def test_compose_gives_settings_that_there_are():
    known = {each.variable for each in SETTINGS}
    dashboards = [each for name, each in COMPOSE["services"].items() if name.startswith("dashboard")]
    assert len(dashboards) == 2
    for each in dashboards:
        assert {name for name in each["environment"] if name.startswith(PREFIX)} <= known
        assert each["read_only"] and each["volumes"][0].endswith(f":{PLACE}/data/store") and "ports" not in each
    given = COMPOSE["services"]["proxy"]["environment"]
    assert set(re.findall(r"\{\$(\w+):", CADDYFILE)) == set(given)
    assert given["KLUSTERIPULSSI_SERVERS"].split() == ["dashboard-1:8501", "dashboard-2:8501"]
    proxy = COMPOSE["services"]["proxy"]["networks"]["inside"]["ipv4_address"]
    assert {each["environment"]["FORWARDED_ALLOW_IPS"] for each in dashboards} == {proxy}
    assert {name for each in COMPOSE["services"].values() for name, *_ in (v.split(":") for v in each["volumes"])} == {
        *COMPOSE["volumes"],
        "./docs/operations/Caddyfile",
    }


def test_the_container_and_the_service_are_started_alike():
    operations = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    (start,) = re.findall(r"^ExecStart=\S+/python (-m streamlit run .+)$", operations, re.MULTILINE)
    assert shlex.split(start)[:3] == json.loads(instructions("CMD")[-1])[1:4]
