"""A minute on a server whose store fails in one of twenty statements: what readers, an editor and a watcher get.

``python -m tests.bench.faults SECONDS`` for another time. Nothing may end the server, no answer may be a bare fault,
and what stands published in the end must be what was said to be published.
"""

import sys
from collections import Counter
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from urllib.parse import urlsplit

from sqlalchemy import event
from websockets.sync.client import connect

from analysis.store import Store, Unavailable, verify_store
from tests.bench.failing_store import fail
from tests.bench.filled import filled
from tests.bench.server import PAGES, QUERIES, run
from tests.browser.serving import Server, serving
from tests.store.rows import publish
from tests.web.http_client import ask

SECONDS = 60
PATHS = (
    *("/", "/events?regions=19", "/data", "/no-such-page", "/health", "/health/sockets", "/revisions.atom"),
    *("/embed/overview/regions", "/embed/overview", "/stories/fi/region-19.html", "/files/1/x"),
    *("/update?key=avain", "/update?key=wrong", "/sign-out"),
)
KEY = "avain"
CALM = (200, 303, 403, 404, 503)
"""What may be answered: the thing, the way to it, that there is none for this reader, that the store fails."""


def read_pages(server: Server, end: float, pause: float = 0) -> Counter[str]:
    """Go through pages with filters on one socket until the end, a ``pause`` in seconds between two; how many."""
    ends: Counter[str] = Counter()
    host = urlsplit(server.address).netloc
    ways = cycle([(page, query) for query in QUERIES for page in PAGES])
    with connect(f"ws://{host}/_stcore/stream", subprotocols=["streamlit"], max_size=None) as socket:
        while monotonic() < end:
            run(socket, *next(ways))
            ends["page runs"] += 1
            sleep(pause)
    return ends


def ask_paths(
    server: Server, end: float, paths: Sequence[str] = PATHS, calm: Collection[int] = CALM, pause: float = 0
) -> Counter[str]:
    """Ask for every one of the ``paths`` until the end; how often each status came.

    AssertionError for a status that is not ``calm``; ``pause``: seconds between two.
    """
    ends: Counter[str] = Counter()
    for path in cycle(paths):
        if monotonic() > end:
            return ends
        answer = ask(server, path)
        assert answer.status in calm, (path, answer)
        ends[f"{urlsplit(path).path} {answer.status}"] += 1
        sleep(pause)
    return ends


def publish_on(server: Server, end: float) -> Counter[str]:
    """Publish beside the server until the end, in its store, which fails here as often; how often it worked."""
    ends: Counter[str] = Counter()
    store, published = Store.open(server.store), set[str]()
    before = {each.id for each in store.revisions()}
    event.listen(store.engine, "before_cursor_execute", fail)
    while monotonic() < end:
        try:
            current = store.current()
            published.add(publish(store, "a", parent=current.id if current else None).id)
        except Unavailable:
            ends["publishes that failed"] += 1
    event.remove(store.engine, "before_cursor_execute", fail)
    assert {each.id for each in store.revisions()} - before == published
    ends["publishes"] = len(published)
    store.close()
    return ends


def measured(seconds: float) -> tuple[Counter[str], int, int]:
    """How often what happened; the lines of the log that tell of a mishap; the faults of the store at the end."""
    with TemporaryDirectory() as folder:
        filled(f"sqlite:///{Path(folder) / 'store.sqlite'}", 500)
        with serving(Path(folder), start=("tests.bench.failing_store",), editor_key=KEY, log="json") as server:
            end = monotonic() + seconds
            with ThreadPoolExecutor(4) as threads:
                jobs = [threads.submit(each, server, end) for each in (read_pages, read_pages, ask_paths, publish_on)]
                ends = sum((each.result() for each in jobs), Counter())
            assert server.process.poll() is None
            mishaps = Path(server.log).read_text(encoding="utf-8").count('"mishap ')
            store = Store.open(server.store)
            faults = len(verify_store(store.engine).faults)
            store.close()
    return ends, mishaps, faults


def main(seconds: float = SECONDS) -> None:
    """Print it."""
    ends, mishaps, faults = measured(seconds)
    happened = ", ".join(f"{what}: {number}" for what, number in sorted(ends.items()))
    print(
        f"{seconds:.0f} s with one statement of twenty failing: {happened}; mishaps told: {mishaps}; faults: {faults}"
    )


if __name__ == "__main__":
    main(*map(float, sys.argv[1:]))
