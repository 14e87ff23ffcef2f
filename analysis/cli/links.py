"""Command ``links``: asks each link of the published revision whether it still leads somewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import click

from analysis.cli import text_lines
from analysis.cli.resources import existing_store, settings_or_failure
from analysis.cli.translated_click import JSON_OPTION, LANGUAGE_OPTION, WORDS, Command, option
from analysis.links import STATES, Pace, ask_links
from analysis.measures.link_places import LinkPlace, link_places
from analysis.schema import TABLES, Tables
from analysis.sections.context.owner_texts import owner_text
from analysis.store import LinkResult, Store
from analysis.words import Translator

SECONDS = click.FloatRange(0)
LONGEST_CONTACT = 200
Places = Mapping[str, tuple[LinkPlace, ...]]


@click.command("links", cls=Command)
@click.option("--private", is_flag=True, help=WORDS("command.option.private"))
@option("pause", "seconds", type=SECONDS, default=Pace.pause)
@option("timeout", "seconds", type=SECONDS, default=Pace.link)
@option("total", "seconds", type=SECONDS, default=Pace.total)
@JSON_OPTION
@LANGUAGE_OPTION
def links(private: bool, pause: float, timeout: float, total: float, as_json: bool, language: Translator) -> None:
    """Ask each link of the published revision and store the results.

    private: whether hosts within a private network are asked; pause, timeout, total: seconds between two requests to a
    host, for one link, for all; as_json: whether a JSON list is printed; language: of the texts.
    """
    pace = Pace(pause, timeout, total)
    with settings_or_failure(language) as settings, existing_store(settings, writes=True) as store:
        current = store.current() if store else None
        if store is None or current is None:
            text_lines.show([language("command.history.empty")], as_json, [])
            return
        tables = store.tables(current.id)
        places = link_places(tables)
        results = _results(store, places, _agent(tables, language), pace, private)
        store.links.replace(results.values(), current.id)
    value = [_link_object(link, own, results.get(link)) for link, own in places.items()]
    text_lines.show(_lines(places, results, language), as_json, value)


def _results(store: Store, places: Places, agent: str, pace: Pace, private: bool) -> dict[str, LinkResult]:
    """The results by link: new ones, and those from before of links for which there was no time.

    store: of the results from before; places: the links; agent, pace, private: as in `ask_links`.
    """
    before = {each.link: each for each in store.links.all() if each.link in places}
    # The sort is stable: those that were never asked come first, then those that were asked longest ago.
    never = datetime.min.replace(tzinfo=UTC)
    order = sorted(places, key=lambda link: before[link].time if link in before else never)
    now = datetime.now(UTC)
    answers = ask_links(order, agent, pace, private=private)
    new = {link: LinkResult(link=link, time=now, **asdict(answer)) for link, answer in answers.items()}
    return before | new


def _agent(tables: Tables, words: Translator) -> str:
    """Who asks, as servers are told: the program, and whom the owner names to be written to."""
    contact = owner_text(tables, "contact", words).text.encode("ascii", "ignore").decode()
    plain = " ".join(contact.split())[:LONGEST_CONTACT].replace("(", "").replace(")", "")
    return f"Klusteripulssi ({plain})" if plain.isprintable() and plain else "Klusteripulssi"


def _link_object(link: str, places: tuple[LinkPlace, ...], result: LinkResult | None) -> dict[str, Any]:
    """A link as JSON; all is null of one for which there was never time."""
    return {
        "link": link,
        "state": result and result.state,
        "status": result and result.status,
        "moved_to": result and result.moved_to,
        "reason": result and (result.reason or None),
        "asked": result and result.time.isoformat(timespec="seconds"),
        "rows": [asdict(each) for each in places],
    }


def _lines(places: Places, results: Mapping[str, LinkResult], words: Translator) -> Iterator[str]:
    """A line for each link that does not lead where it says, with its cells, and the number of each state."""
    by_state = {state: [each for each in results.values() if each.state == state] for state in STATES}
    for state in ("dead", "moved", "uncertain", "refused"):
        for each in by_state[state]:
            why = words(f"links.reason.{each.reason}") if each.reason else each.status
            yield words(f"links.line.{state}", link=each.link, why=why, moved_to=each.moved_to)
            yield from (f"  {_cell(place, words)}" for place in places[each.link])
    counts = [words.plural(f"links.count.{state}", len(own)) for state, own in by_state.items() if own]
    if unasked := len(places) - len(results):
        counts.append(words.plural("links.count.unasked", unasked))
    yield words.plural("links.sum", len(places), counts=", ".join(counts)) if counts else words("links.none")


def _cell(place: LinkPlace, words: Translator) -> str:
    """A cell as a person finds it: the sheet, the key of its row, the header."""
    table = TABLES[place.table]
    return " · ".join((words.name(table.headers), place.key, words.name(table.column(place.column).headers)))
