"""The real command in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.intake import Upload
from analysis.settings import ROOT
from tests.cli.conftest import Terminal
from tests.making import csv
from tests.publishing.coordinator import FAULTY, event, text


def run(folder: Path, *args: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line with a store in a folder."""
    variables = {
        **os.environ,
        "KLUSTERIPULSSI_STORE": f"sqlite:///{folder / 'store.sqlite'}",
        **environment,
    }
    return subprocess.run(
        [sys.executable, "-m", "analysis", *args], cwd=ROOT, env=variables, capture_output=True, check=False
    )


def test_the_shipped_workbook_can_be_published_as_it_is(tmp_path: Path):
    done = run(tmp_path, "check", "data/cluster_activity.xlsx", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr, told["status"], told["publishable"]) == (0, b"", "ok", True)
    rows = {name: table["rows"] for name, table in told["tables"].items()}
    assert (rows["events"], rows["stories"], rows["clusters"]) == (31, 59, 28)


def test_a_check_loads_nothing_that_compares_stores_or_writes(tmp_path: Path):
    program = (
        "import runpy, sys\n"
        "sys.argv[1:] = ['check', 'data/cluster_activity.xlsx']\n"
        "try:\n"
        "    runpy.run_module('analysis', run_name='__main__', alter_sys=True)\n"
        "except SystemExit as end:\n"
        "    print(end.code, *sorted(name for name in sys.modules if '.' not in name or name.startswith('analysis.')))"
    )
    environment = {**os.environ, "KLUSTERIPULSSI_STORE": f"sqlite:///{tmp_path / 'store.sqlite'}"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    code, *loaded = done.stdout.splitlines()[-1].split()
    assert code == "0" and "analysis.intake.process.checker" in loaded
    heavy = {"alembic", "openpyxl", "simplemma", "sqlalchemy", "structlog", "analysis.publishing", "analysis.store"}
    assert heavy & set(loaded) == set()


@pytest.mark.parametrize(
    ("rows", "bounds", "codes"),
    [
        (60_000, {"CHECK_MB": "24"}, ["too-large"]),
        (250_000, {"FILE_MB": "100", "CHECK_SECONDS": "1"}, ["too-large"]),
        (250_000, {"FILE_MB": "100"}, []),
    ],
)
def test_a_check_is_ended_by_its_bounds_alone_and_no_process_is_left(
    tmp_path: Path, rows: int, bounds: dict[str, str], codes: list[str]
):
    path = tmp_path / "suuri.csv"
    path.write_bytes(csv([event(str(number), Kuvaus="Pitkä kuvaus tapahtumasta " * 8) for number in range(rows)]))
    command = [sys.executable, "-m", "analysis", "check", str(path), "--json"]
    settings = {"SHEET_ROWS": "300000", "STORE": f"sqlite:///{tmp_path / 'store.sqlite'}", **bounds}
    environment = {**os.environ, **{f"KLUSTERIPULSSI_{name}": value for name, value in settings.items()}}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, start_new_session=True) as done:
        told = json.loads(done.communicate()[0])
    assert [issue["code"] for issue in told["issues"] if issue["severity"] == "refused"] == codes
    assert done.returncode == (2 if codes else 0)
    with pytest.raises(ProcessLookupError):
        os.killpg(done.pid, 0)


def test_an_annotated_copy_is_written_where_there_is_no_store(tmp_path: Path):
    (tmp_path / "tapahtumat.csv").write_bytes(text(event("a", **FAULTY)).data)
    copy = tmp_path / "kopio.xlsx"
    done = run(tmp_path, "check", str(tmp_path / "tapahtumat.csv"), "--annotate", str(copy))
    assert (done.returncode, done.stderr, copy.read_bytes()[:2]) == (1, b"", b"PK")


def test_standard_output_holds_one_object_in_utf_8_whatever_the_terminal(tmp_path: Path, terminal: Terminal):
    (tmp_path / "tapahtumat.csv").write_bytes(text(event("a", **FAULTY)).data)
    path = str(tmp_path / "tapahtumat.csv")
    done = run(tmp_path, "check", path, "--json", PYTHONIOENCODING="ascii", KLUSTERIPULSSI_LANGUAGE="sv")
    told = json.loads(done.stdout.decode("utf-8"))
    assert (done.returncode, done.stderr, told["status"]) == (1, b"", "issues")
    assert told == terminal.json("check", path, "--language", "sv")
    assert "ä" in done.stdout.decode("utf-8")


def test_a_terminal_that_cannot_show_a_letter_is_no_error(tmp_path: Path):
    (tmp_path / "tapahtumat.csv").write_bytes(text(event("a", **FAULTY)).data)
    done = run(tmp_path, "check", str(tmp_path / "tapahtumat.csv"), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"Pohjois-Pohjanmaa" in done.stdout


def test_the_exit_status_of_a_process_says_what_became_of_a_file(tmp_path: Path):
    path = tmp_path / "tapahtumat.csv"
    path.write_bytes(b"\x00\x01\x02" * 99)
    done = run(tmp_path, "publish", str(path))
    assert (done.returncode, done.stderr) == (2, b"")


@pytest.mark.parametrize(
    ("data", "status"),
    [(text(event("a")).data, 0), (text(event("a", **FAULTY)).data, 1), (b"\x00\x01\x02" * 99, 2), (b"", 2)],
    ids=["sound", "faulty", "no-spreadsheet", "empty"],
)
def test_the_exit_status_says_what_became_of_a_file(terminal: Terminal, data: bytes, status: int):
    path = terminal.file(Upload("tapahtumat.csv", data))
    checked, published = terminal.run("check", path), terminal.run("publish", path)
    assert (checked.exit_code, published.exit_code) == (status, status)
    assert (checked.stderr, published.stderr) == ("", "")


def test_two_who_publish_at_once_both_publish(tmp_path: Path, terminal: Terminal):
    terminal.run("history")
    started = []
    for id in "abc":
        path = tmp_path / f"{id}.csv"
        path.write_bytes(text(event(id)).data)
        command = [sys.executable, "-m", "analysis", "publish", str(path), "--add", "--json"]
        started.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE))
    told = [json.loads(each.communicate()[0]) for each in started]
    assert {each["status"] for each in told} == {"published"}
    assert sorted(each["revision"] for each in told) == ["1", "2", "3"]
    newest = terminal.json("history")[0]
    assert (newest["revision"], newest["tables"]["events"]["rows"]) == ("3", 3)


def test_the_help_is_in_the_language_of_the_settings(tmp_path: Path):
    done = run(tmp_path, "--help", KLUSTERIPULSSI_LANGUAGE="en")
    assert done.stdout.startswith(b"Usage: python -m analysis [OPTIONS] COMMAND")


def test_the_help_starts_without_the_engine(tmp_path: Path):
    done = run(tmp_path, "--help", PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.decode().splitlines()}
    assert not imported & {"sqlalchemy", "alembic", "openpyxl", "xlsxwriter", "pebble", "python_calamine"}
