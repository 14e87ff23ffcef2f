from random import Random

import pytest

from analysis.words.alphabet import sort_key

ORDERED = {
    "Finnish": ["ala", "Klusteri 2", "klusteri 10", "Zeniitti", "Åland", "Äänekoski", "Öljy"],
    "marks": ["Elan", "Élan", "Elba", "Essen", "Zykloni", "Zürich", "Åland", "Äänekoski", "Öljy", "Örebro"],
    "equal but for a mark": ["Hoffren, Aino", "Hoffren, Eino", "Hoffrén, Eino", "Hoffrenius"],
    "German": ["Strasbourg", "Straße", "Strauss", "Über", "Yli-Ii", "Ylöjärvi", "Zagreb"],
    "Sámi": [
        *("Anár", "Čáhput", "Čuđá", "Deatnu", "Đorvi", "Duottar", "Ŋagŋa", "Njuorggán", "Ohcejohka"),
        *("Sajos", "Šilju", "Soađegilli", "Tana", "Ŧievva", "Tromsa", "Zealand", "Žiri", "Žuvva"),
    ],
    "Nordic": [
        "Ðalur",
        "Dalvik",
        "Danmark",
        "Thorshavn",
        "Þórshöfn",
        "Turku",
        "Åbo",
        "Ähtäri",
        "Æro",
        "Öland",
        "Ørsted",
    ],
    "v before w": ["Varis", "Virtanen", "Voss", "Wallenberg", "Wirtanen"],
    "Slavic": ["Sofia", "Šostka", "Sotši", "Zagreb", "Žagubica", "Zaječar"],
}


@pytest.mark.parametrize("names", ORDERED.values(), ids=ORDERED)
def test_names_are_in_the_finnish_order_and_numbers_by_value(names: list[str]):
    mixed = Random(1).sample(names, len(names))
    assert sorted(mixed, key=sort_key) == names


def test_a_mark_is_the_same_whether_it_is_one_sign_or_two():
    assert sort_key("A\u0308a\u0308nekoski") == sort_key("Äänekoski")
