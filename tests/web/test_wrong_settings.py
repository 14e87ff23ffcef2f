"""A setting that cannot be used ends the start with one sentence: which setting, and what to do."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from analysis import app_services
from analysis.__main__ import commands
from analysis.settings import PREFIX, ROOT
from analysis.web import build_or_exit

WRONG = {
    "a language that there is not": ({"LANGUAGE": "de"}, "LANGUAGE", "fi, en, sv"),
    "a store that is no address": ({"STORE": "minun tietoni"}, "STORE", "Tarkista"),
    "a database that there is no driver for": ({"STORE": "mysql://aino:salainen@db/x"}, "STORE", "Tarkista"),
    "a port that is none": ({"STORE": "postgresql+psycopg://aino:salainen@db:portti/x"}, "STORE", "Tarkista"),
    "a database that does not answer": ({"STORE": "postgresql+psycopg://aino:salainen@127.0.0.1:1/x"}, "STORE", "T"),
    "a number that is none": ({"FILE_MB": "paljon"}, "FILE_MB", "vähintään 1"),
    "a number below one": ({"CHECK_SECONDS": "0"}, "CHECK_SECONDS", "vähintään 1"),
    "neither yes nor no": ({"PRIVATE": "ehkä"}, "PRIVATE", "yes tai no"),
    "a way in that there is not": ({"ACCESS": "ovi"}, "ACCESS", "key, oidc, proxy"),
    "oidc half set": (
        {"ACCESS": "oidc", "OIDC_ISSUER": "https://id.example", "OIDC_SECRET": "salainen"},
        "ACCESS",
        "KLUSTERIPULSSI_PUBLIC_ADDRESS, KLUSTERIPULSSI_OIDC_CLIENT, KLUSTERIPULSSI_EDITORS",
    ),
    "a sign-in service that is no address": ({"OIDC_ISSUER": "id.example"}, "OIDC_ISSUER", "https://"),
    "a public address without a scheme": ({"PUBLIC_ADDRESS": "klusterit.example"}, "PUBLIC_ADDRESS", "https://"),
    "a review that there is not": ({"REVIEW": "third"}, "REVIEW", "none, second"),
    "a form of the log that there is not": ({"LOG": "xml"}, "LOG", "text, json"),
}
ENTRIES = {
    "a region that is none": ({"ACCESS": "proxy", "EDITORS": "a@b.fi = editor Kainuu"}, "EDITORS", "= editor 18"),
    "a council without a key": ({"EDITOR_KEYS": "Kainuu;Lappi:salainen:19"}, "EDITOR_KEYS", "Kainuu:avain:18,16"),
    "a key that two councils have": ({"EDITOR_KEYS": "A:salainen:18;B:salainen:19"}, "EDITOR_KEYS", "oma avain"),
}
AT_START = {
    "a folder that cannot be": ({"STORE": "sqlite:////dev/null/store.sqlite"}, "STORE", "Tarkista"),
    "a workbook that is not there": ({"WORKBOOK": "/ei/ole.xlsx"}, "WORKBOOK", "/ei/ole.xlsx"),
    "a second person where all come by one key": ({"REVIEW": "second"}, "REVIEW", "KLUSTERIPULSSI_ACCESS"),
    "a template that is not there": ({"DECK_TEMPLATE": "/ei/ole.pptx"}, "DECK_TEMPLATE", "/ei/ole.pptx"),
}
FURTHER = (
    "history",
    "verify",
    "audit",
    "show 1",
    "diff 1 1",
    "restore 1",
    "withdraw 1",
    "draft list",
    "backup b",
    "template t.xlsx",
)


def parametrized(cases: dict):
    return pytest.mark.parametrize(("given", "named", "way_out"), cases.values(), ids=list(cases))


@pytest.fixture(autouse=True)
def apart(tmp_path, monkeypatch: pytest.MonkeyPatch):
    """A store and a folder of the test's own."""
    monkeypatch.setenv("KLUSTERIPULSSI_STORE", f"sqlite:///{tmp_path / 'store.sqlite'}")
    monkeypatch.chdir(tmp_path)
    app_services.close()
    yield
    app_services.close()


def setting(monkeypatch: pytest.MonkeyPatch, given: dict[str, str]) -> None:
    for name, value in given.items():
        monkeypatch.setenv(PREFIX + name, value)


def is_one_sentence(text: str, named: str, way_out: str) -> bool:
    """Whether it is one line that names the setting and the way out, and tells no secret."""
    return text.count("\n") == 1 and PREFIX + named in text and way_out in text and "salainen" not in text


@parametrized(WRONG | ENTRIES | AT_START)
def test_the_dashboard_does_not_start(given, named, way_out, monkeypatch, capsys):
    setting(monkeypatch, given)
    with pytest.raises(SystemExit) as ended:
        build_or_exit()
    assert ended.value.code == 2
    assert is_one_sentence(capsys.readouterr().err, named, way_out)


@parametrized(WRONG)
def test_a_command_ends_as_failed(given, named, way_out, monkeypatch):
    setting(monkeypatch, given)
    done = CliRunner().invoke(commands, ["history"], prog_name="analysis")
    assert (done.exit_code, done.stdout) == (2, "")
    assert is_one_sentence(done.stderr, named, way_out)


@pytest.mark.parametrize("command", FURTHER)
def test_every_command_says_so(command: str, monkeypatch):
    setting(monkeypatch, {"LANGUAGE": "de"})
    done = CliRunner().invoke(commands, command.split(), prog_name="analysis")
    assert (done.exit_code, done.stdout, is_one_sentence(done.stderr, "LANGUAGE", "fi, en, sv")) == (2, "", True)


def test_a_check_says_so_and_reads_nothing(tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_text("Tunnus;Nimi\n")
    setting(monkeypatch, {"SHEET_ROWS": "-5"})
    for command in (["check", "a.csv", "--json"], ["publish", "a.csv"]):
        done = CliRunner().invoke(commands, command, prog_name="analysis")
        assert (done.exit_code, done.stdout, is_one_sentence(done.stderr, "SHEET_ROWS", "1")) == (2, "", True)


def test_the_sentence_is_in_the_language_of_the_settings(monkeypatch, capsys):
    setting(monkeypatch, {"LANGUAGE": "sv", "FILE_MB": "mycket"})
    with pytest.raises(SystemExit):
        build_or_exit()
    assert capsys.readouterr().err.startswith("Inställningen KLUSTERIPULSSI_FILE_MB")


def test_the_real_server_ends_with_the_sentence_and_without_a_traceback(tmp_path):
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", "0"]
    environment = os.environ | {"KLUSTERIPULSSI_OIDC_ISSUER": "id.example"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=200)
    assert (done.returncode, done.stdout) == (2, "")
    assert is_one_sentence(done.stderr, "OIDC_ISSUER", "https://")
