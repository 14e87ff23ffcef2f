"""A small set of data for the sections, and what of a section a test looks at."""

from analysis.charts import Chart
from analysis.sections import Detail, ItemList, Metric, Section, overview
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import Row, tables

TODAY = "2024-06-30"
EVERYTHING = Selection()
SEVEN = ("10", "11", "12", "16", "17", "18", "19")
EVENTS: list[Row] = [
    {"id": "a", "name": "A", "starts": "2022-05-01", "kind": "seminar", "regions": ("19", "10"), "participants": 1200},
    {"id": "b", "name": "B", "starts": "2023", "kind": "webinar", "regions": ("19",), "occasions": 3},
    {"id": "c", "name": "C", "starts": "2023-03", "kind": "webinar", "regions": ("12",), "participants": 30},
    {"id": "d", "name": "D", "starts": "2024-02-01", "kind": "other", "regions": ("12",), "status": "cancelled"},
    {"id": "e", "name": "E", "starts": "2024-08-01", "ends": "2024-08-02", "kind": "other", "regions": ("12",)},
]
STORIES: list[Row] = [
    {"id": "s", "title": "S", "published": "2023-05-01", "regions": ("19",), "themes": ("rahoitus",)},
    {"id": "t", "title": "T", "published": None, "regions": ("10",), "themes": ("rahoitus", "palvelut")},
]
MATERIALS: list[Row] = [{"id": "m", "title": "M", "kind": "guide", "language": "sv", "themes": ("palvelut",)}]
THEMES: list[Row] = [
    {"id": "palvelut", "order": 2, "name_fi": "Klusterin palvelut"},
    {"id": "rahoitus", "order": 1, "name_fi": "Kestävä rahoitus"},
]
ALL = {"events": EVENTS, "stories": STORIES, "materials": MATERIALS, "themes": THEMES}


def shown(selection: Selection = EVERYTHING, language="fi", today: str | None = TODAY, **rows: list[Row]) -> Section:
    """The overview of the small set, or of the rows given."""
    return overview(tables(**(rows or ALL)), selection, translator(language), today)


def number(section: Section, key: str) -> Metric:
    return next(each for each in section.metrics if each.key == key)


def chart(section: Section, key: str) -> Chart:
    return next(each for each in section.charts if each.key == key)


def listing(shown: Section | Detail, key: str) -> ItemList | None:
    lists = shown.lists if isinstance(shown, Section) else shown.listings
    return next((each for each in lists if each.key == key), None)
