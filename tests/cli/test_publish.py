"""``publish``, ``history``, ``show``, ``diff``, ``restore``, ``withdraw`` to the letter of the contract."""

import json
from datetime import datetime
from hashlib import sha256

from analysis.intake import Upload
from analysis.schema import TABLES
from tests.cli.conftest import Terminal
from tests.exports.workbook_checks import opened
from tests.publishing.coordinator import FAULTY, book, event, story, text


def rows(**given: int) -> dict[str, dict[str, int]]:
    """The tables of a revision with their numbers of rows."""
    return {name: {"rows": given.get(name, 0)} for name in TABLES}


def test_a_sound_file_is_published(terminal: Terminal):
    result = terminal.run("publish", terminal.file(text(event("a"))), "--note", "Kevät", "--author", "Aino", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "status": "published",
        "revision": "1",
        "changes": {"events": {"added": 1, "removed": 0, "changed": 0}},
        "issues": [],
        **{"base": None, "base_from": "none", "meanwhile": [], "conflicts": 0},
    }
    (line,) = terminal.json("history")
    published = datetime.fromisoformat(line.pop("published"))
    assert published.utcoffset() is not None
    assert line == {"revision": "1", "author": "Aino", "note": "Kevät", "tables": rows(events=1)}


def test_publishing_again_changes_nothing(terminal: Terminal):
    path = terminal.file(text(event("a")))
    terminal.run("publish", path)
    result = terminal.run("publish", path, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        **{"status": "unchanged", "revision": "1", "changes": {}, "issues": []},
        **{"base": "1", "base_from": "estimate", "meanwhile": [], "conflicts": 0},
    }


def test_errors_stop_it_until_the_rest_is_asked_for(terminal: Terminal):
    path = terminal.file(text(event("a"), event("b", **FAULTY)))
    stopped, held_back = terminal.run("publish", path, "--json"), terminal.run("publish", path, "--json", "--hold-back")
    told = json.loads(stopped.stdout)
    assert (stopped.exit_code, told["status"], told["revision"]) == (1, "issues", None)
    assert [each["cell"] for each in told["issues"]] == ["E3"]
    told = json.loads(held_back.stdout)
    assert (held_back.exit_code, told["status"], told["revision"]) == (0, "published", "1")


def test_a_second_yes_is_wanted_for_a_large_removal(terminal: Terminal):
    terminal.run("publish", terminal.file(book(*(event(id) for id in "abcdefgh"))))
    path = terminal.file(book(event("a")))
    asked, confirmed = terminal.run("publish", path, "--json"), terminal.run("publish", path, "--json", "--confirm")
    told = json.loads(asked.stdout)
    assert (asked.exit_code, told["status"], told["revision"]) == (1, "needs-confirmation", None)
    assert [(each["code"], each["severity"]) for each in told["issues"]] == [("large-removal", "confirm")]
    assert (confirmed.exit_code, json.loads(confirmed.stdout)["revision"]) == (0, "2")


def test_with_add_nothing_is_removed(terminal: Terminal):
    terminal.run("publish", terminal.file(text(event("a"), event("b"))))
    told = terminal.json("publish", terminal.file(text(event("b", Nimi="Uusi"), event("c"))), "--add")
    assert told["changes"] == {"events": {"added": 1, "removed": 0, "changed": 1}}
    assert terminal.json("show", "2")["tables"] == rows(events=3)


def test_with_add_a_part_of_a_table_leaves_the_rest_to_be_referred_to(terminal: Terminal):
    clusters = [{"Tunnus": id, "Nimi": f"Klusteri {id}", "Maakunnat": "Lappi"} for id in ("cl-1", "cl-2")]
    terminal.run("publish", terminal.file(book(name="klusterit.xlsx", Klusterit=clusters)))
    part = terminal.file(book(Klusterit=clusters[:1], Tarinat=[story("s", Klusteri="Klusteri cl-2")]))
    assert [each["code"] for each in terminal.json("check", part)["issues"]] == ["dangling-reference"]
    told = terminal.json("publish", part, "--add")
    assert (told["status"], told["issues"]) == ("published", [])
    tables = terminal.store().tables(told["revision"])
    assert (list(tables["stories"]["cluster"]), len(tables["clusters"])) == (["cl-2"], 2)


def test_a_file_that_is_not_taken_is_refused(terminal: Terminal):
    result = terminal.run("publish", str(terminal.folder / "nix.xlsx"), "--json", "--hold-back", "--confirm")
    told = json.loads(result.stdout)
    assert (result.exit_code, told["status"], told["revision"], told["changes"]) == (2, "refused", None, {})


def test_a_revision_is_shown_with_its_files(terminal: Terminal):
    upload = book(event("a"), Tarinat=[story("s"), story("t")])
    terminal.run("publish", terminal.file(upload), "--note", "Kevät", "--author", "Aino")
    told = terminal.json("show", "1")
    assert {**told, "published": ""} == {
        "revision": "1",
        "published": "",
        "author": "Aino",
        "note": "Kevät",
        "tables": rows(events=1, stories=2),
        "files": [
            {"name": "toiminta.xlsx", "sha256": sha256(upload.data).hexdigest(), "bytes": len(upload.data)},
        ],
    }
    assert {**told, "files": None} == {**terminal.json("history")[0], "files": None}


def three(terminal: Terminal) -> None:
    """Publish three revisions: a; a and b; b changed and c."""
    for events in ([event("a")], [event("a"), event("b")], [event("b", Osallistujat=40), event("c")]):
        terminal.run("publish", terminal.file(text(*events)), "--author", "Aino")


