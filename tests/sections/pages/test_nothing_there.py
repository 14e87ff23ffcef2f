"""What is said where there is nothing, or nothing of a known year, is true of what is selected."""

from analysis.sections import cooperation, gaps
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.sections.rows import THEMES, TODAY, chart, listing

EVENT = {"id": "a", "name": "A", "starts": "2024-03-01", "kind": "seminar", "regions": ("19",), "themes": ("palvelut",)}


def test_nothing_on_the_selected_themes_is_not_said_of_all():
    def said(selection: Selection) -> dict[str, str]:
        shown = listing(gaps(tables(events=[EVENT], themes=THEMES), selection, translator("fi"), TODAY), "empty")
        return {item.what: item.meta for item in shown.items}

    assert said(Selection())["Kainuu"] == "Ei tapahtumia eikä tarinoita mistään teemasta."
    assert said(Selection(themes=("rahoitus",)))["Lappi"] == "Ei tapahtumia eikä tarinoita: rahoitus."


def test_joint_events_of_no_known_year_are_not_said_to_be_none():
    event = {**EVENT, "starts": None, "regions": ("18", "19")}
    shown = cooperation(tables(events=[event]), Selection(), translator("fi"), TODAY)
    assert shown.sentences == ("Aineistossa 1 / 1 tapahtumaa on vähintään kahden maakunnan yhteisiä.",)
    assert chart(shown, "joint").empty == "Yhdenkään yhteistapahtuman vuotta ei tiedetä."
