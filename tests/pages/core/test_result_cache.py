"""What pages compute is shared by all who see the same, and by nobody else."""

from types import SimpleNamespace

import pytest

from analysis.app_services import app_services
from analysis.schema import TABLES, all_tables
from analysis.sections import overview
from analysis.selection import Selection
from analysis.store import Store
from analysis.words import translator
from pages.parts.core import result_cache
from pages.parts.present import file_job
from tests.pages.conftest import EMPTY, NOW, ONE_ROW, failed, opened, publish


def page(counted: str = "1") -> SimpleNamespace:
    """What of a page the cache asks for."""
    return SimpleNamespace(tables=TABLE_SET, selection=Selection(), words=translator("fi"), numbers_state=counted)


TABLE_SET = all_tables({}, TABLES)


def builder(answer: str):
    def rows(tables, selection, words, *args, search=""):
        return [answer, *args, search]

    rows.__qualname__ = f"builder.{answer}"
    return rows


def test_two_builders_of_one_name_have_an_answer_each():
    names = ["first", "second", "first"]
    assert [result_cache.cached_section(page(), builder(each))[0] for each in names] == names


@pytest.mark.parametrize("other", [{"search": "b"}, {"args": ("2027",)}, {"counted": "2"}])
def test_another_argument_is_another_answer(other: dict):
    make, args = builder("any"), other.get("args", ("2026",))
    first = result_cache.cached_section(page(), make, "2026", search="a")
    assert result_cache.cached_section(page(), make, "2026", search="a") is first
    second = result_cache.cached_section(page(other.get("counted", "1")), make, *args, search=other.get("search", "a"))
    assert second is not first


def test_a_withdrawal_elsewhere_frees_what_the_pages_computed(address):
    publish(address, ONE_ROW, EMPTY, ONE_ROW)
    assert failed(opened(rev="1")) == failed(opened(rev="3")) == []
    cache, tables = app_services().store.cache, app_services().store.tables("3")
    assert len(tables.derived["cache"]) and cache.withdrawn == frozenset()
    other = Store.open(address)
    other.withdraw("1", NOW)
    other.close()
    app_services().store.current()
    assert cache.withdrawn == {"1"} and len(tables.derived["cache"]) == 0
    assert app_services().store.tables("3") is tables and overview(tables, Selection(), translator("fi"), "2026-11-24")


def test_each_job_has_a_name_of_its_own_for_the_browser(monkeypatch):
    session = {}
    monkeypatch.setattr(file_job.st, "session_state", session)
    names = []
    for _ in range(20):
        file_job.begin("Report", "a.html", "same", lambda progress: b"")
        names.append(session[file_job.JOB].id)
    assert len(set(names)) == 20
