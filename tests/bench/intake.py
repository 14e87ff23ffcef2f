"""What reading costs: 10,000 events beside python-calamine alone, and an ordinary file through the worker."""

import io
import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from time import perf_counter
from typing import Any

from python_calamine import CalamineWorkbook

from analysis.intake import Checker, Limits, Upload, read
from analysis.schema import TABLES, whole_set
from analysis.schema.aliases import SEVEN
from tests.making import xlsx

NOW = datetime(2026, 6, 1, tzinfo=UTC)
REGIONS = [names.fi for names in SEVEN.values()]
KINDS = ["seminaari", "työpaja", "webinaari", "verkostoituminen", "konferenssi", "muu"]
NOTHING = whole_set({}, TABLES)


def events(number: int) -> list[dict[str, Any]]:
    """So many invented events in 16 columns."""
    chance = random.Random(number)
    return [_event(place, chance) for place in range(number)]


def _event(place: int, chance: random.Random) -> dict[str, Any]:
    day = date(2019, 1, 1) + timedelta(days=chance.randrange(2700))
    return {
        "Tunnus": f"ev-{place:05}",
        "Nimi": f"Keksitty tapahtuma {place}",
        "Alkaa": day,
        "Päättyy": day + timedelta(days=chance.randrange(3)),
        "Tyyppi": chance.choice(KINDS),
        "Muoto": chance.choice(["läsnä", "etä", "hybridi"]),
        "Maakunnat": "; ".join(chance.sample(REGIONS, chance.randrange(1, 4))),
        "Järjestäjät": f"Keksitty liitto {place % 7}; Keksitty klusteri {place % 25}",
        "Paikka": f"Paikkakunta {place % 90}",
        "Osallistujat": chance.randrange(10, 400),
        "Kertoja": 1,
        "Tila": chance.choice(["vahvistettu", "", "peruttu"]),
        "Tallenne": f"https://example.org/tallenne/{place}",
        "Linkki": f"https://example.org/tapahtuma/{place}",
        "Kuvaus": f"Keksitty kuvaus, jossa kerrotaan tapahtumasta {place} muutamalla sanalla.",
        "Lähde": "https://example.org",
    }


def milliseconds(work: Callable[[], Any], times: int = 5) -> float:
    """The least time of a piece of work: what else the machine does can only add to it."""
    return min(_once(work) for _ in range(times)) * 1000


def _once(work: Callable[[], Any]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def many(number: int = 10_000) -> tuple[float, float]:
    """Milliseconds to read, type and check so many events, and to read their cells alone."""
    data = xlsx(Tapahtumat=events(number))
    whole = milliseconds(lambda: read([Upload("tapahtumat.xlsx", data)], NOTHING, Limits(), NOW))
    bare = milliseconds(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python())
    return whole, bare


def ordinary(number: int = 30) -> float:
    """Milliseconds from upload to checked for a small file, through the worker."""
    uploads = [Upload("tapahtumat.xlsx", xlsx(Tapahtumat=events(number)))]
    checker = Checker()
    try:
        checker.check(uploads, NOTHING, NOW)
        return milliseconds(lambda: checker.check(uploads, NOTHING, NOW), 9)
    finally:
        checker.close()


def main() -> None:
    """Print the numbers."""
    whole, bare = many()
    print(f"reading 10,000 events: {whole:.0f} ms, bare calamine {bare:.0f} ms, ratio {whole / bare:.1f}")
    print(f"an ordinary file of 30 events, through the worker: {ordinary():.0f} ms")


if __name__ == "__main__":
    main()
