"""The scripts of pages begin in turn: at the layer alone, with sockets that are played."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from analysis.access import COOKIE
from analysis.web import open_sockets, run_turns
from analysis.web.open_sockets import OpenSockets
from analysis.web.routes import LAYERS
from analysis.web.run_turns import RunPlaces, RunTurns
from tests.own_thread import run_to_end


def rerun() -> bytes:
    message = BackMsg()
    message.rerun_script.query_string = "lang=fi"
    return message.SerializeToString()


def finished() -> bytes:
    message = ForwardMsg()
    message.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
    return message.SerializeToString()


RERUN, HEARTBEAT, FINISHED = rerun(), BackMsg(app_heartbeat=True).SerializeToString(), finished()


class Room:
    """Readers at a layer with one turn; ``runs``: whose message came through, in order."""

    def __init__(self, *, watches_sign_ins: bool = False) -> None:
        layer = self.streamlit
        for each in reversed(LAYERS):
            if each is OpenSockets and watches_sign_ins:
                layer = OpenSockets(layer)
            elif each is RunTurns:
                layer = RunTurns(layer, RunPlaces(1))
        self.layer = layer
        self.runs: list[str] = []
        self.closed: list[str] = []
        self.queues: dict[str, asyncio.Queue[bytes]] = {}
        self.sends: dict[str, Callable[[bytes], Awaitable[None]]] = {}

    async def streamlit(self, scope, receive, send) -> None:
        self.sends[scope["name"]] = lambda data: send({"type": "websocket.send", "bytes": data})
        while (await receive()).get("bytes"):
            self.runs.append(scope["name"])

    def enter(self, name: str, sender: str = "192.0.2.1") -> asyncio.Task[None]:
        queue = self.queues[name] = asyncio.Queue()

        async def receive():
            return {"type": "websocket.receive", "bytes": await queue.get()}

        async def send(message) -> None:
            if message["type"] == "websocket.close":
                self.closed.append(name)

        scope = {"type": "websocket", "name": name, "client": (sender, 1)}
        scope["headers"] = [(b"cookie", f"{COOKIE}={name}".encode())]
        return asyncio.create_task(self.layer(scope, receive, send))

    async def say(self, name: str, *messages: bytes) -> None:
        for message in messages:
            self.queues[name].put_nowait(message)
        # Until all that can go on has gone on.
        for _ in range(20):
            await asyncio.sleep(0)


def play(act: Callable[[Room], Awaitable[None]], room: Room | None = None, **senders: str) -> list[str]:
    """Whose messages came through while this happens in a room with readers a, b and c, of one sender or several."""
    room = room or Room()

    async def whole() -> list[str]:
        tasks = [room.enter(name, senders.get(name, "192.0.2.1")) for name in "abc"]
        await act(room)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert (room.layer.places.free, room.layer.places.senders) == (1, {})
        return room.runs

    return run_to_end(whole())


def test_who_came_first_begins_first_and_a_run_that_ends_lets_the_next_begin():
    async def act(room: Room) -> None:
        for name in "abc":
            await room.say(name, RERUN)
        assert room.runs == ["a"]
        await room.sends["a"](FINISHED)
        await room.say("a")
        assert room.runs == ["a", "b"]
        await room.sends["b"](FINISHED)
        await room.say("b")

    assert play(act) == ["a", "b", "c"]


def test_a_run_that_takes_the_place_of_ones_own_does_not_wait_and_neither_does_what_runs_nothing():
    async def act(room: Room) -> None:
        await room.say("a", RERUN, RERUN)
        await room.say("b", HEARTBEAT, RERUN)
        await room.say("c", HEARTBEAT)

    assert play(act) == ["a", "a", "b", "c"]


def test_a_filter_of_who_is_there_goes_before_the_first_runs_of_those_who_come():
    async def act(room: Room) -> None:
        await room.say("a", RERUN)
        await room.sends["a"](FINISHED)
        await room.say("b", RERUN)
        await room.say("c", RERUN)
        await room.say("a", RERUN)
        assert room.runs == ["a", "b"]
        await room.sends["b"](FINISHED)
        await room.say("b")
        assert room.runs == ["a", "b", "a"]
        await room.sends["a"](FINISHED)
        await room.say("a")

    assert play(act) == ["a", "b", "a", "c"]


async def run_without_end(room: Room) -> None:
    """Readers a and b have their pages run again and again, each as soon as the other's run has ended; c comes."""
    await room.say("a", RERUN)
    await room.sends["a"](FINISHED)
    await room.say("a", RERUN)
    await room.say("b", RERUN)
    await room.say("c", RERUN)
    for number in range(10):
        name = room.runs[-1]
        await room.sends[name](FINISHED)
        await room.say(name, *[RERUN] * (number < 9))


def test_a_sender_whose_sockets_run_without_end_keeps_no_other_sender_waiting():
    runs = play(run_without_end, c="198.51.100.7")
    assert "c" in runs[:4]


def test_sockets_that_run_without_end_keep_who_comes_behind_the_same_address_waiting_for_some_turns_alone():
    assert "c" in play(run_without_end)[:8]


def test_a_page_that_runs_without_end_is_slowed_down_and_then_goes_on(monkeypatch):
    monkeypatch.setattr(run_turns, "RUNS_PER_SECOND", 0.001)

    async def act(room: Room) -> None:
        await room.say("a", *[RERUN] * 3 * run_turns.RUNS_AT_A_STRETCH, HEARTBEAT)

    assert play(act) == ["a"] * run_turns.RUNS_AT_A_STRETCH
    monkeypatch.setattr(run_turns, "RUNS_PER_SECOND", 1_000_000)
    assert len(play(act)) > run_turns.RUNS_AT_A_STRETCH


def test_whoever_leaves_gives_the_turn_back():
    async def act(room: Room) -> None:
        await room.say("a", RERUN)
        await room.say("b", RERUN)
        await room.say("a", b"")
        await room.say("b")

    assert play(act) == ["a", "b"]


@pytest.mark.parametrize("patience", ["TURN_SECONDS", "WAIT_SECONDS"])
def test_no_long_run_keeps_others_waiting_for_good(monkeypatch, patience):
    monkeypatch.setattr(run_turns, patience, 0.01)

    async def act(room: Room) -> None:
        await room.say("a", RERUN)
        await room.say("b", RERUN)
        while "b" not in room.runs:
            await asyncio.sleep(0)

    assert play(act) == ["a", "b"]


def test_a_socket_that_waits_for_its_turn_ends_with_the_sign_in(monkeypatch):
    over: set[str] = set()

    async def invalid_cookies(cookies):
        return frozenset(over & set(cookies))

    async def act(room: Room) -> None:
        await room.say("a", RERUN)
        await room.say("b", RERUN)
        over.add("b")
        while not room.closed:
            await asyncio.sleep(0)
        await room.sends["a"](FINISHED)
        await room.say("c", RERUN)
        assert room.closed == ["b"]

    monkeypatch.setattr(open_sockets, "invalid_cookies", invalid_cookies)
    monkeypatch.setattr(open_sockets, "EVERY", 0)
    assert play(act, Room(watches_sign_ins=True)) == ["a", "c"]
