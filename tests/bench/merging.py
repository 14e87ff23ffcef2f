"""What merging two coordinators' changes costs, beside the comparison of the same two sets in the same run."""

from random import Random

from analysis.changes import compare
from analysis.changes.three_way_merge import merge_tables
from analysis.intake import Limits, Upload, read
from analysis.publishing.merge import merge
from analysis.schema import Tables, all_tables
from tests.bench.intake import NOTHING, NOW, events, milliseconds
from tests.making import xlsx

ROWS, SHARE = 10_000, 0.05
"""Events of each set, and the share of them in which each side changes a cell."""
BOUND = 1.5
"""The merge takes at most so many times what the comparison takes."""


def tables(number: int) -> Tables:
    """The tables of so many invented events."""
    result = read([Upload("tapahtumat.xlsx", xlsx(Tapahtumat=events(number)))], NOTHING, Limits(), NOW)
    return merge(NOTHING, result.tables, add=False)


def changed(base: Tables, seed: int) -> Tables:
    """The tables with other participants in a share of the events, one event removed, and one added at the foot."""
    chance, frame = Random(seed), base["events"]
    people, keys = frame["participants"].copy(), frame["id"].copy()
    for place in chance.sample(range(len(frame)), round(SHARE * len(frame))):
        people.iat[place] = 1000 + chance.randrange(1000)
    keys.iat[-1] = f"new-{seed}"
    return all_tables({**base, "events": frame.assign(id=keys, participants=people)}, base)


def times(number: int) -> tuple[float, float]:
    """Milliseconds to merge two sets that were made from one, and to compare them; conflicts are among them."""
    base = tables(number)
    current, upload = (changed(base, seed) for seed in (1, 2))
    assert merge_tables(base, current, upload, "mine").conflicts
    merging = milliseconds(lambda: merge_tables(base, current, upload, {}))
    return merging, milliseconds(lambda: compare(current, upload))


def main() -> None:
    """Print the times and their ratio."""
    merging, comparing = times(ROWS)
    print(f"merge of two sets of {ROWS:,} events: {merging:.0f} ms; compare of the same: {comparing:.0f} ms, ", end="")
    print(f"ratio {merging / comparing:.2f} (at most {BOUND})")


if __name__ == "__main__":
    main()
