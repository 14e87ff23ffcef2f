"""The names in the browser and the addresses that the contract gives; `test_matrix` looks for the names."""

from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.serving import Server

FILTERS = ("years", "regions", "themes", "priorities", "kinds")
FILTERED = ("overview", "regions", "themes", "events", "stories", "clusters", "toolkit", "present")
SEARCHED = ("events", "stories", "clusters")
CHARTS = {
    "overview": ("overview_years", "overview_regions", "overview_themes"),
    "regions": ("regions_map", "regions_ranked", "regions_years"),
    "themes": ("themes_years", "themes_ranked", "themes_kinds", "themes_regions", "themes_crossed"),
    "events": ("events_years", "events_kinds", "events_forms", "events_regions"),
    "stories": ("stories_story_years", "stories_story_themes", "stories_story_forms", "stories_story_clusters"),
    "clusters": ("clusters_founded", "clusters_cluster_regions", "clusters_labels"),
    "gaps": ("gaps_recency", "gaps_age"),
    "cooperation": (
        *("cooperation_joint", "cooperation_pairs", "cooperation_story_pairs", "cooperation_cluster_pairs"),
    ),
    "targets": ("targets_progress",),
    "data": ("quality_missing", "quality_precision", "quality_revisions", "quality_filled"),
}
NAMES = """
() => [...new Set([...document.querySelectorAll("[class*=st-key-]")].flatMap((each) =>
  [...each.classList].filter((name) => name.startsWith("st-key-")).map((name) => name.slice(7))))]
"""


def names(page: Page) -> set[str]:
    return set(page.evaluate(NAMES))


def has_the_names_of_the_contract(page: Page, key: str) -> None:
    """Look for the names of a page, which stands in a wide window, and open each of its filters."""
    found = names(page)
    assert "language" in found
    assert {f"chart_{chart}" for chart in CHARTS.get(key, ())} == {n for n in found if n.startswith("chart_")}
    assert "search" in found and ("search_rows" in found) == (key in SEARCHED)
    for name in FILTERS if key in FILTERED else ():
        menu = page.locator(f".st-key-choose-{name} button")
        if menu.is_disabled():
            continue
        menu.click()
        page.locator(f".st-key-filter_{name}").wait_for()
        page.keyboard.press("Escape")


def test_an_address_with_every_filter_opens_its_view_and_stays_as_it_is(server: Server, visit: Visit):
    query = "?regions=19,17&themes=rahoitus&years=2020-2024&lang=fi&rev=1"
    page = visit(f"{server.address}/{query}")
    told = page.locator(".chosen p").first.inner_text()
    assert "2020–2024" in told and "Pohjois-Pohjanmaa ja Lappi" in told and "rahoitus" in told
    assert page.evaluate("location.search") == query
