"""No fragment and no file button of a page gives data without asking for the right anew."""

import ast
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from analysis.access import NoRight
from analysis.app_services import app_services
from analysis.streamlit_adapter.download_files import DownloadFiles
from pages.parts.core import data_right
from tests.pages.conftest import NOW, ONE_ROW, open_page, publish, tables

PAGES = Path(__file__).parents[3] / "pages"
FRAGMENTS = ("st.fragment", "st.dialog")


def functions() -> list[tuple[Path, ast.Module, ast.FunctionDef]]:
    """All functions of all pages, with the module that each is in."""
    trees = [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(PAGES.rglob("*.py"))]
    return [(path, tree, each) for path, tree in trees for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)]


def called(node: ast.AST) -> set[str]:
    """The names of all that is called somewhere within."""
    return {ast.unparse(each.func) for each in ast.walk(node) if isinstance(each, ast.Call)}


def test_every_fragment_asks_for_the_right():
    fragments = []
    for path, tree, each in functions():
        decorated = any(ast.unparse(one).partition("(")[0] in FRAGMENTS for one in each.decorator_list)
        handed = f"st.fragment({each.name}" in ast.unparse(tree)
        if decorated or handed:
            fragments.append((f"{path.name} {each.name}", "data_right.require" in called(each)))
    assert fragments == [(name, True) for name, _ in fragments] and len(fragments) >= 3


def test_every_file_button_asks_for_the_right():
    buttons = [(path.name, each) for path, _, each in functions() if "st.download_button" in called(each)]
    assert {name: bool(called(each) & {"data_right.guarded_file", "guarded_file"}) for name, each in buttons} == {
        "downloads.py": True,
        "data_downloads.py": True,
    }
    files = {path.name for path, _, each in functions() if "error_boundary.log_failure" in called(each)}
    assert files == {"data_right.py"}


def test_a_file_is_made_while_the_right_of_its_page_holds_and_not_afterwards(address, monkeypatch):
    publish(address, ONE_ROW, tables(events={"id": ["2"], "name": ["Muu"], "starts": ["2023"], "kind": ["seminar"]}))
    app, calls, manager = open_page(), [], MediaFileManager(MemoryMediaFileStorage("/media"))

    def make() -> bytes:
        calls.append("made")
        return b"data"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(data_right.st, "session_state", {data_right.RIGHT: app.session_state[data_right.RIGHT]})
        guarded = data_right.guarded_file(make, "text/csv", "a.csv")
        for_editors = data_right.guarded_file(make, "text/csv", "a.csv", editors=True)
    files = DownloadFiles(lambda: SimpleNamespace(media_file_mgr=manager))
    monkeypatch.setattr(data_right, "FILES", files)
    assert guarded() == b"data" and len(app_services().files.rights) == 1
    with pytest.raises(NoRight):
        for_editors()
    app_services().store.withdraw("1", NOW)
    with pytest.raises(NoRight):
        guarded()
    assert calls == ["made"]


def test_a_page_that_is_made_anew_has_the_right_of_now(address):
    publish(address, ONE_ROW, tables(events={"id": ["2"], "name": ["Muu"], "starts": ["2023"], "kind": ["seminar"]}))
    app = open_page()
    before = app.session_state[data_right.RIGHT]
    app_services().store.withdraw("1", NOW)
    app.run()
    assert (before.withdrawn, app.session_state[data_right.RIGHT].withdrawn) == (frozenset(), frozenset({"1"}))
