"""The ending of a number in the Finnish elative ("31:stä"), which follows the sound of its last word."""

FRONT = frozenset((1, 4, 5, 7, 9))
"""Digits whose names have front vowels: yhdestä, neljästä, viidestä, seitsemästä, yhdeksästä."""


def elative_ending(number: int) -> str:
    """The ending of a whole number from 0 on that is written in digits: 31 "stä", 6 "sta", 20 "stä", 100 "sta".

    Tens end in "kymmenestä"; noughts, hundreds, thousands and millions have back vowels.
    """
    digit = number % 10
    if digit:
        return "stä" if digit in FRONT else "sta"
    return "stä" if number % 100 else "sta"
