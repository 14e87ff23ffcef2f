"""Seven coordinators at once: nobody's edits vanish, and what two of them edit otherwise is said to one of them."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from itertools import pairwise
from random import Random

import pytest

from analysis.schema.aliases import SEVEN
from analysis.store import Store, verify_store
from tests.publishing.coordinator import NOW
from tests.publishing.councils import (
    PROCESSES,
    SHARED,
    Turn,
    copy_of_current,
    edited,
    first_tables,
    key_of,
    participants,
    take_turn,
)

PEOPLE, OWN = "Osallistujat", {"Osallistujat": "participants", "Paikka": "place", "Kuvaus": "summary"}
"""The header that edits of joint events meet in, and those of edits of a region's own events, with their columns."""
FEW, MANY, JOINT_SHARE = 2, 20, 0.3
THREE = tuple(SEVEN)[:3]
"""So many are at once in `make test`: of seven each begins anew up to six times in a round."""


@pytest.fixture(scope="module")
def processes() -> Iterator[Executor]:
    with ProcessPoolExecutor(len(SEVEN), mp_context=PROCESSES) as pool:
        yield pool


def is_one_line(store: Store) -> bool:
    """Whether each revision was published upon the one before."""
    revisions = [(each.id, each.parent) for each in reversed(store.revisions())]
    return revisions == [(str(n), str(n - 1) if n > 1 else None) for n in range(1, len(revisions) + 1)]


def all_edits_stand(url: str, store: Store, rounds: int, regions: Sequence[str], processes: Executor) -> None:
    """In each round each coordinator edits an event of her region, some in the copy that she had before."""
    store.publish(first_tables(rounds), note="", author="", now=NOW, parent=None)
    chance, copies, edits = Random(rounds), dict.fromkeys(regions, b""), {}
    for number in range(rounds):
        given_out = copy_of_current(url)
        for region in regions:
            header = chance.choice(list(OWN))
            value = chance.randrange(2, 5000) if header == PEOPLE else f"{region} {number}"
            edits[key_of(region, number), header] = value
            keeps_copy = copies[region] and chance.random() < 0.3
            data = copies[region] if keeps_copy else given_out
            copies[region] = edited(data, [(key_of(region, number), header, value)])
        order = chance.sample(regions, len(regions))
        turns = [processes.submit(take_turn, url, region, copies[region], "mine") for region in order]
        assert {(turn.result().status, turn.result().conflicts) for turn in turns} == {("published", ())}
    newest = store.current()
    events = store.tables(newest.id)["events"].set_index("id")
    assert {place: events.at[place[0], OWN[place[1]]] for place in edits} == edits
    number = len(regions) * rounds
    assert (len(edits), newest.id, is_one_line(store)) == (number, str(number + 1), True)
    assert len(events) == (len(SEVEN) + 1) * rounds and verify_store(store.engine).faults == ()


def test_three_edit_their_own_rows(url: str, store: Store, processes: Executor):
    all_edits_stand(url, store, FEW, THREE, processes)


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_seven_edit_their_own_rows_in_twenty_rounds(url: str, store: Store, processes: Executor):
    all_edits_stand(url, store, MANY, tuple(SEVEN), processes)


def nothing_vanishes_unsaid(
    url: str, store: Store, rounds: int, regions: Sequence[str], share: float, processes: Executor
) -> int:
    """In each round each edits one event, of which a share is the joint event of the round; how many met another."""
    store.publish(first_tables(rounds), note="", author="", now=NOW, parent=None)
    chance, meetings = Random(rounds), 0
    for number in range(rounds):
        data, edits, turns = copy_of_current(url), {}, {}
        base = store.current().id
        for place, region in enumerate(chance.sample(regions, len(regions))):
            owner = SHARED if chance.random() < share else region
            edits[region] = (key_of(owner, number), PEOPLE, 1000 + 10 * number + place)
            side = chance.choice(("mine", "theirs"))
            turns[region] = processes.submit(take_turn, url, region, edited(data, [edits[region]]), side)
        results = {region: turn.result() for region, turn in turns.items()}
        own = [region for region, (key, _, _) in edits.items() if not key.startswith(SHARED)]
        assert {(results[region].status, results[region].conflicts) for region in own} <= {("published", ())}
        newest = participants(store, store.current().id)
        assert all(newest[edits[region][0]] == edits[region][2] for region in own)
        joint = {region: edits[region][2] for region in edits if region not in own}
        each_is_said_once(joint, results, changes_of(store, base, key_of(SHARED, number)))
        meetings += max(0, len(joint) - 1)
    assert is_one_line(store) and verify_store(store.engine).faults == ()
    return meetings


def changes_of(store: Store, base: str, key: str) -> list[tuple[str, int, int]]:
    """Who changed the participants of an event since a revision: the author, the number before and after."""
    line = [store.revision(str(number)) for number in range(int(base), int(store.current().id) + 1)]
    values = [participants(store, each.id)[key] for each in line]
    steps = zip(line[1:], pairwise(values), strict=True)
    return [(each.author, before, after) for each, (before, after) in steps if before != after]


def each_is_said_once(edits: dict[str, int], turns: dict[str, Turn], changes: list[tuple[str, int, int]]) -> None:
    """Of those who edited one cell the first is told of nothing, each later one of what she found there; whose value is
    published in the end was told of all that she wrote over."""
    told = {region: {(int(mine), int(theirs)) for *_, mine, theirs in turns[region].conflicts} for region in edits}
    assert [bool(told[author]) for author, *_ in changes] == [place > 0 for place in range(len(changes))]
    assert all(told[author] >= {(after, before)} for author, before, after in changes[1:])
    pairs = [frozenset(pair) for region in edits for pair in told[region]]
    assert len(set(pairs)) == len(pairs)
    quiet = [region for region in edits if not told[region]]
    assert quiet == [author for author, *_ in changes[:1]]
    published = {author: after for author, _, after in changes}
    assert {region: value for region, value in edits.items() if turns[region].status == "published"} == published


def test_three_edit_joint_events(url: str, store: Store, processes: Executor):
    assert nothing_vanishes_unsaid(url, store, FEW, THREE, 0.9, processes) > 1


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_seven_edit_joint_events_in_twenty_rounds(url: str, store: Store, processes: Executor):
    assert nothing_vanishes_unsaid(url, store, MANY, tuple(SEVEN), JOINT_SHARE, processes) > MANY
