"""A year with all that a year sheet can hold: every kind and form, all that may be unknown, more targets than fit."""

from itertools import cycle

from analysis.schema import TABLES, Tables
from analysis.schema.aliases import SEVEN
from analysis.schema.kinds import Choice
from analysis.sections import ReportContext, Section
from analysis.sections.presentation.full_sections import full_sections
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import tables

THEMES = ("johtaminen", "palvelut", "rahoitus", "kansainvalistyminen", "osaaminen")
FORMS = cycle(("onsite", "online", "hybrid", None))
GROUPS = ("from_companies", "from_research", "from_public", "from_others")
COVERAGE = "Aineisto kattaa ne tapahtumat, joista maakuntien liitot ovat kertoneet julkisesti. " * 3

LONG = "Tämä teksti on pitkä, ja sen omistaja kertoo siinä kaiken. " * 33


def crowded(*, long: bool = False) -> Tables:
    """The tables; ``long``: the owner's texts and names of themes are as long as a cell may be without a warning."""
    kind = TABLES["events"].column("kind").kind
    assert isinstance(kind, Choice)
    events = []
    for n, each in enumerate([*kind.options] * 8):
        row = {"id": f"e{n}", "name": f"Tapahtuma {n}", "starts": ("2023-05-04", "2023-06", "2023")[n % 3]}
        row |= {"kind": each.key, "form": next(FORMS), "regions": [*SEVEN][n % 7 : n % 7 + 1 + n % 2]}
        if n % 4:
            row |= {"participants": 1000 * n} | (dict.fromkeys(GROUPS, 200 * n) if n % 2 else {})
        events.append(row | {"regions": tuple(row["regions"]), "themes": (THEMES[n % 5],) if n % 3 else ()})
    stories = [
        {"id": f"s{n}", "title": "Tarina", "published": "2023" if n % 2 else None, "regions": ("19",)} for n in range(9)
    ]
    materials = [
        {"id": f"m{n}", "title": "Opas", "kind": "guide", "published": "2023" if n else None} for n in range(9)
    ]
    measures = ("events", "participants", "stories", "materials")
    aims = [{"year": 2023, "measure": name, "target": 12} for name in measures]
    aims += [
        {"year": 2023, "measure": name, "theme": theme, "target": 400} for name in measures[:2] for theme in THEMES
    ]
    aims += [aim | {"region": code} for aim in aims for code in SEVEN]
    name = f"Teema {LONG}" if long else "Teema"
    named = [{"id": code, "order": n, "name_fi": f"{name} {code}"} for n, code in enumerate(THEMES)]
    texts = dict.fromkeys(("publisher", "licence", "cofunding"), LONG) if long else {}
    texts |= {"coverage": LONG if long else COVERAGE}
    about = [{"key": key, **dict.fromkeys(("value_fi", "value_sv", "value_en"), text)} for key, text in texts.items()]
    rows = {
        "events": events,
        "stories": stories,
        "materials": materials,
        "targets": aims,
        "themes": named,
        "about": about,
    }
    return tables(**rows)


def crowded_sheet(language: str, regions: tuple[str, ...] = (), *, long: bool = False) -> tuple[Section, ...]:
    """Its year sheet, alone."""
    context = ReportContext(crowded(long=long), translator(language), "2026-11-24", "12", "2026-06-24")
    return full_sections(("yearsheet",), context, Selection((2023, 2023), regions))
