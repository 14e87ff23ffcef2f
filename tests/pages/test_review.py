"""The pages of gaps, co-operation and targets: the address says what they show, and they stand on any data."""

import pytest

from analysis.measures.gap_kinds import GAPS
from tests.pages.conftest import EMPTY, ONE_ROW, open_page, page_errors, page_html, publish
from tests.workbooks import sample

PAGES = ("gaps", "cooperation", "targets")


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("page", PAGES)
def test_the_pages_stand_with_all_of_the_sample(address, page, language):
    publish(address, sample.tables())
    assert page_errors(open_page(page, lang=language)) == []
    assert page_errors(open_page(page, lang=language, regions="18,19", years="2024-2026", themes="rahoitus")) == []


@pytest.mark.parametrize("data", [ONE_ROW, EMPTY], ids=["one row", "empty"])
def test_every_gap_and_the_rates_stand_on_hardly_any_data(address, data):
    publish(address, data)
    for gap in GAPS:
        assert page_errors(open_page("gaps", gap=gap, measure="rate")) == []


@pytest.mark.parametrize(
    ("page", "query", "sentence"),
    [
        ("gaps", {}, "7 / 35 maakunnan ja teeman yhdistelmästä"),
        ("gaps", {}, "Ei uutta vuoden 2020 jälkeen: rahoitus"),
        ("gaps", {"measure": "rate"}, "Jakajana on maakunnan väkiluku"),
        ("gaps", {"measure": "x"}, "jota aineistossa ei ole: x"),
        ("gaps", {"gap": "participants", "regions": "18"}, "Osallistujamäärä ei ole tiedossa: 3 / 5 tapahtumariviä."),
        ("gaps", {"gap": "untold"}, "Ei puutteita: Materiaalit, joiden teemasta ei ole tarinaa."),
        ("cooperation", {}, "10 / 38 tapahtumaa (26\u00a0%)"),
        ("cooperation", {"years": "1995-1996"}, "Ei tietoja tällä valinnalla."),
        ("targets", {}, "Aineistossa ei ole tavoitteita"),
        ("overview", {}, "./gaps?gap=participants"),
        ("overview", {"step": "quarter"}, "koska kuukausi on tiedossa liian harvasta tapahtumasta: 22 / 38."),
        ("overview", {"step": "half", "years": "2021", "lang": "sv"}, "Evenemang per halvår"),
        ("overview", {"step": "x"}, "jota aineistossa ei ole: x"),
    ],
)
def test_the_address_says_what_is_shown(address, page, query, sentence):
    app = open_page(page, **query)
    assert page_errors(app) == []
    assert sentence in page_html(app)


def test_the_switch_writes_the_rate_into_the_address_and_takes_it_out_again(address):
    app = open_page("gaps")
    app.toggle(key="switch_measure").set_value(True).run()
    assert app.query_params["measure"] in ("rate", ["rate"])
    assert "100\u00a0000 asukasta kohti" in page_html(app)
    app.toggle(key="switch_measure").set_value(False).run()
    assert "measure" not in app.query_params
    assert page_errors(app) == []


def test_the_buttons_of_steps_are_there_where_enough_months_are_known_and_lead_back(address):
    assert [each.key for each in open_page("overview").button_group if each.key == "choose_step"] == []
    app = open_page("overview", years="2021")
    app.button_group(key="choose_step").set_value("half").run()
    assert app.query_params["step"] in ("half", ["half"])
    app.button_group(key="choose_step").set_value("year").run()
    assert "step" not in app.query_params
    assert page_errors(app) == []


def test_a_gap_that_there_is_not_shows_no_rows(address):
    app = open_page("gaps", gap="x")
    assert page_errors(app) == []
    assert "Sulje rivit" not in page_html(app)
