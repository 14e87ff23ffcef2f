"""Presentations as files to be shown: all that there is of all sections, with the longest names and all languages."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from analysis.exports import slideshow
from analysis.intake import Limits, Upload, read
from analysis.schema import TABLES as DECLARED
from analysis.schema import Language, Tables, all_tables
from analysis.sections import BaselineRevision, ReportContext, presentation, section
from analysis.sections.presentation.outline import Outline, SlideSpec
from analysis.sections.presentation.slides import slide_parts
from analysis.sections.registry import SECTIONS
from analysis.selection import Selection
from analysis.settings import ROOT
from analysis.words import translator
from tests.measures.table_rows import tables as typed

LONG = "Itä- ja Pohjois-Suomen puurakentamisen ja kiertotalouden osaamiskeskittymien yhteistyöverkosto"
HEADLINE = (
    "Pohjois-Pohjanmaan, Etelä-Savon ja Keski-Pohjanmaan tapahtumista "
    "yhteisiä on jo yhdeksän kymmenestä, ja osuus kasvaa"
)
PROFILE = ("region", "term")
NOTES = "Kiitä Lappia"


@cache
def longest() -> Tables:
    """Rows whose names are as long as names become."""
    regions = ("10", "11", "12", "16", "17", "18", "19")
    themes = [{"id": f"t{n}", "order": n, "name_fi": f"{LONG} {n}"} for n in range(6)]
    clusters = [{"id": f"k{n}", "name": f"{LONG} {n}", "regions": regions, "founded": 2000 + n} for n in range(12)]
    events = [
        {
            **{"id": f"e{n}", "name": f"{LONG} {n}", "starts": f"20{10 + n % 16}-05-01", "kind": "seminar"},
            **{"regions": regions[: n % 7 + 1], "themes": (f"t{n % 6}",), "participants": 12345 * n, "place": LONG},
        }
        for n in range(40)
    ]
    stories = [
        {"id": f"s{n}", "title": f"{LONG} {n}", "regions": regions, "themes": (f"t{n % 6}",), "cluster": f"k{n % 12}"}
        for n in range(30)
    ]
    about = [{"key": "coverage", "value_fi": f"{LONG}. " * 8}, {"key": "publisher", "value_fi": LONG}]
    given = {"events": events, "stories": stories, "themes": themes, "clusters": clusters, "about": about}
    return all_tables(dict(typed(**given)), DECLARED)


def deck(tables: Tables, language: Language, *, headlines: str = "") -> str:
    """The document of every slide that the tables give."""
    return _made(tables, language, tuple(SECTIONS), headlines, "")


@cache
def few(language: Language = "fi") -> str:
    """The document of a few slides, those of the overview, with notes."""
    return _made(shipped(), language, ("overview",), "", NOTES)


def _made(tables: Tables, language: Language, names: tuple[str, ...], headlines: str, notes: str) -> str:
    theme = str(tables["themes"]["id"].iloc[0])
    chosen = Selection(regions=("19",), themes=(theme,))
    before = BaselineRevision("1", "2024-01-01", all_tables({}, DECLARED))
    basis = ReportContext(tables, translator(language), "2026-11-25", "12", "2026-11-24", before)
    made = {name: section(name, basis, chosen if name in PROFILE else Selection()) for name in names}
    steps = tuple(
        SlideSpec(name, part, headlines, notes, chosen if name in PROFILE else None)
        for name, found in made.items()
        if found
        for part in slide_parts(found, basis)
    )
    address = f"https://klusteripulssi.example.fi/stories/{language}/own.html"
    return slideshow(presentation(Outline(steps), basis), basis.words, address, notes=bool(notes))


def saved(folder: Path, text: str) -> str:
    """The address of a document as a file."""
    path = folder / "deck.html"
    path.write_text(text, encoding="utf-8")
    return path.as_uri()


@cache
def shipped() -> Tables:
    """The tables of the shipped workbook."""
    path = ROOT / "data" / "cluster_activity.xlsx"
    checked = read([Upload(path.name, path.read_bytes())], all_tables({}, DECLARED), Limits(), datetime.now(UTC))
    return all_tables({name: each.frame for name, each in checked.tables.items()}, DECLARED)
