"""The first steps as HTML: the choices of a path, the path, the checklist, the glossary."""

from dataclasses import replace

from analysis.html_parts import item_lists, links
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.html_parts.toolkit import Choice, dropped_values, parameter_link
from analysis.sections import Section
from analysis.sections.context import code_labels
from analysis.sections.pages.start.path_choice import MINUTES, PURPOSES, PathChoice, path_choice
from analysis.words.glossary import GROUPS, glossary

PURPOSE, TIME = "purpose", "minutes"
"""Parameters of the address."""


def choice_of(page: PageContext) -> PathChoice:
    """The choice of a path that the address makes."""
    return path_choice(page.address.of(PURPOSE), page.address.of(TIME))


def choice_rows(page: PageContext) -> str:
    """What a path is for, where, and how long it may take, each a row of links."""
    words, choice = page.words, choice_of(page)
    purposes = [
        parameter_link(page, PURPOSE, each if place else None, words(f"start.purpose_{each}"), each == choice.purpose)
        for place, each in enumerate(PURPOSES)
    ]
    times = sorted(MINUTES.items(), key=lambda each: each[1])
    minutes = [
        parameter_link(
            page, TIME, None if n == PathChoice.minutes else value, words(f"start.minutes_{value}"), n == choice.minutes
        )
        for value, n in times
    ]
    rows = [
        (words("start.purpose"), purposes),
        (words("start.region"), _region_links(page)),
        (words("start.minutes"), minutes),
    ]
    return render("choice-rows", words, rows=rows, summary="")


def unknown_choices(page: PageContext) -> str:
    """The sentence that the address names choices that there are not; empty if it names none such."""
    values = ((page.address.of(PURPOSE), PURPOSES), (page.address.of(TIME), MINUTES))
    return dropped_values(page, [value for value, known in values if value and value not in known])


def parts(page: PageContext, section: Section) -> list[str]:
    """All of the page below its heading, in order."""
    words = page.words
    definition, rule = section.sentences
    ours = [each for each in section.lists if not each.key.startswith("glossary")]
    lists = {each.key: item_lists.item_list(page, each) for each in ours}
    return [
        render("sentence", words, text=definition),
        unknown_choices(page),
        choice_rows(page),
        lists.pop("path"),
        render("hint", words, text=f"{rule} {words('start.ticks')}"),
        *lists.values(),
        term_list(page),
    ]


def term_list(page: PageContext) -> str:
    """The glossary: each term in three languages with its definition and sources."""
    words, terms = page.words, glossary(page.words.language)
    groups = [(words(f"glossary.group.{group}"), [each for each in terms if each.group == group]) for group in GROUPS]
    return render("glossary", words, groups=groups)


def newcomer_door(page: PageContext) -> str:
    """The way to the first steps and the toolkit for somebody who is new."""
    words, elsewhere = page.words, page.address.for_other_pages()
    entries = [(links.to(key, elsewhere), words(f"start.door_{key}")) for key in ("start", "toolkit")]
    return render("newcomer", words, entries=entries)


def _region_links(page: PageContext) -> list[Choice]:
    """The whole area and each region, as the filter of regions has them."""
    regions = code_labels.regions(page.tables, page.words)
    choices: list[tuple[tuple[str, ...], str, str | None]] = [((), page.words("start.region_all"), None)]
    choices += [((code,), str(label), label.language) for code, label in regions.items()]
    return [
        (
            links.to(page.entry.key, replace(page.address, selection=replace(page.selection, regions=codes))),
            text,
            page.selection.regions == codes,
            language,
        )
        for codes, text, language in choices
    ]
