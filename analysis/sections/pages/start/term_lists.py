"""The glossary as lists, one a group of terms, for files; pages set the same terms with their languages marked."""

from analysis.sections.model.model import Item, ItemList
from analysis.words import Translator
from analysis.words.glossary import GROUPS, glossary


def term_lists(words: Translator) -> tuple[ItemList, ...]:
    """The terms of each group: the term in the reader's language, in the other two, and its definition."""
    terms, lists = glossary(words.language), []
    for group in GROUPS:
        items = []
        for term in (each for each in terms if each.group == group):
            others = (name for language, name in term.names._asdict().items() if language != words.language)
            source = term.sources[0].link if term.sources else None
            items.append(Item(None, words.name(term.names), f"{term.definition} ({', '.join(others)})", source))
        title = f"{words('glossary.title')}: {words(f'glossary.group.{group}')}"
        lists.append(ItemList(f"glossary-{group}", title, tuple(items)))
    return tuple(lists)
