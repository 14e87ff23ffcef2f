"""Events, stories, clusters and toolkit as readers use them: search, one thing, a month, a mistake."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from analysis.schema import LANGUAGES, TABLES, all_tables
from tests.pages.conftest import EMPTY, ONE_ROW, open_page, page_errors, page_html, publish, tables
from tests.workbooks import shipped

PAGES = ("events", "stories", "clusters", "toolkit")
KNOWN = {"events": ("event", "ev-cmr-levi-2023"), "clusters": ("cluster", "cl-aice")}
EVERYTHING = {
    "search": "energia",
    "month": "2023-05",
    "themes": "rahoitus,palvelut",
    "regions": "19",
    "years": "2019-2023",
}
FEEDBACK = {"key": ["feedback"], "value_fi": ["Kirjoita: palaute@liitto.fi."]}
THEMES = {"Johtaminen", "Palvelut", "Rahoitus", "Kansainvälistyminen", "Osaaminen"}
GAPS = {"Tapahtumat ilman osallistujamäärää", "Yli kaksi vuotta vanhat tarinat", "Teemat ilman tallennetta"}
CLUSTER = {"id": ["k"], "name": ["Klusteri & co"], "regions": [("19",)]}


def heading(app) -> str:
    return re.search(r'id="content" tabindex="-1">(.*?)</h1>', page_html(app))[1]


def parameter(app, name: str) -> str:
    """What the address says under a name; Streamlit's harness gives back what a page wrote as text, else a list."""
    value = app.query_params[name]
    return value if isinstance(value, str) else value[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_each_page_stands_in_every_language_with_all_that_an_address_may_say(address, page: str, language: str):
    assert page_errors(open_page(page, lang=language)) == []
    assert page_errors(open_page(page, lang=language, **EVERYTHING)) == []


@pytest.mark.parametrize("data", [ONE_ROW, EMPTY], ids=["one row", "empty"])
@pytest.mark.parametrize("page", PAGES)
def test_each_page_stands_on_hardly_any_data(address, page: str, data):
    publish(address, data)
    assert page_errors(open_page(page)) == []
    assert page_errors(open_page(page, event="1", cluster="1", month="2023-01", search="avaus")) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", KNOWN)
def test_the_address_shows_one_thing_and_its_name_is_the_heading(address, page: str, language: str):
    name, id = KNOWN[page]
    app = open_page(page, lang=language, **{name: id})
    assert page_errors(app) == []
    assert heading(app).startswith({"events": "Clusters meet Regions", "clusters": "Arctic Industry"}[page])
    assert not app.pills and not app.text_input


@pytest.mark.parametrize(("page", "name"), [("events", "event"), ("clusters", "cluster")])
def test_a_thing_that_there_is_not_is_said_and_all_are_shown(address, page: str, name: str):
    app = open_page(page, **{name: "nobody"})
    assert "Tunnuksella nobody ei löydy mitään tästä versiosta." in page_html(app)
    assert app.text_input(key="search_rows")


@pytest.mark.parametrize(
    ("page", "text", "found"),
    [("events", "levi", "1 / 31"), ("stories", "kuopio", "/ 59"), ("clusters", "lappi", "6 / 28")],
)
def test_a_search_stands_in_the_address_and_narrows_the_list(address, page: str, text: str, found: str):
    app = open_page(page, lang="fi", themes="")
    app.text_input(key="search_rows").set_value(text).run()
    assert parameter(app, "search") == text and parameter(app, "lang") == "fi"
    assert found in page_html(app) and page_errors(app) == []
    app.button(key="search_clear").click().run()
    assert "search" not in app.query_params and app.text_input(key="search_rows").value == ""


def test_a_search_without_a_find_says_what_to_do(address):
    app = open_page("stories", search="qqq")
    assert "Haulla ”qqq” ei löytynyt mitään." in page_html(app)


def test_a_filter_keeps_the_search_and_another_page_does_not(address):
    app = open_page("clusters", search="kierto")
    app.pills(key="filter_regions").set_value(["19"]).run()
    assert parameter(app, "search") == "kierto" and parameter(app, "regions") == "19"
    links = re.findall(r'href="(\./[^"]*)"', page_html(app).split("<nav")[1].split("</nav>")[0])
    assert links and all("regions=19" in link for link in links)
    assert sum("search=kierto" in link for link in links) == len(LANGUAGES)


def test_the_buttons_lead_to_the_nearest_month_with_events(address):
    app = open_page("events", month="2023-05")
    assert "Tapahtumakalenteri, toukokuu 2023" in page_html(app)
    app.button(key="month_earlier").click().run()
    assert parameter(app, "month") == "2023-04" and "Tapahtumakalenteri, huhtikuu 2023" in page_html(app)


def test_stories_come_as_cards_and_as_a_table(address):
    app = open_page("stories")
    assert 'class="cards"' in page_html(app) and "<table" not in page_html(app)
    app.segmented_control(key="form_rows").set_value("table").run()
    assert 'class="cards"' not in page_html(app) and "<table" in page_html(app)


def test_stories_come_a_dozen_cards_at_a_time(address):
    app = open_page("stories")
    app.button(key="step_after").click().run()
    assert "Tarinat 13–24 / 59" in page_html(app)
    app.button(key="step_before").click().run()
    assert "Tarinat 1–12 / 59" in page_html(app)


def test_a_door_chooses_its_theme_and_a_chosen_one_all(address):
    doors = dict.fromkeys(
        re.findall(r'<a class="inside" href="\./toolkit([^"]*)"', page_html(open_page("toolkit")).split("</nav>")[1])
    )
    assert next(iter(doors)) == "?themes=johtaminen" and len(doors) == 5
    door = page_html(open_page("toolkit", themes="johtaminen")).split("</nav>")[1]
    assert re.findall(r'href="\./toolkit([^"]*)" aria-current="true"', door) == [""]


@pytest.fixture
def channel(address) -> str:
    """The shipped data of an owner who has a form for feedback; gives its address."""
    form, given = "https://lomake.liitto.fi/palaute", shipped.tables()
    about = given["about"]
    filled_in = about.assign(value_fi=about["value_fi"].mask(about["key"] == "feedback", f"Lomake: {form}"))
    publish(address, all_tables({**given, "about": filled_in}, TABLES))
    return form


def reports(app) -> list[str]:
    return [each.replace("&amp;", "&") for each in re.findall(r'class="report" href="([^"]*)"', page_html(app))]


@pytest.mark.parametrize("page", PAGES)
def test_every_entry_has_its_own_way_to_report_a_mistake(channel, page: str):
    app = open_page(page, month="2023-05") if page != "clusters" else open_page(page, cluster="cl-aice")
    found = reports(app)
    assert found or page == "events"
    assert len({parse_qs(urlsplit(each).query)["id"][0] for each in found}) == len(found)
    assert all(each.startswith(f"{channel}?") for each in found)


def reported_rows(app) -> list[str]:
    """The rows whose mistakes the page lets report, by their keys."""
    return [parse_qs(urlsplit(each).query)["id"][0] for each in reports(app)]


def test_a_story_has_its_way_to_report_a_mistake_in_the_table_too(channel):
    app = open_page("stories")
    cards = reported_rows(app)
    app.segmented_control(key="form_rows").set_value("table").run()
    rows = page_html(app).split("<tbody")[1].count("<tr")
    assert len(cards) == 12 and rows == 59
    assert reported_rows(app)[:12] == cards and len(set(reported_rows(app))) == rows
    assert page_html(app).count('Ilmoita virheestä<span class="sr">: ') == rows


@pytest.mark.parametrize(
    ("page", "query", "apart"),
    [
        ("overview", {}, {"Tapahtumat", "Klusteritarinat", "Materiaalit", *GAPS}),
        ("regions", {"regions": "19"}, set()),
        ("themes", {"themes": "rahoitus"}, THEMES),
        ("events", {"event": "ev-cmr-levi-2023"}, set()),
        ("clusters", {"cluster": "cl-aice"}, set()),
        ("toolkit", {"themes": "rahoitus"}, set()),
    ],
)
def test_whatever_a_list_tells_of_the_data_can_be_reported(channel, page: str, query: dict[str, str], apart: set[str]):
    """Apart from what stands for no row of activity: how fresh tables and themes are, gaps."""
    entries = re.findall(r"<li>(?:(?!</li>).)*? class=\"what\"(?:(?!</li>).)*", page_html(open_page(page, **query)))
    bare = [
        re.sub(r"<span class=\"(when|meta)\".*?</span>|<[^>]*>", "", each).strip()
        for each in entries
        if "report" not in each
    ]
    assert (set(bare), len(entries) > len(bare)) == (apart, True)


def test_a_mailbox_gets_a_message_with_row_revision_and_address(address):
    publish(address, tables(about=FEEDBACK, clusters=CLUSTER))
    mail = urlsplit(reports(open_page("clusters", cluster="k", regions="19"))[0])
    values = parse_qs(mail.query)
    assert (mail.scheme, mail.path, values["subject"]) == (
        "mailto",
        "palaute@liitto.fi",
        ["Klusteripulssi: virhe tiedossa k"],
    )
    lines = unquote(values["body"][0]).split("\r\n")
    assert lines[:3] == ["Kohde: Klusteri & co", "Tunnus: k", "Versio: 1"]
    assert lines[3].startswith("Osoite: ") and lines[3].endswith("/clusters?regions=19&cluster=k")


def test_without_an_address_of_the_owner_the_link_leads_to_what_is_said_of_feedback(address):
    by_phone = {"key": ["feedback"], "value_fi": ["Soita vaihteeseen."]}
    publish(address, tables(about=by_phone, clusters=CLUSTER))
    app = open_page("clusters", cluster="k")
    assert reports(app) == ["./about#feedback"] and "#feedback" in page_html(app).split("<footer")[1]


@pytest.mark.parametrize("text", [None, "Täydennettävä: https://example.invalid/palaute"])
def test_without_a_word_of_the_owner_on_feedback_no_link_promises_any(address, text: str | None):
    publish(address, tables(about={"key": ["feedback"], "value_fi": [text or "-"]} if text else {}, clusters=CLUSTER))
    for page, query in (("clusters", {"cluster": "k"}), ("clusters", {}), ("about", {})):
        text = page_html(open_page(page, **query))
        assert "#feedback" not in text and "Ilmoita virheestä" not in text and 'id="feedback"' not in text


@pytest.mark.parametrize("page", PAGES)
def test_the_shipped_data_offers_no_report_that_leads_nowhere(address, page: str):
    app = open_page(page)
    assert reports(app) == [] and "Ilmoita virheestä" not in page_html(app)
