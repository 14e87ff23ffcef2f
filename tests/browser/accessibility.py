"""axe-core on a page: the newest where npm installed it, else the one that the test package brings."""

from axe_playwright_python.base import AXE_FILE_PATH
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from analysis.static import ASSETS

NEWEST = ASSETS / "node_modules" / "axe-core" / "axe.min.js"


WITH_TARGET_SIZE = {"rules": {"target-size": {"enabled": True}}}
"""Of WCAG 2.2, which axe-core asks for by name alone."""
NAMES = """
() => [...document.querySelectorAll(".stMain button")].filter((each) => each.getClientRects().length).map((each) => {
  const group = each.closest("[role=radiogroup], [role=toolbar]")?.getAttribute("aria-label") ?? "";
  return `${group} ${(each.getAttribute("aria-label") ?? each.textContent).trim()}`;
})
"""
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
"""Text spacing as WCAG 1.4.12 has it."""
CUT_OFF = """
(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const texts = document.createTreeWalker(document.querySelector(".stMain"), NodeFilter.SHOW_TEXT);
  const cut = [];
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.nodeValue.trim() || text.parentElement.closest("svg, .sr, .skip, [data-testid=stIconMaterial]")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { width, right, top, bottom } = range.getBoundingClientRect();
    for (let box = text.parentElement; width && !box.matches(".stMain"); box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      const hides = [overflowX, overflowY].some((each) => ["hidden", "clip"].includes(each)) && edge.width > 1;
      if (hides && (bottom > edge.bottom + 1 || top < edge.top - 1 || right > edge.right + 1)) cut.push(text.nodeValue);
    }
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  return cut;
}
"""


def names_twice(page: Page) -> list[str]:
    """Names that several buttons of the page have, each with the group that its button is in."""
    names = page.evaluate(NAMES)
    return sorted({each for each in names if names.count(each) > 1})


def cut_off_by_spacing(page: Page) -> list[str]:
    """Texts that are cut if a reader spaces letters, words, lines and paragraphs."""
    return page.evaluate(CUT_OFF, SPACING)


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.1 A and AA, on sizes and best practice: "rule: element", one an element."""
    axe = Axe.from_file(NEWEST if NEWEST.is_file() else AXE_FILE_PATH)
    found = axe.run(page, options=WITH_TARGET_SIZE).response["violations"]
    return [f"{each['id']}: {' '.join(map(str, node['target']))}" for each in found for node in each["nodes"]]
