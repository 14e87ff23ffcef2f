"""Accidents are stopped, honest updates are not."""

from random import Random

import pytest

from analysis.changes import compare, risks
from tests.changes import honest
from tests.changes.accidents import ACCIDENTS
from tests.workbooks import sample, shipped

SAMPLE, SHIPPED = sample.tables(), shipped.tables()


def test_there_are_enough_accidents():
    assert len(ACCIDENTS) >= 20


@pytest.mark.parametrize("name", ACCIDENTS)
def test_an_accident_is_stopped(name: str):
    table, code, happen = ACCIDENTS[name]
    after = {**SAMPLE, table: happen(SAMPLE[table]).reset_index(drop=True)}
    found = risks(SAMPLE, after, compare(SAMPLE, after))
    assert code in {issue.code for issue in found if issue.table == table}


@pytest.mark.parametrize("seed", range(100))
def test_an_honest_update_is_not_stopped(seed: int):
    before = SAMPLE if seed % 2 else SHIPPED
    after = honest.update(before, Random(seed))
    changes = compare(before, after)
    assert changes.tables.keys() <= set(honest.KEPT)
    assert risks(before, after, changes) == ()
