"""What anybody can cause as often as she likes fills no log."""

import asyncio
import json
import logging
import subprocess
import sys

import pytest

from analysis import log
from analysis.log import CountedWarning
from analysis.settings import ROOT
from tests.own_thread import run_to_end


class Minutes:
    """The loop's clock: what waits for a minute comes when the test says so."""

    def __init__(self) -> None:
        self.waiting: list = []

    def call_later(self, seconds: float, act) -> None:
        assert seconds == log.MINUTE
        self.waiting.append(act)

    def pass_one(self) -> None:
        due, self.waiting = self.waiting, []
        for act in due:
            act()


@pytest.fixture
def minutes(monkeypatch) -> Minutes:
    clock = Minutes()
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: clock)
    return clock


def test_a_warning_comes_at_once_and_then_once_a_minute_with_how_often(minutes, caplog):
    warning = CountedWarning(logging.getLogger("klusteripulssi.test"), "refused")
    for _ in range(1000):
        warning.add()
    minutes.pass_one()
    assert [record.count for record in caplog.records] == [1, 999]
    minutes.pass_one()
    assert minutes.waiting == []
    warning.add()
    assert [record.count for record in caplog.records] == [1, 999, 1]


SCRIPT = """
import logging
from analysis import log
logging.getLogger("uvicorn.error").addHandler(logging.StreamHandler())
log.set_up("json")
for line in (log.FALSE_LINE, "another fault"):
    logging.getLogger("uvicorn.error").error(line)
"""


def test_the_line_that_takes_a_refused_socket_for_a_fault_is_left_out_alone():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, cwd=ROOT)
    assert [json.loads(line)["event"] for line in done.stderr.splitlines()] == ["another fault"]


def test_a_running_loop_is_enough():
    async def warn() -> None:
        CountedWarning(logging.getLogger("klusteripulssi.test"), "refused").add()

    run_to_end(warn())
