"""A websocket ends with the sign-in that it came with, and gives nothing more from the moment of the sign-out on."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

import pytest
from sqlalchemy import create_engine, text
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from analysis.access import COOKIE
from tests.browser.serving import Server, serving
from tests.web.http_client import ask

SECONDS = 30
READER = "/?key=lukijan%20avain"


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("sockets")
    with serving(folder, private="yes", editor_key="avain", reader_key="lukijan avain") as running:
        yield running


def signed_in(server: Server, path: str = READER) -> str:
    return SimpleCookie(ask(server, path).headers["set-cookie"])[COOKIE].value


def sign_out(server: Server, cookie: str) -> None:
    ask(server, "/sign-out", cookie=f"{COOKIE}={cookie}", sec_fetch_site="same-origin")


def socket(server: Server, cookie: str = "") -> ClientConnection:
    host = urlsplit(server.address).netloc
    headers = {"cookie": f"{COOKIE}={cookie}"} if cookie else {}
    address = f"ws://{host}/_stcore/stream"
    return connect(
        address, origin=f"http://{host}", subprotocols=["streamlit"], additional_headers=headers, max_size=None
    )


def run(line: ClientConnection) -> None:
    """Have the page run."""
    message = BackMsg()
    message.rerun_script.query_string = ""
    line.send(message.SerializeToString())


def answers(line: ClientConnection) -> list[str]:
    """The kinds of messages up to the end of a run, or of the connection."""
    kinds = []
    while "script_finished" not in kinds:
        message = ForwardMsg()
        message.ParseFromString(line.recv(timeout=SECONDS))
        kinds.append(message.WhichOneof("type"))
    return kinds


def close_code(line: ClientConnection) -> int | None:
    """The code with which the server closes a connection that sends nothing."""
    with pytest.raises(ConnectionClosed) as closed:
        while True:
            line.recv(timeout=SECONDS)
    return closed.value.rcvd and closed.value.rcvd.code


def test_a_socket_ends_with_the_sign_out_and_others_go_on(server):
    hers, others = signed_in(server), signed_in(server)
    with socket(server, hers) as first, socket(server, hers) as second, socket(server, others) as third:
        for line in (first, second, third):
            run(line)
            assert "delta" in answers(line)
        sign_out(server, hers)
        assert [close_code(line) for line in (first, second)] == [1008, 1008]
        run(third)
        assert "delta" in answers(third)


def test_no_message_is_answered_from_the_sign_out_on(server):
    cookie = signed_in(server)
    with socket(server, cookie) as line:
        run(line)
        answers(line)
        sign_out(server, cookie)
        with pytest.raises(ConnectionClosed):
            run(line)
            assert "delta" not in answers(line)


def test_a_socket_that_says_its_first_word_after_the_sign_out_is_closed(server):
    cookie = signed_in(server)
    with socket(server, cookie) as line:
        sign_out(server, cookie)
        run(line)
        assert close_code(line) == 1008


def test_a_new_sign_in_of_the_browser_ends_the_sockets_of_the_one_before(server):
    first = signed_in(server)
    with socket(server, first) as line:
        run(line)
        answers(line)
        again = ask(server, "/?key=avain", cookie=f"{COOKIE}={first}")
        assert close_code(line) == 1008
    with socket(server, SimpleCookie(again.headers["set-cookie"])[COOKIE].value) as line:
        run(line)
        assert "delta" in answers(line)


def test_a_socket_ends_when_the_sign_in_has_been_idle_for_too_long(server):
    with socket(server, signed_in(server)) as line:
        run(line)
        answers(line)
        long_ago = datetime.now(UTC) - timedelta(hours=2)
        engine = create_engine(server.store)
        with engine.begin() as connection:
            then = {"then": long_ago.replace(tzinfo=None).isoformat(" ")}
            connection.execute(text("UPDATE sign_in SET seen = :then"), then)
        engine.dispose()
        assert close_code(line) == 1008


def test_a_socket_without_a_sign_in_of_a_dashboard_for_all_stays_open(tmp_path):
    with serving(tmp_path, editor_key="avain") as server, socket(server) as reader, socket(server, "x" * 43) as stale:
        cookie = signed_in(server, "/?key=avain")
        with socket(server, cookie) as editor:
            # One that says nothing is closed anyhow.
            for line in (reader, stale, editor):
                run(line)
                assert "delta" in answers(line)
            sign_out(server, cookie)
            assert close_code(editor) == 1008
        for line in (reader, stale):
            run(line)
            assert "delta" in answers(line)
