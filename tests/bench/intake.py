"""What reading costs, beside python-calamine, pandas and frictionless on the same file in the same run."""

import gc
import io
import os
import random
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from unittest.mock import patch

import frictionless
import pandas as pd
from python_calamine import CalamineWorkbook

from analysis.intake import Checker, Limits, Upload, read
from analysis.schema import TABLES, all_tables
from analysis.schema.aliases import SEVEN
from analysis.settings import ROOT
from tests.making import xlsx

NOW = datetime(2026, 6, 1, tzinfo=UTC)
REGIONS = [names.fi for names in SEVEN.values()]
KINDS = ["seminaari", "työpaja", "webinaari", "verkostoituminen", "konferenssi", "muu"]
NOTHING = all_tables({}, TABLES)


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
    """Without looking for garbage meanwhile, as the worker reads."""
    gc.collect()
    gc.disable()
    try:
        start = perf_counter()
        work()
        return perf_counter() - start
    finally:
        gc.enable()


def many(number: int) -> dict[str, float]:
    """Milliseconds to read, type and check so many events, and what others take to read the same file alone.

    frictionless validates it against the types that it infers itself. Of the slow ones one go is measured.
    """
    data = xlsx(Tapahtumat=events(number))
    times = 5 if number <= 10_000 else 2
    return {
        "read, typed and checked": milliseconds(lambda: read([upload(data)], NOTHING, Limits(), NOW), times),
        "python-calamine, cells alone": milliseconds(lambda: bare(data), times),
        "pandas.read_excel with openpyxl": milliseconds(lambda: pandas_alone(data), 1),
        "frictionless validate": milliseconds(lambda: frictionless_alone(data), 1),
    }


def upload(data: bytes) -> Upload:
    """A workbook as it is handed over."""
    return Upload("tapahtumat.xlsx", data)


def bare(data: bytes) -> list[list[Any]]:
    """The cells as python-calamine gives them."""
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def pandas_alone(data: bytes) -> pd.DataFrame:
    """The cells as pandas gives them."""
    return pd.read_excel(io.BytesIO(data), engine="openpyxl")


def frictionless_alone(data: bytes) -> None:
    """The file validated by frictionless, without its limit of errors in the way."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "tapahtumat.xlsx")
        path.write_bytes(data)
        with frictionless.system.use_context(trusted=True):
            assert frictionless.validate(str(path)).stats["tasks"] == 1


def ordinary(number: int = 30) -> tuple[float, float]:
    """Milliseconds from upload to checked for a small file, through the worker, and for pandas to read it."""
    data = xlsx(Tapahtumat=events(number))
    checker = Checker()
    try:
        checker.check([upload(data)], NOTHING, NOW)
        ours = milliseconds(lambda: checker.check([upload(data)], NOTHING, NOW), 9)
    finally:
        checker.close()
    return ours, milliseconds(lambda: pandas_alone(data), 9)


def command(*arguments: str) -> float:
    """The processor time of a command and all that it starts, in milliseconds: the median of seven."""
    return median(_processor_time(arguments) for _ in range(7)) * 1000


def _processor_time(arguments: tuple[str, ...]) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def from_the_command_line() -> tuple[float, float]:
    """Milliseconds of processor time to check the shipped workbook, without a store, and for pandas to read it."""
    workbook = str(ROOT / "data" / "cluster_activity.xlsx")
    alone = f"import pandas; pandas.read_excel({workbook!r}, sheet_name=None, engine='openpyxl')"
    with TemporaryDirectory() as folder, patch.dict(os.environ, KLUSTERIPULSSI_STORE=f"sqlite:///{folder}/none.sqlite"):
        return command("-m", "analysis", "check", workbook), command("-c", alone)


def main() -> None:
    """Print the numbers."""
    ours, theirs = from_the_command_line()
    print(f"a check by command: {ours:.0f} ms, pandas with openpyxl: {theirs:.0f} ms, ratio {ours / theirs:.2f}")
    for number in (10_000, 100_000):
        times = many(number)
        least = times["python-calamine, cells alone"]
        for name, taken in times.items():
            print(f"{number:,} events of 16 columns, {name}: {taken:.0f} ms, ratio {taken / least:.2f}")
    ours, theirs = ordinary()
    print(f"an ordinary file of 30 events, upload to checked: {ours:.0f} ms; pandas reads it in {theirs:.0f} ms")


if __name__ == "__main__":
    main()
