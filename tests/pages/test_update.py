"""The update page: what was understood, what is wrong, what would change, and what becomes of it."""

import pytest
from streamlit.testing.v1 import AppTest

from analysis import app_services
from analysis.words import translator
from pages.parts.core import auth
from tests.making import xlsx
from tests.pages.conftest import ONE_ROW, open_page, page_errors, page_html, publish, tables

LAPPI = [{"Koodi": "19", "Nimi (fi)": "Lappi"}]
OLD = {"Tunnus": "1", "Nimi": "Avaus", "Alkaa": "2023", "Tyyppi": "seminaari", "Maakunnat": "Lappi"}
CHANGED = OLD | {"Nimi": "Avajaiset", "Osallistujat": 40}
NEW = {"Tunnus": "2", "Nimi": "Toinen", "Alkaa": "5.6.2024", "Tyyppi": "työpaja", "Maakunnat": "Lappi"}
FAULTY = {"Tunnus": "3", "Nimi": "Kolmas", "Alkaa": "joskus", "Tyyppi": "työpaja", "Maakunnat": "Lappi"}


@pytest.fixture
def editor(address, monkeypatch) -> str:
    """The page's reader is an editor; a cookie is more than the harness can bring."""
    monkeypatch.setattr(auth, "is_editor", lambda: True)
    publish(address, ONE_ROW)
    return address


def upload(*events: dict, **more: list) -> AppTest:
    app = open_page("update")
    data = xlsx({"Tapahtumat": list(events), **more})
    return app.file_uploader(key="upload_file").set_value([("toiminta.xlsx", data, "")]).run()


def published_events() -> list[tuple[str, str]]:
    store = app_services.app_services().store
    events = store.tables(store.current().id)["events"]
    return list(zip(events["id"], events["name"], strict=True))


def test_a_sound_file_is_compared_and_published(editor):
    app = upload(CHANGED, NEW)
    text = page_html(app)
    assert "Aineiston voi julkaista" in text
    assert '<span class="cell">Tapahtumat!B2</span>' in text and "<del>Avaus</del>" in text
    assert "<ins>Avajaiset</ins>" in text and "<ins>40</ins>" in text
    assert '<span class="cell">Tapahtumat!A3</span> Toinen' in text
    app.text_input(key="publish_note").input("syksyn päivitys")
    app.text_input(key="publish_author").input("Lapin liitto")
    app.button(key="publish").click().run()
    assert page_errors(app) == []
    assert "Versio 2 on julkaistu" in page_html(app)
    current = app_services.app_services().store.current()
    assert (current.note, current.author, [each.name for each in current.files]) == (
        "syksyn päivitys",
        "Lapin liitto",
        ["toiminta.xlsx"],
    )
    assert published_events() == [("1", "Avajaiset"), ("2", "Toinen")]


def test_what_changes_is_a_workbook_and_the_note_where_none_is_written(editor):
    app = upload(OLD | {"Tunnus": "9"}, NEW)
    text = page_html(app)
    assert "1 rivi, josta vain tunnus vaihtuu" in text and "<del>1</del> <ins>9</ins>" in text
    assert "poistuva" not in text
    note = "Tapahtumat: 1 uusi, 1 tunnus vaihtunut"
    assert app.text_input(key="publish_note").placeholder == note
    assert "Muutokset taulukkona" in [each.proto.label for each in app.get("download_button")]
    app.button(key="publish").click().run()
    assert app_services.app_services().store.current().note == note


def test_a_faulty_row_is_named_and_left_out(editor):
    app = upload(CHANGED, FAULTY)
    text = page_html(app)
    assert "Aineiston voi julkaista; 1 rivi odottaa korjausta" in text
    assert '<span class="cell">Tapahtumat!C3</span>' in text and "”joskus”" in text
    assert app.button(key="publish").label == "Julkaise: 1 muuttuu, 1 jää pois"
    app.button(key="publish").click().run()
    assert published_events() == [("1", "Avajaiset")]


def test_a_file_with_issues_can_be_had_back_marked(editor):
    buttons = [each.proto.label for each in upload(CHANGED, FAULTY).get("download_button")]
    assert "Merkitty kopio: toiminta.xlsx" in buttons
    buttons = [each.proto.label for each in upload(CHANGED).get("download_button")]
    assert not any("Merkitty" in label for label in buttons)


