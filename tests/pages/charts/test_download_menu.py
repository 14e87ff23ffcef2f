"""The menu of a chart opens without drawing anything; each file is made when it is asked for."""

from types import SimpleNamespace

from analysis.sections import overview
from analysis.sections.filters.filter_options import filter_options
from analysis.selection import Address, Selection
from analysis.words import translator
from pages.parts.charts import download_menu
from tests.workbooks import sample

FI = translator("fi")
MADE = ("chart_csv", "chart_data", "chart_workbook", "chart_svg", "chart_png", "rows_behind_chart")


def test_a_menu_offers_every_file_and_makes_none_until_it_is_asked_for(monkeypatch):
    tables, buttons, calls = sample.tables(), {}, []
    section = overview(tables, Selection(), FI, "2026-11-24")
    given = {"words": FI, "tables": tables, "selection": Selection(), "revision": None, "address": Address()}
    page = SimpleNamespace(**given, choices=filter_options(tables, FI), entry=None, today="2026-11-24")
    monkeypatch.setattr(download_menu.st, "session_state", {download_menu.MENUS: {}})
    monkeypatch.setattr(download_menu.html, "show", lambda *args, **values: None)
    monkeypatch.setattr(download_menu.downloads, "show_embed_code", lambda *args: None)
    monkeypatch.setattr(download_menu.chart_slide, "show_link_to_add", lambda _, slide: buttons.update({"add": slide}))
    monkeypatch.setattr(
        download_menu.downloads, "button", lambda label, data, name, key, help=None: buttons.update({key: (data, name)})
    )
    for each in MADE:
        monkeypatch.setattr(download_menu, each, counting(getattr(download_menu, each), calls))
    chart = next(each for each in section.charts if each.key == "regions")
    name = download_menu.offer(page, section, chart)
    download_menu.st.session_state[download_menu.MENUS][name].fill()
    assert calls == []
    first, more = ("png", "pptx", "xlsx"), ("svg", "csv_people", "csv_machines", "rows")
    keys = [f"{kind}_overview_regions" for kind in (*first, *more)]
    assert list(buttons) == [*keys[: len(first)], "add", *keys[len(first) :]]
    assert buttons["add"].key == "overview.regions"
    data, file = buttons["png_overview_regions"]
    assert data().startswith(b"\x89PNG\r\n\x1a\n") and file.endswith(".png") and calls == ["chart_png"]


def counting(make, calls):
    def call(*args):
        calls.append(make.__name__)
        return make(*args)

    return call
