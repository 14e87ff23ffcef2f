"""Presentations for tests: every part of every section as a slide, under any selection."""

from analysis.exports import Provenance
from analysis.schema import Language, Tables
from analysis.sections import Presentation, ReportContext
from analysis.sections.presentation.outline import Outline, SlideSpec
from analysis.sections.presentation.slides import presentation, slide_parts
from analysis.sections.registry import section
from analysis.selection import Selection
from analysis.words import translator
from tests.exports.test_every_chart import TABLES, TODAY

SECTIONS = (
    *("overview", "regions", "themes", "events", "stories", "clusters", "toolkit", "gaps", "cooperation", "targets"),
    *("yearsheet", "region", "term"),
)
LICENCE = "Creative Commons Nimeä 4.0 Kansainvälinen (CC BY 4.0)"
ORIGIN = Provenance("12", "2023-06-24", licence=LICENCE, cofunding="Maakuntien liitot")


def basis(language: Language, tables: Tables = TABLES) -> ReportContext:
    return ReportContext(tables, translator(language), TODAY, "12", "2023-06-24")


def whole(
    selection: Selection, language: Language = "fi", tables: Tables = TABLES, keys: tuple[str, ...] = SECTIONS
) -> Presentation:
    """Every chart, list and number of the sections that the selection has."""
    context = basis(language, tables)
    pairs = [(key, section(key, context, selection)) for key in keys]
    steps = [SlideSpec(key, part) for key, content in pairs if content for part in slide_parts(content, context)]
    return presentation(Outline(tuple(steps), "Vuosi katsauksessa", selection), context)
