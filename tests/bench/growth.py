"""How the work grows with the events: 1,000 to 200,000, from the check of a workbook to the memory of the server.

``python -m tests.bench.growth 1000 10000`` for other numbers. Behind each figure stands by how much it grew where the
events grew tenfold (or as far as they did): more than that is not linear.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from websockets.sync.client import connect

from analysis.intake import Checker, Limits, Upload
from analysis.publishing import ensure_first, publish_at_once
from analysis.settings import ROOT, read
from analysis.store import Store
from tests.bench.intake import NOTHING, events
from tests.bench.load import resident
from tests.bench.server import QUERIES, run
from tests.browser.serving import Server, serving
from tests.making import xlsx
from tests.web.http_client import ask

NUMBERS = (1_000, 10_000, 100_000, 200_000)
LIMITS = Limits(seconds=300, memory_bytes=4096 * 1024 * 1024, sheet_rows=2 * NUMBERS[-1])
"""Wider than those of the program, which takes sheets of 200,000 rows at most, the headers among them."""
PATIENCE = "300"
SEARCHES = ("webinaarissa", "keksittu")


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes, once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def publishing(folder: Path, number: int) -> Iterator[tuple[str, float]]:
    """Seconds of the check of a workbook with so many events, and of all that publishing takes, a check included."""
    data = xlsx(Tapahtumat=events(number))
    uploads = [Upload("events.xlsx", data)]
    now = datetime.now(UTC)
    with closing(Checker(LIMITS)) as checker, closing(Store.open(f"sqlite:///{folder / 'store.sqlite'}")) as store:
        ensure_first(store, checker, Path(read({}).workbook), now, note="")
        yield "check", seconds(lambda: checker.check(uploads, NOTHING, now))
        values = {"note": "", "author": "", "now": now, "hold_back": True, "confirm": True}
        yield "check, compare and publish", seconds(lambda: publish_at_once(uploads, store, checker, **values))
        current = store.current()
        assert current and len(store.tables(current.id)["events"]) == number
        yield "megabytes of the workbook", len(data) / 2**20
    yield "megabytes of the store", (folder / "store.sqlite").stat().st_size / 2**20


def reading(server: Server) -> Iterator[tuple[str, float]]:
    """Seconds of what readers and programs ask for, and the memory that the server takes in the end."""
    for name, path in (
        ("first page, the very first", "/"),
        ("first page, again", "/"),
        ("first page, a filter", "/?regions=19"),
        ("events, first page", "/events"),
        ("events, a filter", "/events?regions=19"),
        ("events of the reading edition", "/read/fi/events"),
        ("search, the first", f"/search?q={SEARCHES[0]}"),
        ("search, another", f"/search?q={SEARCHES[1]}"),
        ("open data, the first page of 100", "/api/v1/events?limit=100"),
        ("open data, filtered", "/api/v1/events?limit=100&region=19"),
        ("open data, csv", "/api/v1/events.csv"),
        ("calendar", "/events.ics"),
        ("feed", "/feed.atom"),
        ("sitemap", "/sitemap.xml"),
    ):
        yield name, seconds(lambda path=path: answer(server, path))
    following = json.loads(ask(server, "/api/v1/events?limit=100").body)["next"]
    if following:
        yield "open data, the second page", seconds(lambda: answer(server, following.removeprefix(server.address)))
    url = f"ws://{urlsplit(server.address).netloc}/_stcore/stream"
    with connect(url, subprotocols=["streamlit"], max_size=None) as socket:
        run(socket, "", "")
        yield "a filter on the open page", seconds(lambda: run(socket, "", QUERIES[0]))
        run(socket, "events", "")
        yield "a filter on the open events", seconds(lambda: run(socket, "events", QUERIES[1]))
    yield "megabytes of the server", resident(server.process.pid) / 2**20


def answer(server: Server, path: str) -> None:
    """Have a server answer; AssertionError if it has nothing there."""
    got = ask(server, path, seconds=LIMITS.seconds)
    assert got.status == 200, (path, got.status)


def exporting(server: Server, folder: Path) -> Iterator[tuple[str, float]]:
    """Seconds of files that the command line writes, its start included."""
    for name in ("rows.xlsx", "rows.csv", "report.docx"):
        command = [sys.executable, "-m", "analysis", "export", str(folder / name)]
        environment = {"KLUSTERIPULSSI_STORE": server.store, "PATH": ""}
        yield f"export {name}", seconds(lambda c=command, e=environment: subprocess.run(c, cwd=ROOT, env=e, check=True))


def measured(number: int) -> dict[str, float]:
    """All figures of so many events, by what was done."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        found = dict(publishing(folder, number))
        with serving(folder, check_seconds=PATIENCE) as server:
            found |= reading(server)
            found |= exporting(server, folder)
    return found


def main(*numbers: int) -> None:
    """Print them, each number beside the one before."""
    before: dict[str, float] = {}
    for number in numbers or NUMBERS:
        found = measured(number)
        print(f"{number:,} events")
        for name, figure in found.items():
            grown = f"  ({figure / before[name]:.1f} times)" if before.get(name) else ""
            print(f"  {name}: {figure:.3f}{grown}", flush=True)
        before = found


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
