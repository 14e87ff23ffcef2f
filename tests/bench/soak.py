"""Uploads, filters, exports and programs in parallel for ten minutes: no error, and whether the memory grows.

``python -m tests.bench.soak SECONDS`` for another time. The editor is a real Chromium, which uploads a workbook,
publishes it and downloads a file, again and again; readers filter in Streamlit's own protocol.
"""

import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from statistics import linear_regression
from tempfile import TemporaryDirectory
from time import monotonic, sleep

import openpyxl
from playwright.sync_api import Error, Page, expect

from analysis.store import Store, verify_store
from analysis.store.sqlite_file import sqlite_file
from tests.bench.faults import ask_paths, read_pages
from tests.bench.load import resident
from tests.browser.chromium import launched
from tests.browser.serving import Server, serving
from tests.browser.test_downloads import menu, saved
from tests.browser.test_main_job import SHIPPED
from tests.browser.waiting import SECONDS as PATIENCE
from tests.browser.waiting import settled

SECONDS = 600
READERS = 3
READING, ASKING = 0.2, 0.1
"""Seconds between two runs of a reader, and between two questions of a program."""
WARM = 0.3
"""This part of the time is left out of the slope: caches fill."""
EVERY = 2.0
PATHS = (
    *("/", "/events?regions=19", "/read/fi/events", "/search?q=webinaarissa", "/data", "/health", "/metrics"),
    *("/api/v1/events", "/api/v1/events.csv", "/api/v1/catalog.jsonld", "/api/v1/sections/overview/years"),
    *("/events.ics", "/feed.atom", "/sitemap.xml", "/embed/overview/regions", "/stories/fi/region-19.html"),
)
KEY = "avain"


def edit(server: Server, end: float, folder: Path) -> Counter[str]:
    """Publish another number of participants and download a file, again and again until the end; how often."""
    ends: Counter[str] = Counter()
    with launched() as browser:
        page = browser.new_page(accept_downloads=True)
        expect.set_options(timeout=PATIENCE * 1000)
        page.set_default_timeout(PATIENCE * 1000)
        page.on("response", lambda each: ends.update([f"answers {each.status} with a file"] * ("/media/" in each.url)))
        for number in count(1):
            if monotonic() > end:
                return ends
            publish(page, server, workbook(folder, number))
            ends["uploads published"] += 1
            page.goto(server.address)
            settled(page)
            menu(page)
            for kind in ("png", "xlsx"):
                try:
                    assert saved(page, kind, folder).stat().st_size > 1000
                    ends["files exported"] += 1
                except Error as error:
                    ends[f"exports that failed ({error.message.splitlines()[0]})"] += 1
    return ends


def publish(page: Page, server: Server, path: Path) -> None:
    """Upload a workbook as the editor and publish it."""
    page.goto(f"{server.address}/update?key={KEY}")
    settled(page)
    page.locator(".st-key-upload_file input[type=file]").set_input_files(path)
    expect(page.locator(".st-key-card-verdict")).to_be_visible()
    page.locator(".st-key-publish button").click()
    expect(page.locator(".st-key-card-done h2")).to_be_visible()


def workbook(folder: Path, number: int) -> Path:
    """The shipped workbook with this number of participants in its first event."""
    book = openpyxl.load_workbook(SHIPPED)
    events = book["Tapahtumat"]
    column = next(cell.column for cell in events[1] if cell.value == "Osallistujat")
    events.cell(2, column).value = 100 + number
    path = folder / "changed.xlsx"
    book.save(path)
    return path


def watch_memory(server: Server, end: float) -> list[tuple[float, float]]:
    """Minutes since the start, and megabytes that the server took then."""
    start, seen = monotonic(), list[tuple[float, float]]()
    while monotonic() < end:
        seen.append(((monotonic() - start) / 60, resident(server.process.pid) / 2**20))
        sleep(EVERY)
    return seen


def main(seconds: float = SECONDS) -> None:
    """Print it."""
    with TemporaryDirectory() as name, serving(Path(name), editor_key=KEY, log="json") as server:
        end, folder = monotonic() + seconds, Path(name)
        with ThreadPoolExecutor(READERS + 3) as threads:
            watch = threads.submit(watch_memory, server, end)
            jobs = [threads.submit(read_pages, server, end, READING) for _ in range(READERS)]
            jobs += [
                threads.submit(ask_paths, server, end, PATHS, (200,), ASKING),
                threads.submit(edit, server, end, folder),
            ]
            ends = sum((each.result() for each in jobs), Counter())
            memory = [each for each in watch.result() if each[0] >= WARM * seconds / 60]
        mishaps = server.log.read_text(encoding="utf-8").count('"level": "error"')
        store = Store.open(server.store)
        faults, revisions = len(verify_store(store.engine).faults), len(store.revisions())
        file = sqlite_file(store.engine.url)
        store.close()
        size = file.stat().st_size / 2**20 if file else 0
    for minute in range(int(memory[-1][0]) + 1):
        at = next((each for time, each in memory if time >= minute), 0)
        print(f"minute {minute}: {at:.0f} MB", flush=True)
    times, megabytes = zip(*memory, strict=True)
    slope = linear_regression(times, megabytes).slope
    happened = ", ".join(f"{number} {what}" for what, number in sorted(ends.items()))
    print(f"{seconds:.0f} s: {happened}; errors in the log: {mishaps}; faults of the store: {faults}")
    print(
        f"memory of the server: {megabytes[0]:.0f} MB after the first third, {megabytes[-1]:.0f} MB at the end, "
        f"slope {slope:+.2f} MB a minute; {revisions} revisions in {size:.0f} MB"
    )


if __name__ == "__main__":
    main(*map(float, sys.argv[1:]))
