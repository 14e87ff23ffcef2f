"""Filters and the address say the same."""

import pytest

from analysis.html_parts.filter_summary import distinct_labels
from pages.parts.filters.filter_bar import year_span
from tests.pages.conftest import ONE_ROW, open_page, page_html, publish

YEARS = range(2019, 2026)


@pytest.mark.parametrize(
    ("before", "chosen", "after"),
    [
        (None, [2022], (2022, 2022)),
        ((2022, 2022), [2022, 2024], (2022, 2024)),
        ((2022, 2024), [2020, 2022, 2023, 2024], (2020, 2024)),
        ((2020, 2024), [2020, 2021, 2023, 2024], (2022, 2022)),
        ((2022, 2022), [], None),
        ((1995, 1996), [2020], (2020, 2020)),
        ((2010, 2020), [2019], (2020, 2020)),
        ((2020, 2021), [2020, 2021], (2020, 2021)),
    ],
)
def test_a_click_on_a_year_widens_the_span_or_picks_one(before, chosen, after):
    assert year_span(before, YEARS, chosen) == after


def test_values_of_one_label_are_told_apart_by_their_codes():
    pairs = [("a", "Energia"), ("b", "Metsä"), ("2024-a", "Energia")]
    assert distinct_labels(pairs) == {"a": "Energia (a)", "b": "Metsä", "2024-a": "Energia (2024-a)"}


def test_a_filter_is_written_into_the_address_beside_language_and_revision(address):
    app = open_page(lang="sv", rev="1")
    app.pills(key="filter_regions").set_value(["19", "18"]).run()
    app.pills(key="filter_years").set_value([2020]).run()
    app.pills(key="filter_years").set_value([2020, 2023]).run()
    assert dict(app.query_params) == {
        "regions": "19,18",
        "years": "2020-2023",
        "lang": "sv",
        "rev": "1",
    }


def test_widgets_follow_the_address(address):
    app = open_page(regions="19,17", themes="rahoitus", years="2020-2022", kinds="webinar")
    chosen = {name: app.session_state[f"filter_{name}"] for name in ("regions", "years", "kinds")}
    assert chosen == {"regions": ["19", "17"], "years": [2020, 2021, 2022], "kinds": ["webinar"]}


def test_clearing_keeps_the_language(address):
    app = open_page(regions="19", lang="en")
    app.button(key="filter_clear").click().run()
    assert dict(app.query_params) == {"lang": "en"}
    assert [each.key for each in app.button if each.key == "filter_clear"] == []


def test_unknown_values_are_dropped_with_a_word(address):
    publish(address, ONE_ROW)
    assert "Osoitteessa oli 2 valintaa, joita aineistossa ei ole: 99, rahoitus." in page_html(
        open_page(regions="19,99", themes="rahoitus")
    )


def test_an_address_that_is_beyond_reading_shows_everything(address):
    publish(address, ONE_ROW)
    app = open_page(years="viime vuosi", regions=",,", lang="xx", rev="ei")
    assert "Versiota ei ei ole." in page_html(app)
    assert "Osoitteessa oli 2 valintaa, joita aineistossa ei ole: viime vuosi, xx." in page_html(app)
    assert [app.session_state[f"filter_{name}"] for name in ("regions", "years")] == [[], []]


def test_the_compared_period_is_written_into_the_address_and_stays_beside_other_filters(address):
    app = open_page(years="2023", lang="fi")
    app.pills(key="filter_compare").set_value("elmo").run()
    assert dict(app.query_params) == {"years": "2023-2023", "compare": "elmo", "lang": "fi"}
    app.pills(key="filter_regions").set_value(["19"]).run()
    assert dict(app.query_params)["compare"] == "elmo"
    assert "ELMO (2019–2021): " in page_html(app)
    assert app.session_state["filter_compare"] == "elmo"
    app.pills(key="filter_compare").set_value(None).run()
    assert dict(app.query_params) == {"regions": "19", "years": "2023-2023", "lang": "fi"}


def test_years_of_an_address_are_compared_and_a_period_that_there_is_not_is_told(address):
    app = open_page(years="2023", compare="2020-2021")
    assert "vertailujakso 2020–2021" in page_html(app) and app.session_state["filter_compare"] == "2020-2021"
    other = page_html(open_page(compare="1985"))
    assert "vertailujakso" not in other and "1985" in other


def test_priorities_stand_in_groups_by_period_and_count_together(address):
    app = open_page(lang="fi")
    groups = [each for each in app.pills if str(each.key).startswith("filter_priorities")]
    assert [each.label for each in groups] == ["Painopisteet 2019–2023", "Painopisteet 2024–", "Klusteriteemat"]
    for each in groups[:2]:
        app.pills(key=each.key).set_value([app.pills(key=each.key).options[0]]).run()
    assert len(str(app.query_params["priorities"]).split(",")) == 2


def test_filters_that_limit_nothing_on_a_page_are_disabled_and_named(address):
    app = open_page("clusters", lang="fi")
    menus = {each.proto.popover.label: each.proto.popover.disabled for each in app.get("popover")}
    assert [name for name, disabled in menus.items() if disabled] == [
        "Teema: kaikki",
        "Vuodet: kaikki",
        "Tyyppi: kaikki",
    ]
    assert "Tällä sivulla ei ole käytössä: vuodet, teema ja tyyppi." in page_html(app)
