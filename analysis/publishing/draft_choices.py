"""What was chosen for a draft, as values of JSON: where its files are from, how conflicts are settled, and the rest."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from analysis.changes import Changes
from analysis.changes.conflict import MergeConflict, Place, Settlement, Side, side_of
from analysis.publishing.origin import Origin
from analysis.publishing.plan import Sources

SIDES: tuple[Side, ...] = ("mine", "theirs")
Choices = Mapping[str, Any]
"""``add``, ``hold_back``: of publishing. ``origins``: [revision, source] by file. ``conflicts``: [table, key, column,
side, published value] of each that is settled. ``changes``: what it would have changed, as `Changes.counts`."""


def draft_choices(
    *, add: bool, hold_back: bool, origins: Mapping[str, Origin], conflicts: list[list[Any]], changes: Changes
) -> Choices:
    """The choices of a draft.

    add: whether rows are added and changed only; hold_back: whether sound rows are published beside errors; origins: of
    the files; conflicts: those that are settled, by `settled_conflicts`; changes: what it would change.
    """
    return {
        "add": add,
        "hold_back": hold_back,
        "origins": {name: [each.revision, each.source] for name, each in origins.items()},
        "conflicts": conflicts,
        "changes": changes.counts(),
    }


def draft_origins(sources: Sources, base: str | None, confirm: bool) -> dict[str, Origin]:
    """The revision that each file of a draft stands on.

    It is the origin that was found, else the revision that was published when the draft was made (``base``), since that
    is what its author saw it beside. An estimate stays one until somebody confirms it.
    """
    origins = {}
    for name, each in sources.origins.items():
        revision = each.revision or base
        is_sure = each.source in ("property", "name") or (
            each.source == "estimate" and revision != base and not confirm
        )
        if revision:
            origins[name] = Origin(revision, each.source if is_sure else "said")
    return origins


def settled_conflicts(conflicts: Iterable[MergeConflict], settlement: Settlement) -> Iterator[list[Any]]:
    """The conflicts that are settled, each with its side and the published value that it was settled against."""
    for each in conflicts:
        if side := side_of(settlement, each):
            value = [*each.current] if isinstance(each.current, tuple) else each.current
            yield [each.table, [*each.key], each.column, side, value]


def settlement_of(choices: Choices, conflicts: Iterable[MergeConflict]) -> dict[Place, Side]:
    """The settlement of those conflicts that were settled before; one whose published value changed since is open."""
    conflicts = [*conflicts]
    sides: dict[Place, Side] = {}
    for side in SIDES:
        # As each would stand in the choices if it were settled so now.
        for each, line in zip(conflicts, settled_conflicts(conflicts, side), strict=True):
            if line in choices["conflicts"]:
                sides[each.place] = side
    return sides
