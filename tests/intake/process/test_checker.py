"""The check in a process of its own: what it gives, what ends it, and that it goes on."""

import multiprocessing
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest
import xlwt
from pebble import ProcessPool

from analysis.intake import Checker, CheckResult, Limits, Upload
from analysis.words import translator
from tests.intake.checking import HEADERS, NOW, check, event, published
from tests.making import csv, edited, saved, xlsx

ROOT = Path(__file__).parents[3]
LONG = Upload("tapahtumat.csv", csv([event(str(number)) for number in range(100_000)]))
SMALL = Upload("tapahtumat.xlsx", xlsx(Tapahtumat=[event("1"), event("2", Tyyppi="muuu")]))


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    made = Checker()
    yield made
    made.close()


def codes(checked: CheckResult) -> list[tuple[str, str | None]]:
    return [(issue.code, issue.file) for issue in checked.issues]


def limited(limits: Limits, *uploads: Upload) -> CheckResult:
    made = Checker(limits)
    try:
        return made.check(uploads, published(), NOW)
    finally:
        made.close()


def large(rows: int = 15_000) -> Upload:
    """A plain file of 4 MB, of which a check takes between 32 and 48 MB."""
    text = "Pitkä kuvaus tapahtumasta " * 8
    return Upload("suuri.csv", csv([event(str(number), Kuvaus=text) for number in range(rows)]))


def test_a_worker_gives_what_reading_here_gives(checker):
    there, here = checker.check([SMALL], published(), NOW), check((SMALL.name, SMALL.data))
    assert (there.issues, there.counts, there.tally, there.files) == (here.issues, here.counts, here.tally, here.files)
    read, expected = there.tables["events"], here.tables["events"]
    assert read.frame.equals(expected.frame) and read.rows.equals(expected.rows)
    assert read.place(0, "kind") == ("tapahtumat.xlsx", "Tapahtumat", "D2")


def test_what_is_published_is_known_to_the_worker(checker):
    story = Upload("tarinat.csv", csv([{"Tunnus": "1", "Otsikko": "A", "Maakunnat": "Lappi", "Klusteri": "Vanha"}]))
    known = published(clusters={"id": ["k1"], "name": ["Vanha"]})
    assert codes(checker.check([story], known, NOW)) == []
    assert codes(checker.check([story], published(), NOW)) == [("dangling-reference", "tarinat.csv")]


def test_several_threads_may_check_at_once(checker):
    def one(number: int) -> list[str]:
        upload = Upload(f"{number}.csv", csv([event(str(number))]))
        return list(checker.check([upload], published(), NOW).tables["events"].frame["id"])

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(one, range(12))) == [[str(number)] for number in range(12)]


def test_what_takes_too_much_memory_is_too_large_and_the_next_check_goes_on():
    checker = Checker(Limits(memory_bytes=24 * 2**20))
    upload = [SMALL, large(), Upload("a.csv", csv([event("1")]))]
    assert codes(checker.check(upload, published(), NOW)) == [("too-large", "suuri.csv")]
    assert codes(checker.check([SMALL], published(), NOW)) == [("bad-choice", "tapahtumat.xlsx")]
    checker.close()


def old_workbook() -> Upload:
    """A plain xls of some megabytes, which takes a while to read."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Tapahtumat")
    for row in range(60_000):
        for column, value in enumerate(event(str(row)).values() if row else HEADERS):
            sheet.write(row, column, value)
    return Upload("vanha.xls", saved(book))


def test_one_senders_many_checks_leave_a_worker_to_the_others(checker):
    answers: list[str] = []

    def one(sender: str, upload: Upload) -> None:
        with checker.turn(sender):
            checker.check([upload], published(), NOW)
        answers.append(sender)

    with ThreadPoolExecutor(5) as threads:
        many = [threads.submit(one, "many", LONG) for _ in range(4)]
        while not checker.under_way:
            assert not any(each.done() for each in many)
        threads.submit(one, "few", SMALL).result()
        # Before the second of the four.
        assert answers.index("few") < 2
    assert checker.turns == {} and answers.count("many") == 4


@pytest.mark.parametrize(("upload", "code"), [(LONG, "too-large"), (old_workbook(), "unreadable-file")])
def test_a_worker_that_the_system_ends_while_it_reads_is_told_of_the_file(tmp_path, monkeypatch, upload, code):
    """Outside readers are ended so by workbooks that name far more cells than they hold, and by old ones whose sectors
    name each other in a circle. Here a worker is ended in the middle of a plain file; an old workbook, which is not
    packed, is then taken for a damaged one unless it is large."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    checker = Checker()
    with ThreadPoolExecutor(1) as threads:
        checked = threads.submit(checker.check, [SMALL, upload], published(), NOW)
        while "1" not in [place.read_text() for place in tmp_path.glob("*/place")]:
            assert not checked.done()
        for worker in multiprocessing.active_children():
            worker.kill()
        assert codes(checked.result(timeout=60)) == [(code, upload.name)]
    checker.close()


def test_what_takes_too_long_is_too_large():
    assert codes(limited(Limits(seconds=0.2), SMALL, LONG)) == [("too-large", "tapahtumat.csv")]


