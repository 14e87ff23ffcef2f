"""The ceilings of open websockets: at a running server, and at the layer alone."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from starlette.types import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from uvicorn.protocols.utils import ClientDisconnected
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from analysis.access import COOKIE
from analysis.settings import Settings
from analysis.streamlit_adapter import server as streamlit_server
from analysis.web import socket_limits
from analysis.web.socket_limits import EDITORS, SocketCount, SocketLimits
from tests.browser.serving import Server, serving
from tests.own_thread import run_to_end
from tests.web.http_client import ask

ROOM, OF_ONE = 6, 4


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Server]:
    settings = {"sockets": str(ROOM), "sender_sockets": str(OF_ONE)}
    with serving(tmp_path_factory.mktemp("sockets"), editor_key="avain", **settings) as running:
        yield running


@pytest.fixture
def opened() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def open_socket(server: Server, sender: str, cookie: str = "") -> ClientConnection:
    """A socket of a sender, whom a proxy names that the server trusts."""
    headers = {"X-Forwarded-For": sender, "Cookie": cookie}
    host = server.address.removeprefix("http://")
    return connect(f"ws://{host}/_stcore/stream", subprotocols=["streamlit"], additional_headers=headers)


def refusal(server: Server, sender: str) -> tuple[int, str | None, str, str | None]:
    """The status of a refused socket, its time to wait, what it says, and its policy; AssertionError if it opens."""
    with pytest.raises(InvalidStatus) as error, open_socket(server, sender):
        pass
    answer = error.value.response
    said = json.loads(answer.body)["status"]
    return answer.status_code, answer.headers["retry-after"], said, answer.headers["x-content-type-options"]


def room(server: Server, sender: str) -> str:
    return json.loads(ask(server, "/health/sockets", x_forwarded_for=sender).body)["status"]


def until_room(server: Server, sender: str) -> None:
    while room(server, sender) != "open":
        pass


def test_one_sender_fills_her_own_ceiling_and_no_other_ones(server, opened):
    for _ in range(OF_ONE):
        opened.enter_context(open_socket(server, "203.0.113.5"))
    assert refusal(server, "203.0.113.5") == (503, "30", "full", "nosniff")
    assert (room(server, "203.0.113.5"), room(server, "203.0.113.6")) == ("full", "open")
    opened.enter_context(open_socket(server, "203.0.113.6"))
    assert ask(server, "/health").status == 200


def test_a_network_of_ipv6_is_one_sender_and_ipv4_in_its_clothes_is_none(server, opened):
    for number in range(OF_ONE):
        opened.enter_context(open_socket(server, f"2001:db8::{number}"))
    assert refusal(server, "2001:db8::ffff")[0] == 503
    assert room(server, "2001:db8:0:1::1") == "open"
    assert socket_limits.sender_of({"client": ("::ffff:203.0.113.5", 1)}) == "203.0.113.5"


def test_when_all_are_full_editors_come_in_and_plain_answers_go_on(server, opened):
    until_room(server, "203.0.113.1")
    for number in range(ROOM):
        opened.enter_context(open_socket(server, f"203.0.113.{number}"))
    assert refusal(server, "203.0.113.99")[:3] == (503, "30", "full")
    assert ask(server, "/health").status == 200 and ask(server, "/").status == 200
    cookie = ask(server, "/update?key=avain").headers["set-cookie"].split(";")[0]
    assert cookie.startswith(COOKIE)
    opened.enter_context(open_socket(server, "203.0.113.99", cookie))
    opened.close()
    until_room(server, "203.0.113.99")
    with open_socket(server, "203.0.113.99") as socket:
        assert socket.subprotocol == "streamlit"


def test_refused_sockets_are_counted_in_one_line_and_are_no_errors(server, opened):
    until_room(server, "203.0.113.5")
    for _ in range(OF_ONE):
        opened.enter_context(open_socket(server, "203.0.113.5"))
    for _ in range(5):
        refusal(server, "203.0.113.5")
    with pytest.raises(InvalidStatus):
        connect(server.address.replace("http", "ws") + "/_stcore/stream", origin="https://evil.example")
    log = server.log.read_text(encoding="utf-8")
    assert log.count("sockets-full") == 1
    assert [line for line in log.splitlines() if "error" in line or "203.0.113" in line] == []


def test_the_reserve_of_editors_has_an_end():
    settings = Settings(sockets=1, sender_sockets=1)
    sockets = SocketCount()
    sockets.by_sender["a"] = EDITORS
    assert (sockets.has_room("a", settings), sockets.has_room("b", settings, EDITORS)) == (False, True)
    sockets.by_sender["a"] += 1
    assert not sockets.has_room("b", settings, EDITORS)


def test_few_open_files_lower_the_ceiling(monkeypatch):
    sockets, settings = SocketCount(), Settings()
    sockets.by_sender["a"] = 100
    assert sockets.has_room("b", settings)
    files = streamlit_server.OTHER_FILES + 100 * streamlit_server.SESSION_FILES
    monkeypatch.setattr(streamlit_server.resource, "getrlimit", lambda _: (files, files))
    assert not sockets.has_room("b", settings)


def test_the_start_allows_as_many_open_files_as_the_system_does():
    script = """
