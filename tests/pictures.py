"""Pictures of every page with both workbooks, to be looked at: `make pictures` writes them into build/pictures."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from analysis.settings import ROOT
from pages.parts.places import PLACES
from tests.browser.chromium import launched
from tests.browser.serving import serving
from tests.browser.waiting import settled

OUT = ROOT / "build" / "pictures"
README = ROOT / "docs" / "overview.png"
WORKBOOKS = {"shipped": "cluster_activity.xlsx", "sample": "sample_activity.xlsx"}
SHOTS = ((1280, "light", "fi"), (390, "light", "fi"), (1280, "dark", "sv"), (390, "dark", "en"))
"""Width, mode and language of the pictures of one page."""
VIEWS = {
    "region": "regions?regions=19&years=2019-2025",
    "compared": "regions?regions=19,18,17&measure=rate",
    "theme": "themes?themes=rahoitus",
    "nothing-left": "events?regions=19&years=2016-2016",
}
"""What pages show where something is chosen."""


def main() -> None:
    """Take them all; the README's picture is the overview of the shipped workbook."""
    OUT.mkdir(parents=True, exist_ok=True)
    with launched() as browser:
        for name, workbook in WORKBOOKS.items():
            with (
                TemporaryDirectory() as folder,
                serving(Path(folder), workbook=str(ROOT / "data" / workbook)) as server,
            ):
                for place in PLACES:
                    taken(browser, f"{server.address}/{place.path}", f"{name}-{place.key}")
                for view, address in VIEWS.items():
                    taken(browser, f"{server.address}/{address}", f"{name}-{view}")
                taken(browser, server.editors or "", f"{name}-update-signed-in")
    README.write_bytes((OUT / "shipped-overview-light-1280.png").read_bytes())


def taken(browser: Browser, address: str, name: str) -> None:
    """One page in every width, mode and language of the pictures."""
    for width, scheme, language in SHOTS:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="fi-FI")
        page = context.new_page()
        page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
        settled(page)
        whole(page).screenshot(path=OUT / f"{name}-{scheme}-{width}.png")
        context.close()


def whole(page: Page) -> Page:
    """The page in a window as high as all that it shows, since Streamlit scrolls within the window."""
    height = page.evaluate("document.querySelector('.stMain').scrollHeight")
    page.set_viewport_size({"width": page.viewport_size["width"], "height": height})
    settled(page)
    return page


if __name__ == "__main__":
    main()
