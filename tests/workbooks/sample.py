"""Invented data for tests and demonstration: `python -m tests.workbooks.sample` writes data/sample_activity.xlsx.

About as much as the co-operation reports; the same every time. Regions and themes are the real ones, all else is made
up and says so by its name. That it is sample data is told by the title in the sheet Tietoja, which begins with
"Esimerkkiaineisto".
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from analysis.exports import data_workbook
from analysis.schema import TABLES, Tables, all_tables, typed_frame
from analysis.schema.aliases import SEVEN
from analysis.words import translator
from tests.workbooks import sample_terms as terms
from tests.workbooks.rows import facts, typed

PATH = Path(__file__).parents[2] / "data" / "sample_activity.xlsx"
Row = dict[str, Any]

CODES = tuple(SEVEN)
THEMES = tuple(row["id"] for row in facts("themes"))
FORMS = ("onsite", "online", "hybrid")
TOPICS = (
    *(("kevätseminaari", "seminar"), ("klusterien verkostopäivä", "networking"), ("rahoitusaamu", "other")),
    *(
        ("palvelujen työpaja", "workshop"),
        ("kansainvälinen konferenssi", "conference"),
        ("osaajien ilta", "networking"),
    ),
    *(("johtamisen webinaari", "webinar"), ("vesialan seminaari", "seminar"), ("ruoka-alan työpaja", "workshop")),
    ("teollisuuden webinaari", "webinar"),
)
ORGANISERS = ("Esimerkkiliitto", "Esimerkkiyhdistys", "Esimerkkikeskus", "Esimerkkikorkeakoulu")
EVENTS, STORIES, MATERIALS, CLUSTERS = 30, 20, 60, 25
SPECIAL: dict[int, Row] = {
    3: {"occasions": 6, "participants": 420, "starts": "2019", "regions": CODES},
    5: {"starts": "2020-05", "ends": None},
    8: {"status": "cancelled", "participants": None},
    11: {"starts": "2021", "ends": None},
    14: {"status": "postponed", "participants": None},
    17: {"participants": None, "regions": CODES},
    20: {"occasions": 3, "participants": 96},
    23: {"status": "cancelled", "participants": 40},
    24: {"regions": CODES},
    29: {"starts": "2026-11", "ends": None, "participants": None},
}


def tables() -> Tables:
    """The typed tables of the sample workbook."""
    chance = Random(2019)
    rows = {
        **{
            "clusters": clusters(chance),
            "events": events(chance),
            "stories": stories(),
            "materials": materials(chance),
        },
        **{"priorities": terms.priorities(), "targets": terms.targets(), "about": terms.about()},
        "phases": terms.phases(),
    }
    made = {name: _frame(name, list(each)) for name, each in rows.items()}
    return all_tables(made | {name: typed(name, facts(name)) for name in ("themes", "regions")}, TABLES)


def events(chance: Random) -> Iterator[Row]:
    """Events of all kinds, some joint, some that were not held, some whose day is not known."""
    for n in range(1, EVENTS + 1):
        year, month, day = 2019 + (n - 1) * 8 // EVENTS, 1 + n * 3 % 11, 1 + n * 7 % 27
        topic, kind = _of(TOPICS, n)
        starts = f"{year}-{month:02}-{day:02}"
        yield {
            **{"id": f"esim-t-{n:02}", "name": f"Esimerkkitapahtuma {n}: {topic}", "starts": starts},
            **{"ends": f"{year}-{month:02}-{day + 1:02}" if n % 4 == 0 else None, "kind": kind},
            **{"form": _of(FORMS, n), "regions": _some_regions(n), "themes": _some(THEMES, n, 1 + (n % 5 == 0))},
            **{"priorities": _some(terms.KEYS, n, 1), "organisers": _some(ORGANISERS, n, 1 + n % 2)},
            **{"place": "Esimerkkilä" if n % 3 else None, "link": f"https://tapahtumat.example/{n}"},
            **{"recording": f"https://tallenteet.example/{n}" if n % 6 == 0 else None},
            **{"summary": "Keksitty tapahtuma esimerkkiaineistossa."},
            **_participants(chance, n),
            **SPECIAL.get(n, {}),
        }


def stories() -> Iterator[Row]:
    """Stories of most of the clusters, two without a day."""
    for n in range(1, STORIES + 1):
        month = f"{2019 + (n - 1) * 8 // STORIES}-{1 + n * 7 % 10:02}"
        yield {
            **{"id": f"esim-k-{n:02}", "title": f"Esimerkkitarina {n}: miten klusteri kasvoi"},
            **{"published": None if n in (7, 16) else month if n % 5 == 0 else f"{month}-{1 + n % 28:02}"},
            **{"cluster": f"esim-kl-{1 + n % CLUSTERS:02}", "regions": _some_regions(n + 2)},
            **{"themes": _some(THEMES, n, 1), "form": "talk" if n % 4 == 0 else "article"},
            **{"link": f"https://tarinat.example/{n}", "summary": "Keksitty tarina esimerkkiaineistossa."},
        }


def materials(chance: Random) -> Iterator[Row]:
    """Twelve materials a theme, the first four in their reading order; talks of one recording share its link."""
    for n in range(1, MATERIALS + 1):
        kind = _of(("recording", "guide", "slides", "article", "recording", "tool"), n)
        yield {
            **{"id": f"esim-a-{n:02}", "title": f"Esimerkkiaineisto {n}: {_of(terms.SUBJECTS, n)}"},
            **{
                "themes": (THEMES[(n - 1) // 12],),
                "kind": kind,
                "language": _of(("fi", "fi", "fi", "en", "sv", "other"), n),
            },
            **{
                "published": None
                if n % 11 == 0
                else f"{2019 + n * 8 // (MATERIALS + 1)}-{1 + n % 10:02}-{1 + n % 28:02}"
            },
            **{"start_here": 1 + (n - 1) % 12 if (n - 1) % 12 < 4 else None},
            **{"link": None if n % 13 == 0 else f"https://aineistot.example/{n}"},
            **{"summary": "Keksitty aineisto esimerkkiaineistossa."},
            **(_recording(chance, n) if kind == "recording" else {}),
        }


def clusters(chance: Random) -> Iterator[Row]:
    """Clusters of every region, some with a label, one whose label is old."""
    for n in range(1, CLUSTERS + 1):
        label = _of(("bronze", None, "silver", None, None, "gold", None), n)
        yield {
            **{"id": f"esim-kl-{n:02}", "name": f"Esimerkkiklusteri {n}", "regions": (_of(CODES, n),)},
            **{"field": _of(terms.FIELDS, n), "priorities": _some(terms.KEYS, n, 1), "founded": 2005 + n * 3 % 20},
            **{"members": chance.randint(6, 160) if n % 6 else None, "label": label},
            **{"label_year": (2016 if n == 1 else 2022 + n % 4) if label else None},
            **{"website": f"https://klusterit.example/{n}"},
        }


def _participants(chance: Random, n: int) -> Row:
    if n % 7 == 0:
        return {}
    number = chance.randint(15, 180)
    if n % 3:
        return {"participants": number}
    companies, research = number // 3, number // 4
    groups = {"from_companies": companies, "from_research": research, "from_public": number // 5}
    return {"participants": number, **groups, "from_others": number - companies - research - number // 5}


def _recording(chance: Random, n: int) -> Row:
    talks = {"event": "esim-t-06", "link": "https://tallenteet.example/6", "starts_at": 150 * n} if n % 3 == 0 else {}
    return {"duration_min": chance.randint(8, 95), "captions": "no" if n % 4 == 0 else "yes", **talks}


def _some_regions(n: int) -> tuple[str, ...]:
    return _some(CODES, n, 1 + (n % 4 == 0) + (n % 8 == 0))


def _some(values: tuple[str, ...], n: int, count: int) -> tuple[str, ...]:
    return tuple(_of(values, n + each) for each in range(count))


def _of(values: tuple[Any, ...], n: int) -> Any:
    return values[n % len(values)]


def _frame(name: str, rows: list[Row]) -> Any:
    return typed_frame(TABLES[name], {each.name: [row.get(each.name) for row in rows] for each in TABLES[name].columns})


def made() -> bytes:
    """The workbook's bytes, the same every time."""
    return data_workbook(tables(), translator("fi"))


def main() -> None:
    """Write the workbook."""
    PATH.write_bytes(made())


if __name__ == "__main__":
    main()