import resource
from analysis.streamlit_adapter import server
_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))
print(server.open_more_files() == hard == resource.getrlimit(resource.RLIMIT_NOFILE)[0])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


def back_message(**values: bool) -> bytes:
    message = BackMsg()
    for name, value in values.items():
        setattr(message, name, value)
    return message.SerializeToString()


HEARTBEAT, CLEAR_CACHE = back_message(app_heartbeat=True), back_message(clear_cache=True)


def passed_on(*messages: Message) -> tuple[list[Any], list[Any]]:
    """What reaches Streamlit of what a browser sends before it goes silent, and what the browser gets."""
    reached: list[Any] = []
    sent: list[Any] = []
    queue = [{"type": "websocket.connect"}, *messages]

    async def streamlit(scope, receive, send) -> None:
        assert (await receive())["type"] == "websocket.connect"
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] == "websocket.receive":
            reached.append(message["bytes"])

    async def receive() -> Message:
        return queue.pop(0) if queue else await asyncio.Event().wait()

    async def send(message: Message) -> None:
        sent.append((message["type"], message.get("code")))

    scope = {"type": "websocket", "client": ("203.0.113.5", 1), "headers": [], "subprotocols": ["streamlit"]}
    sockets = SocketCount()
    run_to_end(SocketLimits(streamlit, sockets)(scope, receive, send))
    assert sockets.by_sender == {}
    return reached, sent


def received(*messages: bytes) -> list[Message]:
    return [{"type": "websocket.receive", "bytes": each} for each in messages]


LEAVES = {"type": "websocket.disconnect", "code": 1000}


@pytest.mark.usefixtures("laid")
def test_a_socket_that_says_nothing_is_closed_and_streamlit_never_hears_of_it(monkeypatch):
    monkeypatch.setattr(socket_limits, "SILENT_SECONDS", 0.01)
    assert passed_on() == ([], [("websocket.accept", None), ("websocket.close", 1008)])
    assert passed_on(*received(CLEAR_CACHE)) == ([], [("websocket.accept", None), ("websocket.close", 1008)])


@pytest.mark.usefixtures("laid")
def test_what_a_page_needs_gets_through_and_nothing_else():
    sent = [("websocket.accept", None)]
    both = received(CLEAR_CACHE, HEARTBEAT, CLEAR_CACHE, HEARTBEAT + CLEAR_CACHE, HEARTBEAT)
    assert passed_on(*both, LEAVES) == ([HEARTBEAT, HEARTBEAT], sent)
    assert passed_on(LEAVES) == ([], sent)


@pytest.mark.usefixtures("laid")
@pytest.mark.parametrize("message", [{"bytes": b"\xff\xff"}, {"text": "abc"}])
def test_what_is_no_message_closes_the_socket(message):
    reached, sent = passed_on(*received(HEARTBEAT), {"type": "websocket.receive", **message})
    assert reached == [HEARTBEAT]
    assert sent == [("websocket.accept", None), ("websocket.close", 1003)]


@pytest.mark.usefixtures("laid")
def test_what_is_sent_to_a_browser_that_has_left_is_no_error():
    reached = []

    async def streamlit(scope, receive, send) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] == "websocket.receive":
            await send({"type": "websocket.send", "bytes": b"a part of a page"})
            reached.append(message["bytes"])

    queue = [{"type": "websocket.connect"}, *received(HEARTBEAT, HEARTBEAT), LEAVES]

    async def receive() -> Message:
        return queue.pop(0)

    async def send(message: Message) -> None:
        if message["type"] == "websocket.send":
            raise ClientDisconnected

    scope = {"type": "websocket", "client": ("203.0.113.5", 1), "headers": [], "subprotocols": ["streamlit"]}
    run_to_end(SocketLimits(streamlit, SocketCount())(scope, receive, send))
    assert reached == [HEARTBEAT, HEARTBEAT]
