from analysis.words.alphabet import order


def test_names_stand_in_the_finnish_order_and_numbers_by_value():
    names = ["Öljy", "klusteri 10", "Äänekoski", "Zeniitti", "Klusteri 2", "Åland", "ala"]
    assert sorted(names, key=order) == ["ala", "Klusteri 2", "klusteri 10", "Zeniitti", "Åland", "Äänekoski", "Öljy"]
