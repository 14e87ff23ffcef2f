"""What a network needs before it can be registered as a cluster: a checklist with its source and date.

The criteria are those of the European Cluster Collaboration Platform as the co-operation's own page gives them, read
there on 12 November 2021; the wording is ours.
"""

from analysis.sections.model.model import Item, ItemList
from analysis.words import Translator

CRITERIA = ("staff", "website", "members", "triple_helix", "aim", "activities")
SOURCE = "https://elmoenf.eu/fi/miten-rakennetaan-klusteri-klusterityo-etela-savossa/"
READ = "2021-11-12"


def checklist(words: Translator) -> ItemList:
    """The criteria as entries to tick off; the last entry is the source."""
    items = [
        Item(None, words(f"start.criterion.{each}"), words(f"start.criterion.{each}_text"), row=("checklist", each))
        for each in CRITERIA
    ]
    day = words.day(READ)
    items.append(Item(None, words("start.checklist_source"), words("start.checklist_read", day=day), SOURCE))
    note = words("start.checklist_note", day=day)
    return ItemList("checklist", words("start.checklist"), tuple(items), note=note, boxes=True)
