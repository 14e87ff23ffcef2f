"""``publish --draft`` and ``draft list|show|publish|discard``, and the yes of a second person."""

import json
from collections.abc import Iterator

import pytest

from tests.cli.conftest import Terminal
from tests.publishing.coordinator import FAULTY, book, event, text

IDENTITY_CODE = {"Kuvaus": "Soita Ainolle 131052-308T"}


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("KLUSTERIPULSSI_REVIEW", "second")
    yield


def put(terminal: Terminal, *args: str, **cells: object) -> str:
    """Store a draft with two events; its id."""
    path = terminal.file(book(event("a", **cells), event("b"), name="luonnos.xlsx"))
    return terminal.json("publish", path, "--draft", "--author", "Aino", "--note", "Kevät", *args)["draft"]


def test_a_draft_is_stored_listed_shown_and_published(terminal: Terminal):
    terminal.run("publish", terminal.file(text(event("a"))))
    path = terminal.file(book(event("a"), event("b"), name="luonnos.xlsx"))
    result = terminal.run("publish", path, "--draft", "--note", "Kevät", "--author", "Aino", "--json")
    told = json.loads(result.stdout)
    id = told.pop("draft")
    changes = {"events": {"added": 1, "removed": 0, "changed": 0}}
    assert (result.exit_code, told) == (
        0,
        {
            **{"status": "draft", "revision": None, "changes": changes, "issues": []},
            **{"base": "1", "base_from": "estimate", "meanwhile": [], "conflicts": 0},
        },
    )
    assert [each["revision"] for each in terminal.json("history")] == ["1"]
    (line,) = terminal.json("draft", "list")
    assert (line["draft"], line["author"], line["note"], line["changes"]) == (id, "Aino", "Kevät", changes)
    assert [each["name"] for each in line["files"]] == ["luonnos.xlsx"]
    shown = terminal.json("draft", "show", id)
    assert shown["changes"] == changes and {**shown, **line} == shown and shown["base"] == "1"
    result = terminal.run("draft", "publish", id, "--author", "Eero", "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, told["status"], told["revision"], told["changes"]) == (0, "published", "2", changes)
    newest = terminal.json("history")[0]
    assert (newest["author"], newest["note"], newest["tables"]["events"]) == ("Eero", "Kevät", {"rows": 2})
    assert terminal.json("draft", "list") == []
    audit = [(each["who"], each["what"], each["detail"]) for each in terminal.json("audit")]
    assert audit[:2] == [("Eero", "publish", "Aino"), ("Aino", "draft", id)]
    assert "Julkaisi version 2, luonnoksen tekijä Aino" in terminal.run("audit").stdout


def test_the_id_is_printed_and_lines_tell_the_same(terminal: Terminal):
    path = terminal.file(text(event("a")))
    first = terminal.run("publish", path, "--draft", "--author", "Aino")
    (line,) = terminal.json("draft", "list")
    assert (first.exit_code, line["draft"] in first.stdout) == (0, True)
    listed, shown = terminal.run("draft", "list"), terminal.run("draft", "show", line["draft"])
    assert listed.stdout.startswith(line["draft"]) and "Aino" in listed.stdout and "tapahtumat.csv" in listed.stdout
    assert shown.stdout.startswith(listed.stdout.strip()) and "+ a" in shown.stdout


@pytest.mark.parametrize("command", ["show", "publish", "discard"])
@pytest.mark.parametrize("is_there", [True, False], ids=["other drafts", "no store"])
def test_a_draft_that_there_is_not_is_a_sentence(terminal: Terminal, command: str, is_there: bool):
    if is_there:
        put(terminal)
    result = terminal.run("draft", command, "abc", "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Luonnosta abc ei ole. Se on ehkä jo julkaistu tai poistettu.\n"


def test_what_is_discarded_is_gone(terminal: Terminal):
    id = put(terminal)
    assert terminal.json("draft", "discard", id) == {"status": "discarded", "draft": id}
    assert terminal.json("draft", "list") == []
    assert terminal.run("draft", "publish", id).exit_code == 2


def test_errors_are_stored_only_where_the_rest_is_wanted(terminal: Terminal):
    path = terminal.file(text(event("a"), event("b", **FAULTY)))
    stopped, held_back = (terminal.run("publish", path, "--draft", "--json", *more) for more in ((), ("--hold-back",)))
    assert (stopped.exit_code, json.loads(stopped.stdout)["status"]) == (1, "issues")
    told = json.loads(held_back.stdout)
    assert (held_back.exit_code, told["status"]) == (0, "draft")
    assert terminal.json("draft", "publish", told["draft"])["status"] == "published"
    assert terminal.json("history")[0]["tables"]["events"] == {"rows": 1}


def test_what_is_no_table_or_holds_an_identity_code_is_refused(terminal: Terminal):
    (terminal.folder / "kirje.csv").write_bytes(b"\x00\x01\x02" * 99)
    secret = terminal.file(text(event("a"), event("b", **IDENTITY_CODE)))
    for path in (str(terminal.folder / "kirje.csv"), secret):
        result = terminal.run("publish", path, "--draft", "--hold-back", "--json")
        told = json.loads(result.stdout)
        assert (result.exit_code, told["status"], "draft" in told) == (2, "refused", False)
    assert terminal.json("draft", "list") == []


def test_what_changes_nothing_becomes_no_draft(terminal: Terminal):
    path = terminal.file(text(event("a")))
    terminal.run("publish", path)
    result = terminal.run("publish", path, "--draft", "--json")
    assert (result.exit_code, json.loads(result.stdout)["status"]) == (0, "unchanged")


def test_an_open_conflict_is_stored_and_settled_on_publishing(terminal: Terminal):
    terminal.run("publish", terminal.file(book(event("a", Osallistujat=50), event("b"))))
    terminal.run("publish", terminal.file(book(event("a", Osallistujat=40), event("b"))))
    path = terminal.file(book(event("a", Osallistujat=45), event("b"), name="kopio-versio-1.xlsx"))
    result = terminal.run("publish", path, "--draft", "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, told["status"], told["conflicts"], told["base"]) == (0, "draft", 1, "1")
    asked = terminal.run("draft", "publish", told["draft"], "--confirm", "--json")
    assert (asked.exit_code, json.loads(asked.stdout)["status"]) == (1, "needs-confirmation")
    done = terminal.json("draft", "publish", told["draft"], "--conflicts", "mine")
    assert (done["status"], done["revision"]) == ("published", "3")


def test_an_accident_is_confirmed_by_who_publishes(terminal: Terminal):
    terminal.run("publish", terminal.file(book(*(event(id) for id in "abcdefgh"))))
    id = put(terminal, "--confirm")
    asked, done = (terminal.run("draft", "publish", id, "--json", *more) for more in ((), ("--confirm",)))
    assert (asked.exit_code, json.loads(asked.stdout)["status"]) == (1, "needs-confirmation")
    assert (done.exit_code, json.loads(done.stdout)["status"]) == (0, "published")


def test_withdrawing_names_the_drafts_that_go_with_it(terminal: Terminal):
    terminal.run("publish", terminal.file(book(event("a"))))
    id = put(terminal)
    assert terminal.json("withdraw", "1")["drafts"] == [id]
    assert terminal.json("draft", "list") == []


@pytest.mark.parametrize("same", ["Aino", " aino ", "AINO"])
def test_who_made_it_may_not_publish_it(terminal: Terminal, second: None, same: str):
    id = put(terminal)
    for args in (("--author", same), ()):
        result = terminal.run("draft", "publish", id, *args, "--json")
        told = json.loads(result.stdout)
        assert (result.exit_code, told["status"], told["revision"]) == (1, "needs-review", None)
    assert "joku muu kuin sen tekijä" in terminal.run("draft", "publish", id, "--author", same).stdout
    assert terminal.json("draft", "publish", id, "--author", "Eero")["status"] == "published"


def test_a_direct_publish_becomes_a_draft(terminal: Terminal, second: None):
    path = terminal.file(text(event("a")))
    result = terminal.run("publish", path, "--author", "Aino", "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, told["status"], told["revision"]) == (1, "needs-review", None)
    assert [each["draft"] for each in terminal.json("draft", "list")] == [told["draft"]]
    assert terminal.json("history") == []
    done = terminal.json("draft", "publish", told["draft"], "--author", "Eero")
    assert (done["status"], done["revision"]) == ("published", "1")


def test_nobody_counts_as_no_person(terminal: Terminal, second: None):
    path = terminal.file(text(event("a")))
    result = terminal.run("publish", path)
    assert (result.exit_code, "--author" in result.stdout, terminal.json("draft", "list")) == (1, True, [])
    id = terminal.json("publish", path, "--draft")["draft"]
    result = terminal.run("draft", "publish", id, "--author", "Eero", "--json")
    assert (result.exit_code, json.loads(result.stdout)["status"]) == (1, "needs-review")


def test_errors_come_before_the_second_person(terminal: Terminal, second: None):
    path = terminal.file(text(event("a", **FAULTY)))
    assert terminal.json("publish", path, "--author", "Aino")["status"] == "issues"
    assert terminal.json("publish", path)["status"] == "issues"


@pytest.mark.parametrize("command", ["list", "show", "publish", "discard"])
def test_every_command_of_the_group_has_help(terminal: Terminal, command: str):
    result = terminal.run("draft", command, "--help")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"Käyttö: analysis draft {command} [VALINNAT]")
    assert f"  {command} " in terminal.run("draft", "--help").stdout