def test_history_is_a_line_a_revision_newest_first(terminal: Terminal):
    three(terminal)
    lines = terminal.run("history").stdout.splitlines()
    assert [line.split("  ")[0] for line in lines] == ["3", "2", "1"]
    assert all(line.split("  ")[2] == "Aino" for line in lines)
    assert [each["revision"] for each in terminal.json("history")] == ["3", "2", "1"]


def test_a_note_of_several_lines_stays_in_one(terminal: Terminal):
    terminal.run("publish", terminal.file(text(event("a"))), "--note", "Kevät\n\n ja kesä")
    assert terminal.run("history").stdout.endswith("  Kevät ja kesä\n")


def test_the_difference_of_two_revisions_is_told_in_numbers_and_cell_by_cell(terminal: Terminal):
    three(terminal)
    assert terminal.json("diff", "1", "3") == {"changes": {"events": {"added": 2, "removed": 1, "changed": 0}}}
    assert terminal.json("diff", "2", "2") == {"changes": {}}
    assert terminal.run("diff", "2", "3", "--language", "en").stdout.splitlines() == [
        "Events: 1 new, 1 removed, 1 changed",
        "  + c  Tapahtuma c",
        "  - a  Tapahtuma a",
        "  * b  Tapahtuma b: Participants: (empty) → 40",
    ]


def test_the_difference_of_two_revisions_is_a_workbook_too(terminal: Terminal):
    three(terminal)
    out = terminal.folder / "muutokset.xlsx"
    told = terminal.run("diff", "1", "3", "--xlsx", str(out), "--json")
    assert json.loads(told.stdout)["changes"]["events"] == {"added": 2, "removed": 1, "changed": 0}
    assert [row[1] for row in opened(out.read_bytes())["Muutokset"].iter_rows(min_row=2, values_only=True)] == list(
        "abc"
    )


def test_an_old_revision_is_published_again(terminal: Terminal):
    three(terminal)
    result = terminal.run("restore", "1", "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (
        0,
        {
            "status": "published",
            "revision": "4",
            "changes": {"events": {"added": 1, "removed": 2, "changed": 0}},
            "issues": [],
        },
    )
    assert terminal.json("history")[0]["note"] == "Palautettu versio 1"
    assert terminal.json("diff", "1", "4") == {"changes": {}}
    assert terminal.json("restore", "1") == {"status": "unchanged", "revision": "4", "changes": {}, "issues": []}


def test_a_withdrawn_revision_keeps_a_dated_line(terminal: Terminal):
    three(terminal)
    result = terminal.run("withdraw", "3", "--json")
    told = json.loads(result.stdout)
    withdrawn = told["withdrawn"]
    assert (result.exit_code, told) == (0, {"revision": "3", "withdrawn": withdrawn, "current": "2", "sharing": []})
    assert datetime.fromisoformat(withdrawn).utcoffset() is not None
    assert terminal.json("show", "3") == {"revision": "3", "withdrawn": withdrawn}
    newest = terminal.json("history")[0]
    assert (newest["revision"], newest["tables"], newest["withdrawn"]) == ("3", {}, withdrawn)
    assert terminal.json("publish", terminal.file(text(event("a"), event("b"))))["revision"] == "2"


def test_a_revision_that_there_is_not_is_said_in_a_sentence(terminal: Terminal):
    terminal.run("publish", terminal.file(text(event("a"))))
    terminal.run("publish", terminal.file(text(event("b"))))
    terminal.run("withdraw", "1")
    commands = (["show", "7"], ["diff", "2", "1"], ["diff", "x", "2"], ["restore", "1"], ["withdraw", "0"])
    for command in commands:
        for result in (terminal.run(*command), terminal.run(*command, "--json")):
            assert (result.exit_code, result.stdout) == (2, "")
            assert result.stderr.startswith("Versiota ") and result.stderr.count("\n") == 1


def test_commands_that_read_make_no_store(terminal: Terminal):
    assert terminal.json("history") == []
    assert terminal.json("verify") == {"status": "unavailable", "revisions": 0, "faults": []}
    assert terminal.run("show", "1").exit_code == 2
    assert list(terminal.folder.iterdir()) == []


def test_a_damaged_store_is_found(terminal: Terminal):
    terminal.run("publish", terminal.file(Upload("tapahtumat.csv", text(event("a", Kuvaus="Merkki")).data)))
    assert terminal.run("verify").exit_code == 0
    path = terminal.folder / "data" / "store.sqlite"
    data = path.read_bytes()
    assert data.count(b";Merkki") == 1
    path.write_bytes(data.replace(b";Merkki", b";Merkkj"))
    result = terminal.run("verify", "--json", "--language", "en")
    assert (result.exit_code, json.loads(result.stdout)) == (
        1,
        {
            "status": "damaged",
            "revisions": 1,
            "faults": [
                {
                    "revision": "1",
                    "part": "file",
                    "name": "tapahtumat.csv",
                    "kind": "changed",
                    "message": "File tapahtumat.csv of revision 1: differs from what was published",
                }
            ],
        },
    )


def test_a_store_that_is_no_database_is_damaged_and_answers_nothing(terminal: Terminal):
    path = terminal.folder / "data" / "store.sqlite"
    path.parent.mkdir()
    path.write_bytes(b"scribble" * 1000)
    result = terminal.run("verify", "--json")
    assert (result.exit_code, json.loads(result.stdout)["status"]) == (1, "damaged")
    for command in (["history"], ["publish", terminal.file(text(event("a")))], ["withdraw", "1"]):
        result = terminal.run(*command)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("Tietovaraston tiedosto on vioittunut") and result.stderr.count("\n") == 1