def test_add_and_change_only_removes_nothing(editor):
    app = upload(NEW)
    assert "1 poistuva rivi" in page_html(app)
    app.segmented_control(key="way").set_value("add").run()
    assert "poistuva" not in page_html(app)
    app.button(key="publish").click().run()
    assert published_events() == [("1", "Avaus"), ("2", "Toinen")]


def test_add_and_change_only_knows_what_stays(editor):
    clusters = [{"Tunnus": id, "Nimi": f"Klusteri {id}", "Maakunnat": "Lappi"} for id in ("cl-1", "cl-2")]
    publish(editor, tables(clusters={"id": ["cl-1", "cl-2"], "name": ["A", "B"], "regions": [("19",)] * 2}))
    story = {"Tunnus": "s", "Otsikko": "Tarina", "Maakunnat": "Lappi", "Klusteri": "cl-2"}
    app = open_page("update")
    data = xlsx({"Klusterit": clusters[:1], "Tarinat": [story]})
    app.file_uploader(key="upload_file").set_value([("toiminta.xlsx", data, "")]).run()
    assert '<span class="cell">Tarinat!' in page_html(app) and "”cl-2”" in page_html(app)
    app.segmented_control(key="way").set_value("add").run()
    assert "”cl-2”" not in page_html(app)
    app.button(key="publish").click().run()
    store = app_services.app_services().store
    assert list(store.tables(store.current().id)["stories"]["cluster"]) == ["cl-2"]


def test_an_accident_requires_confirmation(address, monkeypatch):
    monkeypatch.setattr(auth, "is_editor", lambda: True)
    keys = [str(number) for number in range(8)]
    events = {"id": keys, "name": keys, "starts": ["2023"] * 8, "kind": ["other"] * 8, "regions": [("19",)] * 8}
    publish(address, tables(events=events))
    app = upload(*[OLD | {"Tunnus": key, "Nimi": key, "Tyyppi": "muu"} for key in keys[:4]])
    assert app.button(key="publish").disabled
    app.checkbox(key="yes_large-removal_events_None").check().run()
    assert not app.button(key="publish").disabled
    app.button(key="publish").click().run()
    assert len(published_events()) == 4


def test_a_contact_in_a_cell_that_changes_requires_a_yes_and_a_published_one_none(editor):
    contact = "Ilmoittaudu: matti.meikalainen@esimerkki.fi"
    app = upload(OLD, NEW | {"Kuvaus": contact})
    assert app.button(key="publish").disabled
    app.checkbox(key="yes_contacts").check().run()
    app.button(key="publish").click().run()
    assert [key for key, _ in published_events()] == ["1", "2"]
    app = upload(CHANGED, NEW | {"Kuvaus": contact})
    assert 'class="tag warning"' in page_html(app)
    assert not app.button(key="publish").disabled and not app.checkbox


def test_a_sheet_that_is_as_empty_as_what_is_published_is_no_news(editor):
    targets = [["Vuosi", "Mittari", "Maakunta", "Teema", "Tavoite"]]
    text = page_html(upload(CHANGED, Tavoitteet=targets))
    assert "Tavoitteet" not in text.partition('class="issues"')[2].partition("</section>")[0]
    assert translator("fi")("update.no_issues") in text
    publish(editor, tables(targets={"year": [2024], "measure": ["events"], "target": [3]}))
    assert translator("fi")("update.no_issues") not in page_html(upload(CHANGED, Tavoitteet=targets))


def test_what_somebody_else_published_meanwhile_is_compared_again(editor):
    app = upload(CHANGED)
    publish(editor, tables(events={"id": ["9"], "name": ["Toisen"], "starts": ["2022"], "kind": ["other"]}))
    app.button(key="publish").click().run()
    text = page_html(app)
    assert "Joku muu julkaisi version 2 sillä välin." in text
    assert published_events() == [("9", "Toisen")]
    assert app.button(key="publish").disabled
    app.checkbox(key="yes_old-origin_None_None").check().run()
    assert app.radio[0].options == ["Julkaistu: rivi on poistettu", "Oma: rivi säilyy"]
    app.button(key="all_mine").click().run()
    app.button(key="publish").click().run()
    assert published_events() == [("9", "Toisen"), ("1", "Avajaiset")]


