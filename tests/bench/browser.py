"""Load and filter of the overview in a real browser, beside a Dash app with the same figures, in one run.

All times are taken by the page's own clock: a load from the start of the navigation, a filter from the release of the
pointer, both to the frame after the last change in a chart.
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
from tests.bench.filled import filled
from tests.browser.chromium import launched
from tests.browser.serving import free_port, serving
from tests.browser.waiting import until

CLOCK = """
window.painted = 0;
window.released = 0;
const seen = () => requestAnimationFrame(() => { window.painted = performance.now(); });
new MutationObserver((changes) => {
  if (changes.some(({ target }) => target.nodeType === 1 && target.closest(".svg-container"))) seen();
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
addEventListener("pointerup", () => { window.released = performance.now(); window.painted = 0; }, true);
"""
QUIET = """
() => painted > released && performance.now() - painted > 400 &&
  document.querySelectorAll(".js-plotly-plot .bars").length === 3
"""
OURS, PLAIN, ALIKE = "this dashboard", "Dash", "Dash, small bundle, figures kept"
FILTERS = {OURS: ".st-key-filter_regions button", PLAIN: "#regions label", ALIKE: "#regions label"}
OPENED = ".st-key-choose-regions button"
Times = dict[tuple[str, str], list[float]]


def measured(number: int = 1000, rounds: int = 5, filters: int = 7) -> Times:
    """Milliseconds by program and kind ("first load", "second load", "filter"), the programs in turn in each round."""
    times: Times = defaultdict(list)
    with TemporaryDirectory() as name, ExitStack() as running:
        folder = Path(name)
        filled(f"sqlite:///{folder / 'store.sqlite'}", number)
        server = running.enter_context(serving(folder))
        addresses = {OURS: server.address}
        for each, flags in ((PLAIN, []), (ALIKE, ["--small", "--kept"])):
            addresses[each] = running.enter_context(dash(server.store, folder / each, flags))
        browser = running.enter_context(launched())
        for _ in range(rounds):
            for program, address in addresses.items():
                for kind, taken in visited(browser, address, FILTERS[program], filters):
                    times[program, kind].append(taken)
    return times


@contextmanager
def dash(store: str, folder: Path, flags: list[str]) -> Iterator[str]:
    """The address of a running Dash app."""
    folder.mkdir()
    port = free_port()
    command = [sys.executable, "-m", "tests.bench.dash_app", store, str(folder), str(port), *flags]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            while not answers(address):
                assert process.poll() is None, "the Dash app did not start"
                time.sleep(0.1)
            yield address
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


def visited(browser: Browser, address: str, filters: str, times: int) -> Iterator[tuple[str, float]]:
    """One new reader's visit: what each load and each filter took."""
    context = browser.new_context(viewport={"width": 1280, "height": 1600})
    context.add_init_script(CLOCK)
    page = context.new_page()
    for kind in ("first load", "second load"):
        page.goto(address)
        until(page, QUIET)
        yield kind, page.evaluate("painted")
    for opener in page.locator(OPENED).all():
        opener.click()
    for number in range(times):
        page.locator(filters).nth(number).click()
        until(page, QUIET)
        yield "filter", page.evaluate("painted - released")
    context.close()


def main() -> None:
    """Print the medians and their ratios to the Dash app as it comes."""
    times = measured()
    for kind in ("first load", "second load", "filter"):
        against = median(times[PLAIN, kind])
        for program in FILTERS:
            taken = times[program, kind]
            print(f"{kind}, {program}: {median(taken):.0f} ms of {len(taken)}, ratio {median(taken) / against:.2f}")


if __name__ == "__main__":
    main()
