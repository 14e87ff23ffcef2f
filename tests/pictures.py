"""Pictures of every page with both workbooks and with nothing, to be looked at, in build/pictures.

`make pictures` takes them all, and those of two coordinators for docs; `python -m tests.pictures sample-events empty`
those whose names begin so, `python -m tests.pictures coordinators` those of coordinators alone.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from analysis.html_parts.page_list import PAGES
from analysis.schema import TABLES, all_tables
from analysis.settings import ROOT
from analysis.store import Store
from tests import coordinator_pictures
from tests.browser.chromium import launched
from tests.browser.serving import Server, serving
from tests.browser.waiting import settled

OUT = ROOT / "build" / "pictures"
README = ROOT / "docs" / "overview.png"
FIRST = "shipped-overview-light-1280"
"""The picture that the README shows."""
BOOKS = {"shipped": "cluster_activity.xlsx", "sample": "sample_activity.xlsx", "empty": None}
FORCED = "forced"
SHOTS = ((1280, "light", "fi"), (390, "light", "fi"), (1280, "dark", "sv"), (390, "dark", "en"), (1280, FORCED, "en"))
"""Width, mode and language of the pictures of one page; ``FORCED``: in a reader's own colours."""
VIEWS = {
    "region": "regions?regions=19&years=2019-2025",
    "compared": "regions?regions=19,18,17&measure=participants",
    "theme": "themes?themes=rahoitus",
    "door": "toolkit?themes=rahoitus",
    "month": "events?month=2023-05",
    "found": "stories?search=energia",
    "worklist": "gaps?gap=participants&regions=18",
    "rate": "gaps?measure=rate",
    "nothing-left": "events?regions=19&years=2016-2016",
}
"""What pages show where something is chosen."""
ITEMS = {
    "shipped": {"event": "events?event=ev-cmr-levi-2023", "cluster": "clusters?cluster=cl-aice"},
    "sample": {"event": "events?event=esim-t-06", "cluster": "clusters?cluster=esim-kl-07"},
    "empty": {},
}
"""One event and one cluster of each workbook."""


def main(*wanted: str) -> None:
    """Take all, or those whose names begin as wanted."""
    OUT.mkdir(parents=True, exist_ok=True)
    with launched() as browser:
        for book, workbook in BOOKS.items():
            pages = {name: at for name, at in addresses(book).items() if not wanted or name.startswith(wanted)}
            if pages:
                with TemporaryDirectory() as folder, serving(Path(folder), **told(Path(folder), workbook)) as server:
                    for shot in SHOTS:
                        taken(browser, server, pages, *shot)
        if not wanted or "coordinators" in wanted:
            coordinator_pictures.take(browser)
    if (OUT / f"{FIRST}.png").is_file():
        README.write_bytes((OUT / f"{FIRST}.png").read_bytes())


def addresses(book: str) -> dict[str, str]:
    """What is taken of a workbook, by name: paths, and for the editors' page the key of the server in braces."""
    pages = {place.key: place.path for place in PAGES}
    every = {**pages, **VIEWS, **ITEMS[book], "update-signed-in": "{editors}"}
    return {f"{book}-{name}": path for name, path in every.items()}


def told(folder: Path, workbook: str | None) -> dict[str, str]:
    """The settings of a server with a workbook; without one its store holds a revision without a row."""
    if workbook:
        return {"workbook": str(ROOT / "data" / workbook)}
    store = Store.open(f"sqlite:///{folder / 'store.sqlite'}")
    store.publish(all_tables({}, TABLES), author="", note="", now=datetime.now(UTC), parent=None)
    store.close()
    return {}


def taken(browser: Browser, server: Server, pages: dict[str, str], width: int, scheme: str, language: str) -> None:
    """Pages in one width, mode and language, one after the other as one reader sees them."""
    colours = {"forced_colors": "active"} if scheme == FORCED else {"color_scheme": scheme}
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="fi-FI", **colours)
    page = context.new_page()
    for name, path in pages.items():
        address = server.editors or "" if path == "{editors}" else f"{server.address}/{path}"
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
        settled(page)
        whole(page).screenshot(path=OUT / f"{name}-{scheme}-{width}.png")
    context.close()


def whole(page: Page) -> Page:
    """The page in a window as high as all that it shows, since Streamlit scrolls within the window."""
    height = page.evaluate("document.querySelector('.stMain').scrollHeight")
    page.set_viewport_size({"width": page.viewport_size["width"], "height": height})
    settled(page)
    for frame in page.locator("iframe").all():
        frame.content_frame.locator(":is(h1, h2):visible").first.wait_for()
    return page


if __name__ == "__main__":
    main(*sys.argv[1:])
