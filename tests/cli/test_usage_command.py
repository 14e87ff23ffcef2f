"""``usage``: what the store has counted."""

from datetime import UTC, datetime, timedelta

from analysis.words.language import HELSINKI
from tests.cli.conftest import Terminal


def test_usage_of_the_last_days_is_told(terminal: Terminal):
    assert terminal.json("usage") == []
    today = datetime.now(UTC).astimezone(HELSINKI).date()
    store = terminal.store()
    for days, number in ((0, 2), (1, 1), (40, 50)):
        store.usage.add((today - timedelta(days=days)).isoformat(), "page", "events", number)
    store.usage.write()
    store.close()
    assert terminal.run("usage", "--language", "en").stdout == "Page events: 3\n"
    assert [each["number"] for each in terminal.json("usage", "--days", "60")] == [50, 1, 2]
    assert [each["number"] for each in terminal.json("usage", "--days", "1")] == [2]
