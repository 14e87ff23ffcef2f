"""The pages of regions and themes: what is compared lives in the address, and they stand whatever the data holds."""

import pytest

from analysis.schema import LANGUAGES
from tests.pages.conftest import EMPTY, ONE_ROW, open_page, page_errors, page_html, publish


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["regions", "themes"])
def test_both_pages_stand_with_the_shipped_workbook_in_every_language(address, page, language):
    app = open_page(page, lang=language)
    assert page_errors(app) == []
    assert 'class="coverage"' in page_html(app)


@pytest.mark.parametrize("page", ["regions", "themes"])
def test_both_pages_stand_with_one_row_and_without_any(address, page):
    publish(address, ONE_ROW)
    assert page_errors(open_page(page)) == []
    publish(address, EMPTY)
    assert page_errors(open_page(page)) == []


@pytest.mark.parametrize(
    ("page", "query", "sentence"),
    [
        ("regions", {"measure": "rate"}, "jota aineistossa ei ole: rate"),
        ("regions", {"measure": "clusters"}, "28 klusteria."),
        ("regions", {"regions": "19"}, "Maakunnan tiedot aineistossa"),
        ("regions", {"regions": "19,17"}, "Maakuntien keskiarvo"),
        ("regions", {"measure": "x"}, "jota aineistossa ei ole: x"),
        ("themes", {"themes": "rahoitus"}, "Kestävät rahoitusratkaisut"),
        ("themes", {"group": "priorities-2019-2023"}, "Merkintä on 16 / 66 sisällössä."),
        ("themes", {"group": "x"}, "jota aineistossa ei ole: x"),
    ],
)
def test_the_address_says_what_is_compared(address, page, query, sentence):
    app = open_page(page, **query)
    assert page_errors(app) == []
    assert sentence in page_html(app)


def test_a_button_writes_the_measure_into_the_address(address):
    app = open_page("regions")
    app.button_group(key="choose_measure").set_value("participants").run()
    assert app.query_params["measure"] in ("participants", ["participants"])
    assert page_errors(app) == []
