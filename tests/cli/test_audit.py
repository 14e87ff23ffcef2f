"""``audit``: who did what, and when."""

from datetime import UTC, datetime

from analysis.store import AuditEntry
from tests.cli.conftest import Terminal
from tests.publishing.coordinator import event, text

NIGHT = datetime(2026, 3, 1, 23, 5, tzinfo=UTC)


def test_what_was_done_is_told_newest_first(terminal: Terminal):
    terminal.run("publish", terminal.file(text(event("a"))), "--author", "Aino")
    terminal.run("publish", terminal.file(text(event("b"))), "--author", "Eero", "--confirm")
    terminal.run("restore", "1")
    terminal.run("withdraw", "2")
    told = terminal.json("audit")
    assert [(each["who"], each["what"], each["revision"], each["detail"]) for each in told] == [
        ("Komentorivi", "withdraw", "2", ""),
        ("Komentorivi", "restore", "3", "1"),
        ("Eero", "publish", "2", ""),
        ("Aino", "publish", "1", ""),
    ]
    assert all(datetime.fromisoformat(each["time"]).utcoffset() is not None for each in told)
    assert terminal.json("audit", "--most", "1") == told[:1]


def test_a_line_says_it_in_the_readers_language_and_by_the_clock_of_finland(terminal: Terminal):
    terminal.store().journal.add(AuditEntry(NIGHT, "", "refused", detail="key"))
    terminal.store().journal.add(AuditEntry(NIGHT, "Aino", "publish", "7"))
    fi, en = (terminal.run("audit", "--language", language).stdout.splitlines() for language in ("fi", "en"))
    assert fi == ["2.3.2026 klo 1.05  Aino  Julkaisi version 7", "2.3.2026 klo 1.05  Väärä avain torjuttiin"]
    assert en[0].endswith("Aino  Published revision 7")


def test_where_nothing_was_done_there_is_nothing_to_tell(terminal: Terminal):
    assert terminal.json("audit") == []
    assert terminal.run("audit", "--language", "en").stdout == "Nothing has been done yet.\n"