def test_a_file_that_changes_nothing_makes_no_revision(editor):
    app = upload(OLD)
    assert "Tiedosto ei muuta mitään" in page_html(app)
    assert [each.key for each in app.button] == ["leave"]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("kirje.pdf", b"%PDF-1.4", "Tiedosto kirje.pdf ei ole taulukko, jonka ohjelma osaa lukea."),
        ("tyhja.xlsx", b"", "Tiedostoa tyhja.xlsx ei voi lukea"),
        ("vieras.xlsx", xlsx(Muistio=[{"Asia": "muu"}]), "Tiedostossa vieras.xlsx ei ole yhtään välilehteä"),
        ("tyhja.xlsx", xlsx(Taul1=[]), "Tiedostossa tyhja.xlsx ei ole yhtään välilehteä"),
    ],
)
def test_what_is_no_table_of_ours_is_refused_in_a_plain_sentence(editor, name: str, data: bytes, sentence: str):
    app = open_page("update")
    app.file_uploader(key="upload_file").set_value([(name, data, "")]).run()
    assert sentence in page_html(app)
    assert page_errors(app) == []
    assert [each.key for each in app.button] == ["leave"]


def test_leaving_a_file_empties_the_uploader(editor):
    app = upload(CHANGED)
    app.button(key="leave").click().run()
    assert app.file_uploader(key="upload_file").value in (None, [])
    assert [each.key for each in app.button] == []
    assert published_events() == [("1", "Avaus")]


def test_a_reader_is_told_how_to_get_in_and_sees_no_uploader(address):
    app = open_page("update")
    assert "Päivittämiseen tarvitaan muokkauslinkki" in page_html(app)
    assert len(app.get("file_uploader")) == 0


@pytest.mark.parametrize(
    ("reason", "sentence"), [("key", "Linkin avain ei kelpaa."), ("wait", "Odota minuutti"), ("x", None)]
)
def test_who_was_not_let_in_is_told_why(address, reason: str, sentence: str | None):
    app = open_page()
    app.query_params["denied"] = reason
    text = page_html(app.switch_page("update.py").run())
    assert sentence in text if sentence else 'role="alert"' not in text


def test_of_two_who_publish_at_once_the_second_sees_what_came_between(editor):
    first, second = upload(CHANGED), upload(OLD | {"Osallistujat": 12}, NEW)
    first.text_input(key="publish_note").input("Lapin luvut")
    first.button(key="publish").click().run()
    assert "Versio 2 on julkaistu" in page_html(first)
    second.button(key="publish").click().run()
    text = page_html(second)
    assert "Joku muu julkaisi version 2 sillä välin." in text and "Lapin luvut" in text
    came = text.partition("Lapin luvut")[2]
    assert "<del>Avaus</del>" in came and "<ins>Avajaiset</ins>" in came and "<ins>40</ins>" in came
    assert page_errors(second) == [] and published_events() == [("1", "Avajaiset")]
    second.checkbox(key="yes_old-origin_None_None").check().run()
    (settle,) = second.radio
    assert (settle.label, settle.options) == ("Tapahtumat: Avaus – Osallistujat", ["Julkaistu: 40", "Oma: 12"])
    settle.set_value("mine").run()
    assert "<ins>12</ins>" in page_html(second)
    second.button(key="publish").click().run()
    assert "Versio 3 on julkaistu" in page_html(second) and "sillä välin" not in page_html(second)
    assert published_events() == [("1", "Avajaiset"), ("2", "Toinen")]


AVAUS = {"id": ["1"], "name": ["Avaus"], "starts": ["2023"], "kind": ["seminar"], "regions": [("19",)]}


def copy_of(id: str, *events: dict) -> tuple[str, bytes, str]:
    """A workbook whose name says that it was taken from a revision."""
    return f"toiminta-versio-{id}.xlsx", xlsx({"Tapahtumat": list(events)}), ""