def test_a_check_within_bounds_is_not_ended_by_them():
    assert codes(limited(Limits(memory_bytes=1024 * 2**20), LONG)) == []
    assert codes(limited(Limits(memory_bytes=2**20), LONG)) == [("too-large", "tapahtumat.csv")]


def test_the_bound_on_memory_holds_within_a_few_megabytes_of_where_it_is_set():
    assert codes(limited(Limits(memory_bytes=24 * 2**20), large())) == [("too-large", "suuri.csv")]
    assert codes(limited(Limits(memory_bytes=96 * 2**20), large())) == []


def test_workers_that_die_are_replaced(checker):
    checker.check([SMALL], published(), NOW)
    for worker in multiprocessing.active_children():
        worker.kill()
        worker.join()
    assert codes(checker.check([SMALL], published(), NOW)) == [("bad-choice", "tapahtumat.xlsx")]


def test_a_pool_that_was_stopped_underneath_is_replaced(checker):
    checker._pool.stop()
    assert codes(checker.check([SMALL], published(), NOW)) == [("bad-choice", "tapahtumat.xlsx")]


def end_manager(pool: ProcessPool) -> None:
    """Let the thread that looks after the workers die, as of a fault of the interpreter's."""

    def die() -> None:
        raise SystemError("bad argument to internal function")

    pool._pool_manager.update_status = die
    while pool.active:
        sleep(0.01)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_pool_whose_manager_died_is_replaced_before_the_next_check():
    checker = Checker()
    checker.check([SMALL], published(), NOW)
    end_manager(checker._pool)
    assert codes(checker.check([SMALL], published(), NOW)) == [("bad-choice", "tapahtumat.xlsx")]
    checker.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_pool_whose_manager_dies_during_a_check_is_replaced_and_the_check_is_answered():
    checker = Checker()
    pool = checker._pool
    with ThreadPoolExecutor(1) as threads:
        checked = threads.submit(checker.check, [LONG], published(), NOW)
        while not checker.under_way:
            sleep(0.001)
        end_manager(pool)
        assert codes(checked.result(timeout=60)) == []
    assert checker._pool is not pool
    checker.close()


def test_a_check_whose_pools_all_stop_is_unreadable_and_the_next_check_goes_on(monkeypatch, caplog):
    checker = Checker()
    first = checker._pool
    with monkeypatch.context() as patch:
        patch.setattr(ProcessPool, "active", False)
        patch.setattr("analysis.intake.process.checker.POLL_SECONDS", 0.01)
        assert codes(checker.check([LONG], published(), NOW)) == [("unreadable-file", "tapahtumat.csv")]
        assert "PoolStopped" in caplog.text
        checked = check((LONG.name, LONG.data[:1000]))
        copy = checker.annotated_copy([LONG], checked, 0, translator("fi"))
        assert (copy.reason, edited(copy.data).sheetnames) == ("unreadable", ["Korjattavaa"])
    assert checker._pool is not first
    assert codes(checker.check([SMALL], published(), NOW)) == [("bad-choice", "tapahtumat.xlsx")]
    checker.close()


def test_a_check_under_way_ends_when_the_checker_closes():
    closing = Checker()
    with ThreadPoolExecutor(1) as threads:
        checked = threads.submit(closing.check, [LONG], published(), NOW)
        while not closing.under_way:
            pass
        closing.close()
        assert codes(checked.result()) == [("unreadable-file", "tapahtumat.csv")]


SCRIPT = """
from datetime import UTC, datetime
from pathlib import Path
with Path({notes!r}).open("a") as notes:
    notes.write("main ran\\n")
if __name__ == "__main__":
    from analysis.intake import Checker, Upload
    from analysis.schema import TABLES, all_tables
    checker = Checker()
    print(checker.check([Upload("a.pdf", b"%PDF")], all_tables({{}}, TABLES), datetime.now(UTC)).status)
    checker.close()
"""


@pytest.mark.parametrize("start", [["program.py"], ["-m", "program"], ["-m", "folder.program"]])
def test_a_worker_runs_nothing_of_the_program_that_started_it(tmp_path, start):
    notes, script = tmp_path / "notes", tmp_path / "program.py"
    script.write_text(SCRIPT.format(notes=str(notes)))
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "program.py").write_text(script.read_text())
    done = subprocess.run(
        [sys.executable, *start],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert (done.stdout, done.stderr, notes.read_text()) == ("refused\n", "", "main ran\n")


def test_a_closed_checker_says_so():
    closed = Checker()
    closed.close()
    closed.close()
    with pytest.raises(RuntimeError):
        closed.check([SMALL], published(), NOW)


def test_a_marked_copy_is_made_in_a_worker(checker):
    checked = checker.check([SMALL], published(), NOW)
    made = checker.annotated_copy([SMALL], checked, 0, translator("fi"))
    assert (made.reason, edited(made.data).sheetnames) == ("", ["Korjattavaa", "Tapahtumat"])


def test_a_file_that_takes_too_long_to_be_marked_is_listed():
    data = xlsx(Tapahtumat=[event(str(number)) for number in range(5_000)])
    upload, made = Upload("suuri.xlsx", data), Checker(Limits(seconds=0.2))
    try:
        copy = made.annotated_copy([upload], check((upload.name, upload.data)), 0, translator("fi"))
    finally:
        made.close()
    assert (copy.reason, edited(copy.data).sheetnames) == ("large", ["Korjattavaa"])
