"""The ending of a number in the Finnish elative follows the word by which the number is read aloud."""

import pytest

from analysis.words.elative import elative_ending

NUMBERS = {
    **{0: "sta", 1: "stä", 2: "sta", 3: "sta", 4: "stä", 5: "stä", 6: "sta", 7: "stä", 8: "sta", 9: "stä"},
    **{
        10: "stä",
        11: "stä",
        12: "sta",
        20: "stä",
        31: "stä",
        36: "sta",
        100: "sta",
        110: "stä",
        1000: "sta",
        1025: "stä",
    },
}


@pytest.mark.parametrize(("number", "ending"), NUMBERS.items())
def test_a_number_has_the_ending_of_its_last_word(number, ending):
    assert elative_ending(number) == ending