def test_both_changed_one_cell_and_the_publisher_settles_it(editor):
    publish(editor, tables(events=AVAUS | {"participants": [77]}))
    app = open_page("update")
    app.file_uploader(key="upload_file").set_value([copy_of("1", OLD | {"Osallistujat": 45}, NEW)]).run()
    text = page_html(app)
    assert "Tiedostosi on versiosta 1" in text and "Sen jälkeen on julkaistu 1 versio" in text
    both = "1 kohta on muutettu sekä tiedostossasi että julkaistussa aineistossa."
    assert f"Muutoksistasi 1 sopii julkaistuun sellaisenaan. {both}" in text
    assert app.button(key="publish").disabled
    (settle,) = app.radio
    assert settle.options == ["Julkaistu: 77", "Oma: 45"]
    settle.set_value("mine").run()
    assert "Kaikki on valittu." in page_html(app)
    assert app.button(key="publish").label == "Julkaise: 1 uusi, 1 muuttuu"
    app.button(key="publish").click().run()
    assert page_errors(app) == []
    store = app_services.app_services().store
    frame = store.tables(store.current().id)["events"]
    assert list(zip(frame["id"], frame["participants"].fillna(0), strict=True)) == [("1", 45), ("2", 0)]


def test_a_pick_ends_once_something_else_is_published_in_its_cell(editor):
    publish(editor, tables(events=AVAUS | {"participants": [77]}))
    app = open_page("update")
    app.file_uploader(key="upload_file").set_value([copy_of("1", OLD | {"Osallistujat": 45})]).run()
    app.radio[0].set_value("mine").run()
    publish(editor, tables(events=AVAUS | {"participants": [80]}))
    app.button(key="publish").click().run()
    assert "Joku muu julkaisi version 3 sillä välin." in page_html(app)
    assert (app.radio[0].options, app.radio[0].value) == (["Julkaistu: 80", "Oma: 45"], None)
    assert app.button(key="publish").disabled


def test_an_old_copy_replaces_nothing_and_the_page_says_so(editor):
    publish(editor, tables(events=AVAUS | {"participants": [77]}))
    app = open_page("update")
    app.file_uploader(key="upload_file").set_value([copy_of("2", OLD | {"Osallistujat": 45})]).run()
    assert "Korvaa taulukot" in app.segmented_control(key="way").options and "tulevat julkaistujen" in page_html(app)
    app.file_uploader(key="upload_file").set_value([copy_of("1", OLD | {"Paikka": "Kemi"})]).run()
    assert "Vie muutokset" in app.segmented_control(key="way").options
    assert "Muiden muutokset säilyvät." in page_html(app) and "tulevat julkaistujen" not in page_html(app)


def test_an_estimated_origin_is_asked_and_another_one_can_be_picked(editor):
    publish(editor, tables(events=AVAUS | {"name": ["Avajaiset"], "participants": [77]}))
    app = upload(OLD | {"Osallistujat": 0}, NEW)
    assert "Tiedostosi muistuttaa eniten versiota" in page_html(app)
    assert app.button(key="publish").disabled
    assert app.selectbox(key="upload_base").value == "1"
    app.selectbox(key="upload_base").set_value("none").run()
    assert app.button(key="publish").label == "Julkaise: 1 uusi, 1 muuttuu"
    assert not app.button(key="publish").disabled


def test_a_new_row_is_shown_as_it_was_read(editor):
    text = page_html(upload(OLD, NEW))
    assert "<dt>Alkaa</dt><dd>5.6.2024</dd>" in text and "<dt>Maakunnat</dt><dd>Lappi</dd>" in text


@pytest.mark.parametrize(
    ("rows", "label", "suggestion"),
    [
        ([OLD, NEW | {"Tunnus": ""}], "Tunnus", "toinen-2024"),
        ([OLD, NEW | {"Osallistujat": "noin 50"}], "Tulkinta", "50"),
        ([OLD, NEW | {"Maakunnat": "Lapi"}], "Ehdotus", "Lappi"),
    ],
)
def test_a_suggestion_says_what_it_is(editor, rows: list[dict], label: str, suggestion: str):
    assert f'<span class="lab">{label}</span> <b>{suggestion}</b>' in page_html(upload(*rows))
