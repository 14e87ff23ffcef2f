"""The installed Streamlit is built as the program expects: a check for each coupling of ``couplings.COUPLINGS``."""

import inspect
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache

import pytest
import streamlit
from starlette.datastructures import Headers
from streamlit import config
from streamlit.web.server import server_util
from streamlit.web.server.starlette import starlette_server, starlette_server_config

from analysis.settings import ROOT
from analysis.static import ASSETS
from analysis.streamlit_adapter import built_in_texts, bundle, routes, server
from analysis.streamlit_adapter.document import PageParts, adapt_document
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


@checks("listening socket")
def listening_socket() -> Iterator[str]:
    """The runner writes the port that it took into the option before it starts us, and its socket names no protocol."""
    runner = inspect.getsource(starlette_server.UvicornRunner.run)
    if not 0 < runner.index('"server.port", port') < runner.index("server.run("):
        yield "the port is not told before the start"
    with starlette_server._bind_socket("127.0.0.1", 0, 1) as found:
        if found.proto:
            yield "the socket names its protocol: send_at_once is not needed any more"


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
