"""The installed Streamlit is built as the program expects: a check for each coupling of ``couplings.COUPLINGS``."""

import asyncio
import inspect
import json
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit
import uvicorn
from starlette.datastructures import Headers
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest, BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import app_session, memory_session_storage
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec
from streamlit.web.server import server_util
from streamlit.web.server.starlette import starlette_server, starlette_server_config

from analysis.settings import ROOT
from analysis.static import ASSETS, fonts
from analysis.streamlit_adapter import built_in_texts, bundle, messages, routes, server, uploads
from analysis.streamlit_adapter.document import PageParts, adapt_document
from analysis.words import translator
from tests.streamlit_contract.couplings import COUPLINGS

OPEN_ROUTES = {
    *("/_stcore/health", "/_stcore/host-config", "/_stcore/stream"),
    *("/_stcore/upload_file/{session_id}/{file_id}", "/_stcore/bidi-components/{path:path}"),
    *("/media/{file_id:path}", "/component/{path:path}", ""),
}
"""Routes of Streamlit's that readers may use; the last one serves the files of its front end."""
REFUSED_ROUTES = {
    *("/_stcore/metrics", "/_stcore/agent/interact", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp"),
    *("/auth/login", "/auth/logout", "/oauth2callback"),
}
BY_ATTRIBUTE = re.compile(r"""data-testid[*^$~|]?=["']?([A-Za-z]+)""")
BY_CLASS = re.compile(r"\.(st[A-Z][A-Za-z]*)")
ATTRIBUTES = re.compile(r"data-test-[a-z-]+")
CHECKS: dict[str, Callable[[], Iterator[str]]] = {}


def checks(name: str) -> Callable[[Callable[[], Iterator[str]]], Callable[[], Iterator[str]]]:
    """Registers a function that yields what is not as expected."""

    def register(check: Callable[[], Iterator[str]]) -> Callable[[], Iterator[str]]:
        CHECKS[name] = check
        return check

    return register


@cache
def front_end() -> str:
    """All scripts of Streamlit's front end."""
    return "\n".join(
        path.read_text(encoding="utf-8") for path in sorted((bundle.folder() / "static" / "js").glob("*.js"))
    )


@cache
def server_routes() -> list[tuple[str, str, bool]]:
    command = [sys.executable, "-m", "tests.streamlit_contract.server_facts"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=200)
    return [tuple(each) for each in json.loads(done.stdout)["routes"]]


def example(path: str) -> str:
    """An address of a route."""
    return re.sub(r"\{[^}]*\}", "x", path)


@checks("document")
def document() -> Iterator[str]:
    source = (bundle.folder() / "index.html").read_text(encoding="utf-8")
    yield from adapt_document(source, PageParts("fi", "fi", "")).missing


@checks("part scripts")
def part_scripts() -> Iterator[str]:
    for part in bundle.PART_SCRIPTS:
        if len(list((bundle.folder() / "static" / "js").glob(f"{part}.*.js"))) != 1:
            yield part
    if len(bundle.part_scripts()) <= len(bundle.PART_SCRIPTS):
        yield "their imports"


@checks("document files")
def document_files() -> Iterator[str]:
    missing = [each for each in bundle.document_files() if not (bundle.folder() / each).is_file()]
    if missing or len(bundle.document_files()) < 10:
        yield f"the files that the document names: {missing}"


@checks("icon font")
def icon_font() -> Iterator[str]:
    if bundle.font(bundle.ICON_FONT) is None:
        yield "the icon font"
    if not fonts.icon_names():
        yield "the names of icons in scripts"


@checks("font")
def font() -> Iterator[str]:
    if bundle.font() is None:
        yield "the font"


@checks("routes")
def listed_routes() -> Iterator[str]:
    """Every route that Streamlit registers is in one of our lists, and the guard agrees with them."""
    paths = {path for path, *_ in server_routes()}
    yield from (f"{path} is new or gone" for path in paths ^ (OPEN_ROUTES | REFUSED_ROUTES))
    yield from (f"{path} is open" for path in REFUSED_ROUTES if not routes.is_refused(example(path)))
    yield from (f"{path} is refused" for path in OPEN_ROUTES if routes.is_refused(example(path)))
    for prefix in (*routes.OPEN, *routes.OPEN_BELOW, *routes.CLOSED_BELOW, routes.MEDIA, routes.UPLOAD):
        if not any(path.startswith(prefix) for path in paths):
            yield f"{prefix} is no route"


@checks("document route")
def document_route() -> Iterator[str]:
    if [path for path, _, serves_files in server_routes() if serves_files] != [""]:
        yield "the document is not one of the files that Streamlit serves"


@checks("xsrf cookie")
def xsrf_cookie() -> Iterator[str]:
    if starlette_server_config.XSRF_COOKIE_NAME != routes.XSRF_COOKIE:
        yield starlette_server_config.XSRF_COOKIE_NAME


@checks("origin of sockets")
def socket_origin() -> Iterator[str]:
    """Streamlit lets a socket in whose origin is a host of its own."""
    raw = [(b"host", b"localhost:8501"), (b"origin", b"https://klusterit.example")]
    origin = Headers(raw=routes.with_host_as_origin({"type": "websocket", "headers": raw})["headers"])["origin"]
    if not server_util.is_url_from_allowed_origins(origin):
        yield origin


@checks("options")
def options() -> Iterator[str]:
    names = re.findall(r"option\([\"']([^\"']+)[\"']\)", inspect.getsource(server))
    if not names:
        yield "no option is read"
    yield from (name for name in names if name not in config._config_options_template)


@checks("event loop")
def event_loop() -> Iterator[str]:
    """The loop that the server runs on has connections send at once, though Streamlit's socket names no protocol."""
    delays: list[int] = []

    class Connection(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            delays.append(transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))

    async def connect(listening: socket.socket) -> None:
        server = await asyncio.get_running_loop().create_server(Connection, sock=listening)
        _, writer = await asyncio.open_connection(*listening.getsockname())
        while not delays:
            await asyncio.sleep(0)
        writer.close()
        server.close()

    factory = uvicorn.Config("dashboard:app").get_loop_factory()

    def run() -> None:
        runner = asyncio.Runner(loop_factory=factory)
        with starlette_server._bind_socket("127.0.0.1", 0, 1) as listening, runner:
            runner.run(connect(listening))

    # A thread of its own: in this one a browser's loop may be running.
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if delays != [1]:
        yield "small messages wait for acknowledgements: is uvloop installed?"


@checks("open files")
def open_files() -> Iterator[str]:
    """A session has an event loop of its own beside its socket, and so many are kept after that closed."""
    before = len(list(Path("/dev/fd").iterdir()))
    loop = asyncio.new_event_loop()
    if len(list(Path("/dev/fd").iterdir())) - before != server.SESSION_FILES - 1:
        yield "an event loop takes another number of open files"
    loop.close()
    if "asyncio.new_event_loop()" not in inspect.getsource(app_session.AppSession.__init__):
        yield "a session makes no event loop"
    kept = inspect.signature(memory_session_storage.MemorySessionStorage).parameters["maxsize"].default
    if kept != server.ENDED_SESSIONS:
        yield f"{kept} sessions are kept"


@checks("messages")
def messages_by_number() -> Iterator[str]:
    names = {
        *("stop_script", "rerun_script", "file_urls_request", "app_heartbeat", "backend_operation_request"),
        *("request_id", "session_id", "deferred_file", "dataframe_chunk"),
    }
    numbers = ((BackMsg, messages.NEEDED), (BackendOperationRequest, messages.NEEDED_OPERATION))
    listed = {kind.DESCRIPTOR.fields_by_number[number].name for kind, each in numbers for number in each}
    yield from listed ^ names
    if ForwardMsg.DESCRIPTOR.fields_by_number[messages.SCRIPT_FINISHED].name != "script_finished":
        yield "the end of a run has another number"
    longest = ForwardMsg(hash="x" * 64, script_finished=ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
    longest.metadata.active_script_hash = "x" * 64
    if len(longest.SerializeToString()) > messages.MOST_BYTES_OF_END:
        yield "the end of a run is longer"


@checks("download files")
def download_files() -> Iterator[str]:
    files = MediaFileManager(MemoryMediaFileStorage("/media"))
    deferred = files.add_deferred(lambda: b"abc", "text/csv", "1.(3)", file_name="a.csv")
    name = files.execute_deferred(deferred).removeprefix("/media/").partition(".")[0]
    files.remove_orphaned_files()
    files.remove_orphaned_files()
    if files.read_file(name) is not None:
        yield "a file of a button stays until its session ends: it need not be kept"
    place = files.add(b"abc", "text/csv", "x", file_name="a.csv", is_for_static_download=True)
    if place != f"/media/{name}.csv":
        yield "a file is known by something else than its content, type and name"


@checks("uploaded files")
def uploaded_files() -> Iterator[str]:
    manager, record = MemoryUploadedFileManager("/upload"), UploadedFileRec("1", "a.csv", "", b"abc")
    manager.add_file("a", record)
    runtime = SimpleNamespace(uploaded_file_mgr=manager, is_active_session=lambda _: True)
    files = uploads.UploadedFiles(lambda: runtime)
    if files.bytes_by_session() != {"a": 3}:
        yield "the files of a session are elsewhere"
    files.remove(["1"])
    if manager.get_files("a", ["1"]):
        yield "a file is not removed"
    names = ("uploaded_file_mgr", "is_active_session", "close_session")
    yield from (name for name in names if not hasattr(streamlit.runtime.Runtime, name))


@checks("built-in texts")
def texts() -> Iterator[str]:
    for row in (*built_in_texts.ROWS["texts"], *built_in_texts.ROWS["names"]):
        yield from (part for part in row["bundle"] if part not in front_end())


def missing_names(text: str) -> Iterator[str]:
    """Names of Streamlit's elements that a script or style of ours uses, and the front end does not have."""
    for name in sorted({*BY_ATTRIBUTE.findall(text), *BY_CLASS.findall(text), *ATTRIBUTES.findall(text)}):
        if not re.search(rf"[`\"' .]{name}[`\"' ]", front_end()):
            yield name


@checks("names in scripts")
def script_names() -> Iterator[str]:
    for path in sorted(ASSETS.glob("*.js")):
        yield from (f"{path.name}: {name}" for name in missing_names(path.read_text(encoding="utf-8")))
    places = " ".join(row["place"] for row in built_in_texts.TABLE["texts"])
    yield from (f"built_in_texts.json: {name}" for name in missing_names(places))


@checks("names in styles")
def style_names() -> Iterator[str]:
    yield from missing_names((ASSETS / "style.css").read_text(encoding="utf-8"))


@checks("navigation")
def navigation() -> Iterator[str]:
    if "addEventListener(`popstate`" not in front_end():
        yield "Streamlit does not listen to steps through the history"


def test_every_coupling_has_a_check_an_owner_and_a_fallback():
    assert set(CHECKS) == set(COUPLINGS)
    for coupling in COUPLINGS.values():
        folder, _, names = coupling.owner.rpartition("/")
        assert coupling.fallback and all((ROOT / folder / name.strip()).is_file() for name in names.split(","))


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_the_installed_streamlit_is_built_as_expected(name):
    found = list(CHECKS[name]())
    assert found == [], f"Streamlit {streamlit.__version__}: {name} ({COUPLINGS[name].owner}) {found}"


def test_a_name_that_streamlit_does_not_have_is_noticed():
    assert list(missing_names(".stApp .stNowhere [data-testid=stNothing] { }")) == ["stNothing", "stNowhere"]


def test_streamlits_texts_become_ours():
    """The tests of ``built_in_texts.test.mjs`` over the strings of the pinned version."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    command = [node, "--test", "--test-reporter=tap", "tests/streamlit_contract/"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=200)
    assert done.returncode == 0 and re.search("^# pass [1-9]", done.stdout, re.MULTILINE), done.stdout


def test_cookies_have_the_names_that_the_page_about_the_service_tells():
    words, names = translator("en"), starlette_server_config
    told = words("about.cookies_text", cookie="", hours="") + words("about.cookies_sign_in")
    assert {names.XSRF_COOKIE_NAME, names.SESSION_COOKIE_NAME} == set(re.findall(r"_streamlit_\w+", told))
