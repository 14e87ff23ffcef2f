"""The menu of the numbers at a glance: the numbers as files, the rows behind each, and how each is counted."""

from functools import partial

from analysis.exports import chart_csv, chart_data, rows_workbook
from analysis.sections import Number, Section, behind, numbers_table
from pages.parts import download, markup, menu, plain
from pages.parts.view import View


def offer(view: View, section: Section) -> str:
    """The name of the menu of a section's numbers; empty where it has none."""
    if not section.numbers:
        return ""
    return menu.named(f"{section.key}_numbers", menu.Menu(view.words("numbers.menu"), partial(_fill, view, section)))


def _fill(view: View, section: Section) -> None:
    _all(view, section)
    for each in section.numbers:
        _one(view, section, each)


def _all(view: View, section: Section) -> None:
    words, origin, given = view.words, download.origin(view, section), numbers_table(section, view.words)
    called, end = partial(download.called, view, given), f"{section.key}_numbers"
    machines = called("csv", words("downloads.machines_name"))
    download.button(words("downloads.csv_people"), lambda: chart_csv(given, words, origin), called("csv"), f"csv_{end}")
    download.button(words("downloads.csv_machines"), lambda: chart_data(given), machines, f"data_{end}")
    label, key = words("numbers.xlsx"), f"xlsx_{end}"
    download.button(label, lambda: rows_workbook(given, words, origin), called("xlsx"), key)


def _one(view: View, section: Section, number: Number) -> None:
    words, found = view.words, behind(view.tables, view.selection, view.words, number)
    if found:
        label, key = plain.label(words("numbers.rows", label=number.label)), f"rows_{section.key}_{number.key}"
        name = download.called(view, found, "csv")
        download.button(label, lambda: chart_csv(found, words, download.origin(view, section)), name, key)
    markup.show("hint", words, text=number.rule)
