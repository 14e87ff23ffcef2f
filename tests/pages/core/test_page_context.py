"""What pages compute is shared by all who see the same, and by nobody else."""

import pytest

from analysis.app_services import app_services
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.page_list import PAGES
from analysis.schema import TABLES, all_tables
from analysis.sections import overview
from analysis.sections.filters.filter_options import filter_options
from analysis.selection import Address, Selection
from analysis.store import Store
from analysis.words import translator
from pages.parts.present import file_job
from tests.pages.conftest import EMPTY, NOW, ONE_ROW, open_page, page_errors, publish

TABLE_SET, FI = all_tables({}, TABLES), translator("fi")


def page(today: str = "2026-01-01") -> PageContext:
    """A page without data."""
    choices = filter_options(TABLE_SET, FI)
    return PageContext(PAGES[0], FI, Address(), TABLE_SET, choices, None, None, today, root="http://localhost/")


def builder(answer: str):
    def rows(tables, selection, words, *args, search=""):
        return [answer, *args, search]

    rows.__qualname__ = f"builder.{answer}"
    return rows


def test_two_builders_of_one_name_have_an_answer_each():
    names = ["first", "second", "first"]
    assert [page().build(builder(each))[0] for each in names] == names


@pytest.mark.parametrize("other", [{"search": "b"}, {"args": ("2027",)}, {"today": "2026-01-02"}])
def test_another_argument_is_another_answer(other: dict):
    make, args = builder("any"), other.get("args", ("2026",))
    first = page().build(make, "2026", search="a")
    assert page().build(make, "2026", search="a") is first
    second = page(other.get("today", "2026-01-01")).build(make, *args, search=other.get("search", "a"))
    assert second is not first


def test_a_withdrawal_elsewhere_frees_what_the_pages_computed(address):
    publish(address, ONE_ROW, EMPTY, ONE_ROW)
    assert page_errors(open_page(rev="1")) == page_errors(open_page(rev="3")) == []
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
