"""Damaged workbooks: whatever is changed in their bytes, the check says so and does not raise."""

import random

import pytest

from analysis.intake import Checker, Upload
from tests.intake.checking import NOW, check, event, published
from tests.making import csv, ods, repacked, xlsx

ROWS = [event(str(number), Paikka="Kemi", Osallistujat=number) for number in range(5)]
MADE = {"xlsx": xlsx(Tapahtumat=ROWS), "ods": ods(Tapahtumat=ROWS), "csv": csv(ROWS)}


def scrambled(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them changed, taken out or doubled."""
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 8)):
        place = chance.randrange(len(changed))
        match chance.randrange(3):
            case 0:
                changed[place] = chance.randrange(256)
            case 1:
                del changed[place : place + chance.randrange(1, 40)]
            case 2:
                changed[place:place] = changed[place : place + chance.randrange(1, 40)]
    return bytes(changed)


@pytest.mark.parametrize("form", MADE)
@pytest.mark.parametrize("seed", range(40))
def test_a_file_of_changed_bytes_gives_issues_and_no_exception(form, seed):
    checked = check((f"tapahtumat.{form}", scrambled(MADE[form], random.Random(seed))))
    assert checked.status in ("ok", "issues", "refused")


@pytest.fixture(scope="module")
def checker():
    made = Checker()
    yield made
    made.close()


@pytest.mark.parametrize("form", ["xlsx", "ods"])
@pytest.mark.parametrize("seed", range(15))
def test_a_workbook_of_changed_parts_costs_a_worker_at_most(checker, form, seed):
    chance = random.Random(seed)
    data = repacked(MADE[form], lambda name, part: scrambled(part, chance) if part and chance.random() < 0.3 else part)
    assert checker.check([Upload(f"a.{form}", data)], published(), NOW).status in ("ok", "issues", "refused")
