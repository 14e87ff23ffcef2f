"""The toolkit as HTML: the choices of materials, what the chosen themes are about, the lists, where to go next."""

from dataclasses import replace

from analysis.html_parts import item_lists, links
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.sections import Section
from analysis.sections.context import code_labels
from analysis.sections.pages.start.path_choice import purpose_of_theme
from analysis.sections.pages.toolkit.material_choice import PARAMETERS, MaterialChoice, material_choice, offered_values
from analysis.sections.records.worklists import GAP_PAGE

Choice = tuple[str, str, bool, str | None]
"""What can be chosen: its address, its label, whether it is chosen, the label's language if that is not the page's."""


def choice_of(page: PageContext) -> MaterialChoice:
    """The choice of materials that the address makes."""
    return material_choice(page.tables, page.address.of)


def choice_rows(page: PageContext) -> str:
    """A row of links for each way to limit the materials; empty without materials."""
    words, rows = page.words, []
    labels = {
        "material_language": {
            each: words(f"items.language.{each}") for each in code_labels.options("materials", "language", words)
        },
        "material_kind": {kind: words(f"toolkit.{kind}") for kind in code_labels.options("materials", "kind", words)},
    }
    for name, values in offered_values(page.tables).items():
        texts = labels.get(name) or {each: words("toolkit.minutes_n", n=each) for each in values}
        chosen = page.address.of(name) if page.address.of(name) in values else None
        entries = [parameter_link(page, name, None, words("toolkit.any"), chosen is None)]
        entries += [parameter_link(page, name, each, texts[each], each == chosen) for each in values]
        rows.append((words(f"toolkit.{name}"), entries))
    is_set = choice_of(page) != MaterialChoice()
    return render("choice-rows", words, rows=rows, summary=words("toolkit.narrow"), open=is_set)


def parameter_link(page: PageContext, name: str, value: str | None, label: str, chosen: bool) -> Choice:
    """The same page with another value of a parameter of its address (None: without it).

    ``page``, ``name`` and ``value`` make the address, ``label`` is its text; ``chosen``: it is what is shown.
    """
    address = page.address.with_page_parameters(**{name: value})
    return links.to(page.entry.key, address), label, chosen, None


def unknown_choices(page: PageContext) -> str:
    """The sentence that the address names choices that there are not; empty if it names none such."""
    offered = offered_values(page.tables)
    values = [page.address.of(name) or "" for name in PARAMETERS]
    pairs = zip(PARAMETERS, values, strict=True)
    return dropped_values(page, [each for name, each in pairs if each and each not in offered.get(name, ())])


def dropped_values(page: PageContext, values: list[str]) -> str:
    """The sentence that these values of the address mean nothing; empty without any."""
    if not values:
        return ""
    text = page.words.plural("frame.dropped", len(values), values=", ".join(values))
    return render("notice", page.words, text=text)


def before_lists(page: PageContext, section: Section) -> list[str]:
    """What is between the filters and the lists: what the themes are about, the choices, the sentence."""
    doors = [each for each in section.theme_cards if each.open]
    return [
        render("theme-intro", page.words, doors=doors),
        unknown_choices(page),
        choice_rows(page),
        render("sentence", page.words, text=section.sentence),
    ]


def lists(page: PageContext, section: Section) -> list[str]:
    """The lists, each as a card, then where to go next, and what the toolkit lacks."""
    texts = [item_lists.item_list(page, each) for each in section.lists]
    closed = [text for text, each in zip(texts, section.lists, strict=True) if each.is_closed]
    lacks = [text for text, each in zip(texts, section.lists, strict=True) if each.key == GAP_PAGE]
    return [*(each for each in texts if each not in (*closed, *lacks)), *closed, onward(page, section), *lacks]


def onward(page: PageContext, section: Section) -> str:
    """Where to go next: the following theme, a path of one's own, all themes; empty without themes."""
    words, cards = page.words, section.theme_cards
    at = next((place for place, each in enumerate(cards) if each.open), None)
    if not cards:
        return ""
    following = cards[0 if at is None else (at + 1) % len(cards)]
    elsewhere = page.address.for_other_pages()
    entries = []
    if not following.open:
        address = replace(elsewhere, selection=replace(page.selection, themes=(following.code,)))
        entries.append((links.to("toolkit", address), words("toolkit.next_theme", name=following.name)))
    purpose = purpose_of_theme(cards[at].code) if at is not None else None
    entries.append((links.to("start", elsewhere.with_page_parameters(purpose=purpose)), words("toolkit.next_path")))
    if at is not None:
        address = replace(elsewhere, selection=page.selection.without("themes"))
        entries.append((links.to("toolkit", address), words("toolkit.next_all")))
    return render("onward", words, entries=entries)
