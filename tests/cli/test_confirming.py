"""What the terminal says of an upload that is published only with a second yes, or with a side picked in conflicts."""

import pytest

from tests.cli.conftest import Terminal
from tests.publishing.coordinator import event, text

ROWS = [event(key) for key in "abcdefgh"]


@pytest.fixture
def terminal_with_two_versions(terminal: Terminal) -> Terminal:
    for name in ("Vanha", "Uusi"):
        assert (
            terminal.run("publish", terminal.file(text(event("a", Nimi=name), *ROWS[1:])), "--confirm").exit_code == 0
        )
    return terminal


@pytest.mark.parametrize(
    ("rows", "options", "checked", "published"),
    [
        (ROWS[:1], ["--base", "2"], "valinnalla --confirm.", "valinnalla --confirm."),
        ([event("a", Nimi="Muu"), *ROWS[1:]], ["--base", "1"], "--conflicts theirs", "--conflicts theirs"),
        ([event("a", Nimi="Uusi"), *ROWS[1:]], ["--base", "1"], "voi julkaista sellaisenaan.", "Mikään ei muuttunut."),
        (
            [event("a", Nimi="Uusi"), *ROWS[1:-1]],
            ["--base", "2"],
            "voi julkaista sellaisenaan.",
            "Julkaistu: versio 3.",
        ),
    ],
)
def test_the_last_line_says_what_publishing_wants(terminal_with_two_versions, rows, options, checked, published):
    terminal = terminal_with_two_versions
    path = terminal.file(text(*rows))
    for command, expected in ((["check", path, "--compare"], checked), (["publish", path], published)):
        last = terminal.run(*command, *options).stdout.splitlines()[-1]
        assert expected in last


def test_what_settles_nothing_is_not_advised(terminal_with_two_versions: Terminal):
    terminal = terminal_with_two_versions
    path = terminal.file(text(event("a", Nimi="Muu"), *ROWS[1:]))
    refused = terminal.run("publish", path, "--base", "1", "--confirm")
    settled = terminal.run("publish", path, "--base", "1", "--conflicts", "mine")
    assert (refused.exit_code, settled.exit_code) == (1, 0)
    assert "--confirm" not in refused.stdout
    assert "versio 2; muutokset yhdistetään siihen" in refused.stdout
