"""How long a deck of thirty slides takes: python -m tests.bench.deck."""

from time import perf_counter

from analysis.exports import deck
from analysis.sections import presentation_of
from analysis.selection import Selection
from analysis.words import words
from tests.exports.decks import ORIGIN, basis

SLIDES, MOST = 30, 3.0


def main() -> None:
    """Print the time of the slowest of three."""
    shown = presentation_of(
        ("overview", "regions", "themes", "events", "stories", "clusters"), basis("fi"), Selection()
    )
    cut = type(shown)(shown.title, shown.language, (*shown.slides[: SLIDES - 1], shown.slides[-1]), shown.address)
    times = [_took(cut) for _ in range(3)]
    print(f"a deck of {len(cut.slides)} slides: {max(times):.1f} s (at most {MOST:.0f} s are wanted)")


def _took(shown) -> float:
    begun = perf_counter()
    deck(shown, words("fi"), ORIGIN)
    return perf_counter() - begun


if __name__ == "__main__":
    main()
