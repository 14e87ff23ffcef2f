"""Load and filter of two pages in a real browser, beside a Dash app with the same figures, in one run.

Beside the dashboard runs one without each of its pauses: a ratio above 1 is what the pause is worth. All times are
taken by the page's own clock: a load from the start of the navigation, a filter from the release of the pointer, both
to the frame after the last change in a chart.
"""

import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from analysis.settings import ROOT
from pages.parts.core.pauses import PAUSES
from tests.bench.dash_app import FILTERED
from tests.bench.filled import filled
from tests.browser.chromium import launched
from tests.browser.serving import free_port, serving
from tests.browser.waiting import until

CLOCK = """
window.painted = 0;
window.released = 0;
const paint = () => requestAnimationFrame(() => { window.painted = performance.now(); });
new MutationObserver((changes) => {
  if (changes.some(({ target }) => target.nodeType === 1 && target.closest(".svg-container"))) paint();
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
addEventListener("pointerup", () => { window.released = performance.now(); window.painted = 0; }, true);
"""
QUIET = """
() => painted > released && performance.now() - painted > 400 &&
  document.querySelectorAll(".js-plotly-plot .cartesianlayer").length >= %d
"""
CHARTS = {"overview": 3, "regions": 4}
"""By page: so many it draws at least, however many plots one holds."""
OURS, PLAIN, ALIKE = "this dashboard", "Dash", "Dash, small bundle, figures cached"
WITHOUT = {f"{OURS} without the pause {name}": name for name in PAUSES}
"""By program: the pause that is off in it (`pages.parts.core.pauses`)."""
KINDS = ("first load", "second load", "filter, new", "filter, repeated")
"""A filter is new if nobody asked for it before: all in the first round; plain Dash caches none."""
Times = dict[tuple[str, str], list[float]]


def measure(page: str, number: int = 1000, rounds: int = 5, filters: int = 5) -> Times:
    """Milliseconds by program and kind (`KINDS`), the programs in turn in each round.

    ``page`` is one of `CHARTS`, ``number`` that of the events; each round loads it twice and sets ``filters`` filters.
    """
    times: Times = defaultdict(list)
    with TemporaryDirectory() as name, ExitStack() as running:
        folder = Path(name)
        store = f"sqlite:///{folder / 'store.sqlite'}"
        filled(store, number)
        addresses = {}
        for program in (OURS, *WITHOUT):
            own = folder / program
            own.mkdir()
            start = ("tests.bench.without_pause", WITHOUT[program]) if program in WITHOUT else ("streamlit",)
            server = running.enter_context(serving(own, start=start, store=store))
            addresses[program] = f"{server.address}/{page if page != 'overview' else ''}"
        for program, flags in ((PLAIN, []), (ALIKE, ["--small", "--kept"])):
            addresses[program] = running.enter_context(dash(store, page, folder / program, flags))[0]
        browser = running.enter_context(launched())
        for turn in range(rounds):
            for program, address in addresses.items():
                for kind, milliseconds in visit(browser, address, page, filters):
                    which = f"{kind}, {'repeated' if turn else 'new'}" if kind == "filter" else kind
                    times[program, which].append(milliseconds)
    return times


@contextmanager
def dash(store: str, page: str, folder: Path, flags: list[str]) -> Iterator[tuple[str, int]]:
    """The address of a running Dash app, and its process."""
    folder.mkdir()
    port = free_port()
    command = [sys.executable, "-m", "tests.bench.dash_app", store, page, str(folder), str(port), *flags]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            while not answers(address):
                assert process.poll() is None, "the Dash app did not start"
                time.sleep(0.1)
            yield address, process.pid
        finally:
            process.terminate()


def answers(address: str) -> bool:
    """Whether a server is there."""
    try:
        with closing(HTTPConnection(urlsplit(address).netloc, timeout=30)) as connection:
            connection.request("GET", "/")
            return connection.getresponse().status == 200
    except OSError:
        return False


def visit(browser: Browser, address: str, name: str, times: int) -> Iterator[tuple[str, float]]:
    """One new reader's visit to a page: the kind and the milliseconds of each load and each filter."""
    filtered, quiet = FILTERED[name], QUIET % CHARTS[name]
    context = browser.new_context(viewport={"width": 1280, "height": 1600})
    context.add_init_script(CLOCK)
    page = context.new_page()
    for kind in ("first load", "second load"):
        page.goto(address)
        until(page, quiet)
        yield kind, page.evaluate("painted")
    for opener in page.locator(f".st-key-choose-{filtered} button").all():
        opener.click()
    values = page.locator(f".st-key-filter_{filtered} button, #filter label")
    for number in range(times):
        values.nth(number).click()
        until(page, quiet)
        yield "filter", page.evaluate("painted - released")
    context.close()


def main() -> None:
    """Print the medians, their ratios to the Dash app as it comes, and without a pause those to the program with it."""
    for page in CHARTS:
        times = measure(page)
        for kind in KINDS:
            medians = {program: median(times[program, kind]) for program in (OURS, *WITHOUT, PLAIN, ALIKE)}
            for program, milliseconds in medians.items():
                other = OURS if program in WITHOUT else PLAIN
                print(
                    f"{page}, {kind}, {program}: {milliseconds:.0f} ms of {len(times[program, kind])}, "
                    f"ratio {milliseconds / medians[other]:.2f} to {other}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
