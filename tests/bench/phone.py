"""The first look: a first and a second visit of a phone on slow 4G and of a desktop on cable, beside a Dash app.

Chromium slows down its line and its processor. Times are taken by the page's own clock from the start of the navigation
to the frame in which a thing is there; bytes are those that came over the line, heads included.
"""

from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.bench.browser import OURS, PLAIN, dash
from tests.bench.filled import filled
from tests.browser.chromium import launched
from tests.browser.serving import serving
from tests.browser.waiting import until

WATCH = """
window.marks = {};
const there = {
  seen: () => document.querySelector("main svg[data-chart], .js-plotly-plot .cartesianlayer"),
  live: () => document.querySelectorAll(".js-plotly-plot .cartesianlayer").length >= 3,
};
const look = () => {
  for (const [name, is] of Object.entries(there)) {
    if (!(name in marks) && is()) requestAnimationFrame(() => (marks[name] ??= performance.now()));
  }
  if (Object.keys(marks).length < 2) requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
"""``seen``: the first chart is on the screen; ``live``: charts are drawn by plotly, so the page answers to a filter."""
SECONDS = 180
"""A Dash app takes some forty on such a phone."""
BETWEEN = 2_000
"""Milliseconds from a drawn page to the next visit: the page before is at rest, as with a reader who comes back."""
DONE = "() => 'live' in window.marks && 'seen' in window.marks"


@dataclass(frozen=True)
class Line:
    """A reader's line and device: bytes a second, milliseconds of delay, how many times slower the processor is."""

    name: str
    bytes_per_second: int
    delay: int
    processor: int
    screen: dict[str, Any]


PHONE_SCREEN = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
PHONE = Line("phone, slow 4G", 200_000, 150, 4, PHONE_SCREEN)
DESKTOP = Line("desktop, cable", 625_000, 28, 1, {"viewport": {"width": 1280, "height": 900}})


def slow(page: Page, line: Line) -> list[int]:
    """Slow down a page's line and processor; the list that the bytes of each answer are added to."""
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    conditions = {"latency": line.delay, "downloadThroughput": line.bytes_per_second, "uploadThroughput": 93_750}
    session.send("Network.emulateNetworkConditions", {"offline": False, **conditions})
    session.send("Emulation.setCPUThrottlingRate", {"rate": line.processor})
    return sizes


def visits(browser: Browser, address: str, line: Line) -> dict[str, float]:
    """A new reader's first two visits: milliseconds until charts are seen and live, and KiB of the first."""
    context: BrowserContext = browser.new_context(**line.screen)
    context.add_init_script(WATCH)
    figures: dict[str, float] = {}
    page = context.new_page()
    sizes = slow(page, line)
    for visit in ("first", "second"):
        page.goto(address, wait_until="commit")
        until(page, DONE, seconds=SECONDS)
        figures |= {f"{visit} visit, {mark}": page.evaluate(f"marks.{mark}") for mark in ("seen", "live")}
        if visit == "first":
            page.wait_for_load_state("networkidle")
            figures["first visit, KiB"] = sum(sizes) / 1024
            page.wait_for_timeout(BETWEEN)
    context.close()
    return figures


def main() -> None:
    """Print the medians of each figure, and their ratios to the Dash app."""
    with TemporaryDirectory() as name, ExitStack() as running:
        folder = Path(name)
        store = f"sqlite:///{folder / 'store.sqlite'}"
        filled(store, 1000)
        addresses = {
            OURS: running.enter_context(serving(folder, store=store)).address,
            PLAIN: running.enter_context(dash(store, "overview", folder / "dash", []))[0],
        }
        browser = running.enter_context(launched())
        for line, rounds in ((PHONE, 3), (DESKTOP, 5)):
            figures: dict[tuple[str, str], list[float]] = defaultdict(list)
            for _ in range(rounds):
                for program, address in addresses.items():
                    for figure, value in visits(browser, address, line).items():
                        figures[figure, program].append(value)
            for figure in dict.fromkeys(figure for figure, _ in figures):
                ours, dashes = (median(figures[figure, program]) for program in (OURS, PLAIN))
                print(f"{line.name}, {figure}: {ours:,.0f}, Dash {dashes:,.0f}, ratio {ours / dashes:.3f}", flush=True)


if __name__ == "__main__":
    main()
