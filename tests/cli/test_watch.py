"""``watch`` on a real folder: in this process a look at a time, and once as the command that runs for good."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis.intake import Upload
from tests.cli.conftest import Terminal
from tests.publishing.coordinator import FAULTY, book, event, text

ONCE = ("--once", "--interval", "0.05", "--language", "fi")


@pytest.fixture
def folder(terminal: Terminal) -> Path:
    place = terminal.folder / "kansio"
    place.mkdir()
    return place


def put(folder: Path, upload: Upload) -> Path:
    path = folder / upload.name
    path.write_bytes(upload.data)
    return path


def look(terminal: Terminal, folder: Path) -> tuple[int, list[str]]:
    """Exit status and lines of one command that looks and ends."""
    result = terminal.run("watch", str(folder), *ONCE)
    assert "Traceback" not in result.output
    return result.exit_code, result.output.splitlines()


def reports(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.txt"))


def revisions(terminal: Terminal) -> list[str]:
    return [each["revision"] for each in terminal.json("history")]


def test_a_sound_file_is_published_by_the_author_of_the_setting_once(terminal, folder, monkeypatch):
    monkeypatch.setenv("KLUSTERIPULSSI_WATCH_AUTHOR", "Kainuun liitto")
    put(folder, book(event("a")))
    assert look(terminal, folder) == (0, ["toiminta.xlsx: Julkaistu: versio 1."])
    (line,) = terminal.json("history")
    assert (line["author"], line["note"]) == ("Kainuun liitto", "Kansiosta: toiminta.xlsx")
    assert look(terminal, folder) == (0, []), "the same bytes are not tried again after a restart"
    assert "Käsitteli kansion tiedoston toiminta.xlsx" in terminal.run("audit", "--language", "fi").output
    terminal.run("withdraw", "1")
    assert look(terminal, folder) == (0, []) and reports(folder) == []


def test_a_file_with_errors_has_a_report_until_it_is_corrected(terminal, folder):
    path = put(folder, book(event("a"), event("b", **FAULTY)))
    status, lines = look(terminal, folder)
    assert status == 1 and "virheitä" in lines[0] and revisions(terminal) == []
    assert reports(folder) == ["toiminta.xlsx.raportti.txt"]
    report = (folder / reports(folder)[0]).read_text("utf-8-sig")
    assert report.startswith("Klusteripulssi: raportti tiedostosta toiminta.xlsx")
    assert "E3" in report and "Pohjois-Pohjanmaa" in report
    assert look(terminal, folder) == (0, [])
    path.write_bytes(book(event("a"), event("b")).data)
    assert look(terminal, folder)[0] == 0
    assert (revisions(terminal), reports(folder)) == (["1"], [])


def test_the_report_of_a_file_that_is_gone_goes_too_and_no_one_elses(terminal, folder):
    path = put(folder, book(event("b", **FAULTY)))
    (folder / "muistiinpanot.xlsx.raportti.txt").write_text("Ainon omat")
    assert look(terminal, folder)[0] == 1 and len(reports(folder)) == 2
    path.unlink()
    assert look(terminal, folder) == (0, [])
    assert reports(folder) == ["muistiinpanot.xlsx.raportti.txt"]


def test_what_is_no_update_is_said_and_a_copy_is_reported(terminal, folder):
    sound = book(event("a"))
    for name in ("toiminta-KONE-2.xlsx", "toiminta (Conflicted copy).xlsx", "auki.xlsx", "~$auki.xlsx"):
        put(folder, Upload(name, sound.data))
    (folder / "tyhja.csv").touch()
    status, lines = look(terminal, folder)
    assert (status, revisions(terminal)) == (1, [])
    said = {line.partition(": ")[0]: line for line in lines}
    assert set(said) == {"toiminta-KONE-2.xlsx", "toiminta (Conflicted copy).xlsx", "auki.xlsx", "tyhja.csv"}
    assert "ristiriitainen kopio" in said["toiminta-KONE-2.xlsx"] and "auki jossakin" in said["auki.xlsx"]
    assert reports(folder) == ["toiminta (Conflicted copy).xlsx.raportti.txt", "toiminta-KONE-2.xlsx.raportti.txt"]


def test_nothing_that_needs_a_second_yes_is_published(terminal, folder):
    put(folder, book(*(event(id) for id in "abcdefgh")))
    look(terminal, folder)
    put(folder, book(event("a")))
    status, _ = look(terminal, folder)
    assert (status, revisions(terminal)) == (1, ["1"])
    report = (folder / "toiminta.xlsx.raportti.txt").read_text("utf-8-sig")
    assert "vahvistaa" in report


def test_an_old_copy_is_merged_by_its_origin(terminal, folder):
    terminal.run("publish", terminal.file(book(event("a"), event("b"))))
    copy = folder / "kopio.xlsx"
    terminal.run("export", str(copy))
    original = copy.read_bytes()
    copy.unlink()
    terminal.run("publish", terminal.file(book(event("a", Nimi="Muuttui"), event("b"))))
    put(folder, Upload("kopio.xlsx", original))
    assert look(terminal, folder)[0] == 0, "an unchanged old copy changes nothing, and asks nothing"
    assert revisions(terminal) == ["2", "1"]


def test_a_conflict_waits_for_a_person(terminal, folder):
    terminal.run("publish", terminal.file(book(event("a"), event("b"))))
    terminal.run("publish", terminal.file(book(event("a", Nimi="Muuttui"), event("b"))))
    put(folder, book(event("a", Nimi="Toisin"), event("b"), name="toiminta-versio-1.xlsx"))
    assert look(terminal, folder)[0] == 1 and revisions(terminal) == ["2", "1"]
    report = (folder / "toiminta-versio-1.xlsx.raportti.txt").read_text("utf-8-sig")
    assert "Muuttui" in report and "vahvistaa" in report


def test_a_second_person_gets_a_draft(terminal, folder, monkeypatch):
    monkeypatch.setenv("KLUSTERIPULSSI_REVIEW", "second")
    put(folder, book(event("a")))
    status, lines = look(terminal, folder)
    (draft,) = terminal.json("draft", "list")
    assert (status, revisions(terminal), draft["author"]) == (1, [], "Seurattu kansio")
    assert draft["draft"] in lines[0]


def test_two_files_at_once_and_tables_that_refer_to_each_other(terminal, folder):
    put(folder, text(event("a", Klusteri=""), name="tapahtumat.csv"))
    put(folder, Upload("aineistot.csv", b"Tunnus;Otsikko;Laji;Tapahtuma\nm;Esitys;esitys;a\n"))
    status, lines = look(terminal, folder)
    assert (status, len(lines)) == (0, 1) and "versio 1" in lines[0]
    assert terminal.json("history")[0]["tables"]["materials"] == {"rows": 1}
    put(folder, book(event("a", Nimi="Ensin"), name="1.xlsx"))
    put(folder, book(event("a", Nimi="Sitten"), name="2.xlsx"))
    look(terminal, folder)
    assert revisions(terminal) == ["3", "2", "1"]


def test_rights_by_region_hold(terminal, folder, monkeypatch):
    terminal.run("publish", terminal.file(book(event("a"), event("k", Maakunnat="Kainuu"))))
    monkeypatch.setenv("KLUSTERIPULSSI_WATCH_REGIONS", "18")
    put(folder, book(event("a", Nimi="Toisen"), event("k", Maakunnat="Kainuu", Nimi="Oma")))
    assert look(terminal, folder)[0] == 0
    changed = terminal.json("diff", "1", "2")["changes"]["events"]
    assert changed == {"added": 0, "removed": 0, "changed": 1}
    monkeypatch.setenv("KLUSTERIPULSSI_WATCH_REGIONS", "99")
    assert terminal.run("watch", str(folder), *ONCE).exit_code == 2


def test_a_folder_that_is_not_there_is_said(terminal):
    result = terminal.run("watch", str(terminal.folder / "ei"), *ONCE)
    assert result.exit_code == 2 and "Kansiota" in result.output


@pytest.mark.parametrize("data", [b"PK\x03\x04 rikki", b"\x00" * 50, b"a" * 3000, "Nimi\nÄ".encode("utf-16")])
def test_no_bytes_stop_it(terminal, folder, data: bytes):
    for ending in ("xlsx", "xls", "ods", "csv"):
        put(folder, Upload(f"rikki.{ending}", data))
    put(folder, book(event("a")))
    status, lines = look(terminal, folder)
    assert (status, revisions(terminal)) == (1, ["1"]), lines
    assert len(reports(folder)) == 4


def test_the_command_runs_until_it_is_told_to_end(terminal, folder):
    command = [sys.executable, "-m", "analysis", "watch", str(folder), "--interval", "0.4", "--language", "fi"]
    path = folder / "toiminta.xlsx"
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ}) as process:
        for end in range(1, 6):
            path.write_bytes(book(event("a")).data[: end * 200])
            time.sleep(0.2)
        path.write_bytes(book(event("a")).data)
        assert process.stdout
        assert process.stdout.readline() == "toiminta.xlsx: Julkaistu: versio 1.\n"
        path.unlink()
        put(folder, book(event("b", **FAULTY), name="b.xlsx"))
        assert "virheitä" in process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert (process.stdout.read(), process.wait(30)) == ("", 0)
    assert reports(folder) == ["b.xlsx.raportti.txt"]
