"""How long a deck of thirty slides takes: python -m tests.bench.deck."""

from time import perf_counter, process_time

from analysis.exports import powerpoint_file
from analysis.sections.presentation.slides import presentation_of
from analysis.selection import Selection
from analysis.words import translator
from tests.exports.presentations import ORIGIN, basis

SLIDES, MOST = 30, 3.0


def main() -> None:
    """Print the time of the slowest of three."""
    shown = presentation_of(
        ("overview", "regions", "themes", "events", "stories", "clusters"), basis("fi"), Selection()
    )
    cut = type(shown)(shown.title, shown.language, (*shown.slides[: SLIDES - 1], shown.slides[-1]), shown.address)
    times = [_took(cut) for _ in range(3)]
    passed, worked = (max(each) for each in zip(*times, strict=True))
    told = f"{passed:.1f} s, {worked:.1f} s of it at work (at most {MOST:.0f} s are wanted)"
    print(f"a deck of {len(cut.slides)} slides: {told}")


def _took(shown) -> tuple[float, float]:
    """Seconds that pass, and those that a processor works."""
    begun, worked = perf_counter(), process_time()
    powerpoint_file(shown, translator("fi"), ORIGIN)
    return perf_counter() - begun, process_time() - worked


if __name__ == "__main__":
    main()
