"""What uploaded files take of the memory: a sum for a page and in all, and what is freed when."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from http.cookies import SimpleCookie

import pytest
from starlette.types import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec
from websockets.sync.client import connect

from analysis import app_services
from analysis.streamlit_adapter.routes import XSRF_COOKIE
from analysis.streamlit_adapter.uploads import UploadedFiles
from analysis.web import upload_limits
from analysis.web.upload_limits import UploadLimits
from tests.browser.serving import Server, serving
from tests.own_thread import run_to_end
from tests.web.http_client import ask

MEGABYTE = 1024 * 1024


@dataclass
class Runtime:
    """As much of Streamlit's as the limits ask for, around its own store of files."""

    active: set[str]
    uploaded_file_mgr: MemoryUploadedFileManager = field(default_factory=lambda: MemoryUploadedFileManager("/upload"))
    closed: list[str] = field(default_factory=list)

    def is_active_session(self, session: str) -> bool:
        return session in self.active

    def close_session(self, session: str) -> None:
        self.closed.append(session)


@pytest.fixture(scope="module", autouse=True)
def services(tmp_path_factory) -> Iterator[None]:
    """Two megabytes for a page, three in all."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KLUSTERIPULSSI_STORE", f"sqlite:///{tmp_path_factory.mktemp('sums') / 'store.sqlite'}")
        patch.setenv("KLUSTERIPULSSI_SESSION_UPLOADS_MB", "2")
        patch.setenv("KLUSTERIPULSSI_UPLOADS_MB", "3")
        patch.setenv("KLUSTERIPULSSI_FILE_MB", "1")
        app_services.close()
        yield
        app_services.close()


@pytest.fixture
def runtime() -> Runtime:
    return Runtime({"one", "two"})


@pytest.fixture
def layer(runtime: Runtime) -> UploadLimits:
    """The layer around what stores a file of the length that is announced, of a megabyte where none is."""

    async def store(scope, receive, send) -> None:
        if scope["type"] == "http":
            session, name = scope["path"].split("/")[-2:]
            size = int(dict(scope["headers"]).get(b"content-length", MEGABYTE))
            runtime.uploaded_file_mgr.add_file(session, UploadedFileRec(name, name, "", b"x" * size))
            await send({"type": "http.response.start", "status": 204, "headers": []})

    return UploadLimits(store, UploadedFiles(lambda: runtime))


def status(layer: UploadLimits, session: str, name: str, size: int | None, path: str = "") -> int:
    sent: list[Message] = []

    async def receive() -> Message:
        assert sent, "the body was read before the answer"
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [] if size is None else [(b"content-length", str(size).encode())]
    path = path or f"/_stcore/upload_file/{session}/{name}"
    run_to_end(layer({"type": "http", "method": "PUT", "path": path, "headers": headers}, receive, send))
    return sent[0]["status"]


@pytest.mark.parametrize("size", [MEGABYTE, None])
def test_the_files_of_one_page_have_a_sum(layer, size):
    assert [status(layer, "one", str(number), size) for number in range(3)] == [204, 204, 413]
    assert status(layer, "two", "a", size) == 204


def test_the_files_of_all_pages_have_a_sum(layer):
    assert [status(layer, "one", str(number), MEGABYTE) for number in range(2)] == [204, 204]
    assert [status(layer, "two", str(number), MEGABYTE) for number in range(2)] == [204, 413]


def test_what_is_on_its_way_counts(layer):
    layer.under_way["one"] = 2 * MEGABYTE
    assert [status(layer, session, "a", MEGABYTE) for session in ("one", "two")] == [413, 204]
    assert layer.under_way == {"one": 2 * MEGABYTE}


def test_a_file_that_is_removed_makes_room(layer, runtime):
    assert [status(layer, "one", str(number), MEGABYTE) for number in range(2)] == [204, 204]
    layer.files.remove(["0", "unknown"])
    assert [status(layer, "one", str(number), MEGABYTE) for number in (2, 3)] == [204, 413]


def test_files_of_a_page_that_is_gone_make_room_at_once(layer, runtime):
    assert [status(layer, "one", str(number), MEGABYTE) for number in range(2)] == [204, 204]
    runtime.active.remove("one")
    assert [status(layer, "two", str(number), MEGABYTE) for number in range(2)] == [204, 204]
    assert runtime.closed == ["one"] and list(runtime.uploaded_file_mgr.file_storage) == ["two"]


def test_files_go_some_time_after_the_page(layer, runtime, monkeypatch):
    monkeypatch.setattr(upload_limits, "RETURN_SECONDS", 0)
    assert [status(layer, session, "a", MEGABYTE) for session in ("one", "two")] == [204, 204]
    runtime.active.remove("one")

    async def leave() -> None:
        await layer({"type": "websocket"}, None, None)
        while "one" in runtime.uploaded_file_mgr.file_storage:
            await upload_limits.asyncio.sleep(0)

    run_to_end(leave())
    assert layer.files.bytes_by_session() == {"two": MEGABYTE}


def test_a_page_whose_connection_broke_is_not_ended_by_the_time_of_another_that_went_before(
    layer, runtime, monkeypatch
):
    monkeypatch.setattr(upload_limits, "RETURN_SECONDS", 0)
    assert [status(layer, session, "a", MEGABYTE) for session in ("one", "two")] == [204, 204]
    runtime.active.remove("one")

    async def leave() -> None:
        await layer({"type": "websocket"}, None, None)
        runtime.active.remove("two")
        while "one" in runtime.uploaded_file_mgr.file_storage:
            await upload_limits.asyncio.sleep(0)

    run_to_end(leave())
    assert layer.files.bytes_by_session() == {"two": MEGABYTE}


@pytest.mark.parametrize(
    "path", ["/_stcore/upload_file", "/_stcore/upload_file/", "/pulssi/_stcore/upload_file/one/a/b"]
)
def test_a_path_of_another_shape_is_no_fault(layer, path):
    assert status(layer, "", "", 1, path) == 204


def test_the_session_is_in_a_path_below_another_one_too(layer):
    paths = [f"/pulssi/_stcore/upload_file/one/{number}" for number in range(3)]
    assert [status(layer, "", "", MEGABYTE, path) for path in paths] == [204, 204, 413]


class Tab:
    """An editor's open page, as far as uploads go: its socket, and the addresses that Streamlit gives it for files."""

    def __init__(self, server: Server, cookie: str, opened: ExitStack) -> None:
        answer = ask(server, "/_stcore/health", cookie=cookie)
        token = SimpleCookie(answer.headers["set-cookie"])[XSRF_COOKIE].value
        self.server, self.headers = server, {"cookie": f"{cookie}; {XSRF_COOKIE}={token}", "x_xsrftoken": token}
        address = server.address.replace("http", "ws") + "/_stcore/stream"
        headers = {"Cookie": cookie}
        self.socket = opened.enter_context(
            connect(address, subprotocols=["streamlit"], additional_headers=headers, max_size=None)
        )

    def upload(self, megabytes: int) -> int:
        request = BackMsg()
        request.file_urls_request.request_id = "1"
        request.file_urls_request.file_names.append("a.csv")
        self.socket.send(request.SerializeToString())
        while (message := ForwardMsg.FromString(self.socket.recv())).WhichOneof("type") != "file_urls_response":
            pass
        path = message.file_urls_response.file_urls[0].upload_url
        head = b'--x\r\ncontent-disposition: form-data; name="a"; filename="a.csv"\r\n\r\n'
        body = head + b"x" * (megabytes * MEGABYTE - 1000) + b"\r\n--x--\r\n"
        kind = "multipart/form-data; boundary=x"
        return ask(self.server, path, "PUT", body, content_type=kind, **self.headers).status


def test_whoever_still_sends_what_is_refused_has_the_answer_all_the_same(tmp_path):
    """A closed connection would be a broken pipe to a program, and no word of why to a reader."""
    with serving(tmp_path, editor_key="avain", file_mb="1") as server, ExitStack() as opened:
        cookie = ask(server, "/update?key=avain").headers["set-cookie"].split(";")[0]
        tab = Tab(server, cookie, opened)
        assert [tab.upload(megabytes) for megabytes in (30, 1)] == [413, 204]


def test_at_a_running_server_a_page_that_is_gone_makes_room(tmp_path):
    limits = {"session_uploads_mb": "2", "uploads_mb": "3", "file_mb": "1"}
    with serving(tmp_path, editor_key="avain", **limits) as server, ExitStack() as opened:
        cookie = ask(server, "/update?key=avain").headers["set-cookie"].split(";")[0]
        first, second = (Tab(server, cookie, opened) for _ in range(2))
        assert [first.upload(1) for _ in range(3)] == [204, 204, 413]
        assert [second.upload(1) for _ in range(2)] == [204, 413]
        first.socket.close()
        while (status := second.upload(1)) == 413:
            pass
        assert status == 204
