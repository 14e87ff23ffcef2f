"""axe-core on a page: the newest where npm installed it, else the one that the test package brings."""

from axe_playwright_python.base import AXE_FILE_PATH
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from analysis.static import ASSETS

NEWEST = ASSETS / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.1 A and AA and best practice: "rule: element", one for each element."""
    axe = Axe.from_file(NEWEST if NEWEST.is_file() else AXE_FILE_PATH)
    found = axe.run(page).response["violations"]
    return [f"{each['id']}: {' '.join(map(str, node['target']))}" for each in found for node in each["nodes"]]
