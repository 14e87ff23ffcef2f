"""Help and misunderstandings, in words."""

import tempfile
from pathlib import Path
from typing import NoReturn

import pytest
from click import Context, Option

from analysis.__main__ import MODULES, commands
from analysis.cli.translated_click import default_words
from tests.cli.conftest import Terminal
from tests.publishing.coordinator import event, text


@pytest.mark.parametrize("command", MODULES)
def test_every_command_has_help_that_tells_each_option(terminal: Terminal, command: str):
    result = terminal.run(command, "--help")
    assert (result.exit_code, result.stderr) == (0, "")
    first, *rest = result.stdout.splitlines()
    assert first.startswith(f"Käyttö: analysis {command} [VALINNAT]")
    told = [line.split()[0] for line in rest[rest.index("Valinnat:") + 1 :] if line.startswith("  --")]
    params = commands.get_command(Context(commands), command).params
    assert told == [each.opts[0] for each in params if isinstance(each, Option)]


def test_the_help_lists_the_commands(terminal: Terminal):
    lines = terminal.run("--help").stdout.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ") and line.split()[0] in MODULES] == list(MODULES)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["check"], "Tieto puuttuu: TIEDOSTO. Ohje: analysis check --help"),
        (["check", "a.csv", "--nopeasti"], "Valintaa --nopeasti ei ole. Ohje: analysis check --help"),
        (["check", "a.csv", "--language", "de"], "Arvo ei kelpaa: --language. Ohje: analysis check --help"),
        (["publish", "a.csv", "--note"], "Tieto puuttuu: --note. Ohje: analysis --help"),
        (["show", "1", "2"], "Komentoa ei voi tulkita. Ohje: analysis show --help"),
        (["poista"], "Komentoa poista ei ole. Ohje: analysis --help"),
    ],
)
def test_what_is_not_understood_is_said_in_a_sentence(terminal: Terminal, command: list[str], told: str):
    result = terminal.run(*command)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told + "\n")


def test_without_a_command_the_help_is_shown(terminal: Terminal):
    result = terminal.run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == terminal.run("--help").stdout


def test_a_setting_that_cannot_be_read_is_named(terminal: Terminal, monkeypatch: pytest.MonkeyPatch):
    path = terminal.file(text(event("a")))
    monkeypatch.setenv("KLUSTERIPULSSI_FILE_MB", "paljon")
    result = terminal.run("check", path, "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "KLUSTERIPULSSI_FILE_MB" in result.stderr and result.stderr.count("\n") == 1


@pytest.mark.parametrize(("language", "spoken"), [("sv", "sv"), ("en", "en"), ("de", "fi"), ("", "fi")])
def test_the_language_of_the_settings_is_spoken(monkeypatch: pytest.MonkeyPatch, language: str, spoken: str):
    monkeypatch.setenv("KLUSTERIPULSSI_LANGUAGE", language)
    assert default_words().language == spoken


def test_a_wrong_setting_is_no_reason_not_to_speak(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KLUSTERIPULSSI_FILE_MB", "paljon")
    assert default_words().language == "fi"


def test_an_unexpected_error_is_one_sentence_and_its_traces_are_in_a_file_of_ones_own(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fails(*given: object) -> NoReturn:
        raise KeyError("väri")

    terminal.store().close()
    monkeypatch.setattr("analysis.store.Store.open_existing", fails)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    result = terminal.run("history", "--json")
    [report] = tmp_path.glob("klusteripulssi-*.log")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"Odottamaton virhe (KeyError: 'väri'). Koko virheilmoitus on tiedostossa {report}. "
        "Lähetä tiedosto ylläpidolle.\n"
    )
    log = report.read_text(encoding="utf-8")
    assert "in fails" in log and log.endswith("KeyError\n") and "väri" not in log.splitlines()[-1]
    assert report.stat().st_mode & 0o777 == 0o600


def test_an_unexpected_error_is_said_even_if_no_file_can_be_written(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
):
    terminal.store().close()
    monkeypatch.setattr("analysis.store.Store.open_existing", lambda url: {}["väri"])
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    result = terminal.run("history")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Odottamaton virhe (KeyError: 'väri').\n"
