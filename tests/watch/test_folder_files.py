"""Which files of a folder are updates, by names as synchronising programs make them."""

import os
from pathlib import Path

import pytest

from analysis.watch import folder_files, still_files
from analysis.watch.folder_files import STALE_SECONDS, is_conflict_copy


def obstacles(folder: Path, *names: str) -> dict[str, str | None]:
    """By name, what the files of a folder with these names lack."""
    for name in names:
        (folder / name).write_bytes(b"x")
    return {each.path.name: each.obstacle for each in folder_files(folder)}


@pytest.mark.parametrize(
    "name",
    [
        *("tapahtumat-KONE-2", "Tapahtumat 2026-DESKTOP-AB12CD3-2", "tapahtumat (Ainon Conflicted copy 2026-11-30)"),
        *("tapahtumat (conflicted copy 2026-11-30 091200)", "tapahtumat.sync-conflict-20261130-091200-ABCDEFG"),
        *("tapahtumat (Ainon ristiriitainen kopio 2026-11-30)", "tapahtumat (Ainos motstridig kopia 2026-11-30)"),
    ],
)
def test_a_conflict_copy_is_known_by_its_name(name: str):
    assert is_conflict_copy(name, ["tarinat"])


@pytest.mark.parametrize(
    "name", ["klusteripulssi-versio-7", "tapahtumat-2026-11", "kainuu-2", "tapahtumat (1)", "Lappi", "IP-alue", "-KONE"]
)
def test_other_names_are_those_of_updates(name: str):
    assert not is_conflict_copy(name, [name, "tarinat"])


def test_the_name_of_a_computer_says_it_if_the_file_itself_is_there_too():
    assert is_conflict_copy("Tapahtumat-LAPTOP-7", ["tapahtumat"]) and is_conflict_copy("a-b-KONE", ["A-B"])
    assert not is_conflict_copy("tapahtumat-LAPPI", ["tarinat"])


def test_an_open_file_waits_and_its_lock_is_no_update(tmp_path: Path):
    names = ("tapahtumat.xlsx", "~$pahtumat.xlsx", "tarinat.ods", ".~lock.tarinat.ods#", "~$a.xlsx", "a.xlsx", "b.csv")
    assert obstacles(tmp_path, *names) == {
        **{"tapahtumat.xlsx": "open", "tarinat.ods": "open", "a.xlsx": "open", "b.csv": None}
    }


def test_a_lock_that_a_program_left_behind_does_not_count(tmp_path: Path):
    lock = tmp_path / "~$a.xlsx"
    lock.write_bytes(b"x")
    old = lock.stat().st_mtime - STALE_SECONDS - 60
    os.utime(lock, (old, old))
    assert obstacles(tmp_path, "a.xlsx") == {"a.xlsx": None}


def test_what_is_half_written_empty_or_no_table(tmp_path: Path):
    (tmp_path / "tyhja.csv").touch()
    (tmp_path / "kansio.csv").mkdir()
    (tmp_path / "linkki.csv").symlink_to(tmp_path / "muistio.docx")
    names = ("a.xlsx.crdownload", "b.tmp", "muistio.docx", "a.xlsx.raportti.txt", "A.XLSX")
    assert obstacles(tmp_path, *names) == {
        **{"A.XLSX": None, "a.xlsx.crdownload": "partial", "b.tmp": "partial", "tyhja.csv": "empty"}
    }


def test_what_grows_or_is_opened_between_two_looks_is_not_still(tmp_path: Path):
    obstacles(tmp_path, "a.csv", "b.csv", "c.xlsx")
    before = folder_files(tmp_path)
    (tmp_path / "b.csv").write_bytes(b"xy")
    (tmp_path / "~$c.xlsx").write_bytes(b"x")
    assert [each.path.name for each in still_files(before, folder_files(tmp_path))] == ["a.csv"]
    assert still_files([], before) == []
