"""Drafts on the update page: kept, sent by their address, published by whoever may, discarded."""

import pytest
from streamlit.testing.v1 import AppTest

from analysis import app_services
from analysis.schema import LANGUAGES
from analysis.store import Draft
from pages.parts.core import auth
from tests.pages.conftest import NOW, ONE_ROW, open_page, page_errors, page_html, publish, tables
from tests.pages.test_update import AVAUS, CHANGED, FAULTY, NEW, OLD, copy_of, published_events, upload


@pytest.fixture
def editor(address, monkeypatch) -> str:
    """The page's reader is an editor without a name."""
    monkeypatch.setattr(auth, "is_editor", lambda: True)
    publish(address, ONE_ROW)
    return address


def named(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(auth, "name", lambda: name)


@pytest.fixture
def second(address, monkeypatch) -> None:
    """Publishing needs a second person; people come in by a proxy."""
    for name, value in {"REVIEW": "second", "ACCESS": "proxy", "EDITORS": "@example.org"}.items():
        monkeypatch.setenv(f"KLUSTERIPULSSI_{name}", value)
    monkeypatch.setattr(auth, "is_editor", lambda: True)
    named(monkeypatch, "Aino")
    publish(address, ONE_ROW)


def drafts() -> list[Draft]:
    return app_services.app_services().store.drafts.all()


def kept(app: AppTest) -> Draft:
    """The draft that a click makes of an upload."""
    app.button(key="keep_draft").click().run()
    assert page_errors(app) == []
    (draft,) = drafts()
    return draft


def keys(app: AppTest) -> set[str]:
    return {each.key for each in app.button}


def test_an_upload_is_kept_and_its_address_opened(editor):
    app = upload(CHANGED, NEW)
    assert app.button(key="keep_draft").label == "Pidä luonnoksena"
    app.text_input(key="publish_note").input("syksyn luvut")
    app.text_input(key="publish_author").input("Kainuu")
    draft = kept(app)
    assert (draft.author, draft.note, [each.name for each in draft.files]) == (
        "Kainuu",
        "syksyn luvut",
        ["toiminta.xlsx"],
    )
    text = page_html(app)
    assert dict(app.query_params) == {"draft": draft.id}
    assert f'data-copy="./update?draft={draft.id}"' in text and "Luonnos: Kainuu" in text
    assert "Luonnosta ei ole julkaistu. Sen voi julkaista jokainen, jolla on oikeus muokata. Alla näet," in text
    assert "<ins>Avajaiset</ins>" in text and len(app.get("file_uploader")) == 0
    assert published_events() == [("1", "Avaus")]


def test_a_colleague_opens_it_and_publishes_it(editor):
    draft = kept(upload(CHANGED, NEW))
    app = open_page("update", draft=draft.id)
    assert "keep_draft" not in keys(app)
    assert app.button(key="publish").label == "Julkaise: 1 uusi, 1 muuttuu"
    note = app.text_input(key="publish_note")
    assert (draft.note, note.value, note.placeholder) == ("", "", "Tapahtumat: 1 uusi, 1 muuttunut")
    app.text_input(key="publish_author").input("Lappi")
    app.button(key="publish").click().run()
    assert page_errors(app) == []
    assert "Versio 2 on julkaistu" in page_html(app)
    assert (drafts(), dict(app.query_params)) == ([], {})
    assert published_events() == [("1", "Avajaiset"), ("2", "Toinen")]
    assert app_services.app_services().store.current().author == "Lappi"


def test_drafts_that_were_never_published_are_listed_opened_and_discarded(editor):
    draft = kept(upload(CHANGED, NEW))
    app = open_page("update")
    text = page_html(app)
    assert "muokkaaja, " in text and "Tapahtumat: 1 uusi, 1 muuttunut" in text
    assert {f"draft_open_{draft.id}", f"draft_discard_{draft.id}"} == keys(app)
    app.button(key=f"draft_open_{draft.id}").click().run()
    assert f"./update?draft={draft.id}" in page_html(app) and f"draft_open_{draft.id}" not in keys(app)
    app.button(key="leave").click().run()
    assert len(app.get("file_uploader")) == 1 and dict(app.query_params) == {}
    app.button(key=f"draft_discard_{draft.id}").click().run()
    assert "Luonnos on poistettu. Mitään ei julkaistu." in page_html(app)
    assert (drafts(), page_errors(app)) == ([], [])
    assert published_events() == [("1", "Avaus")]


def test_one_is_discarded_while_it_is_open_and_another_stays(editor):
    first = kept(upload(CHANGED, NEW))
    store = app_services.app_services().store
    files = [(file, data) for file, data in zip(first.files, store.drafts.contents(first.id), strict=True)]
    other = store.drafts.add(files, author="Lappi", note="", now=NOW, copies=(), choices=first.choices)
    app = open_page("update", draft=first.id)
    app.button(key=f"draft_discard_{first.id}").click().run()
    assert drafts() == [other]
    assert {f"draft_open_{other.id}", f"draft_discard_{other.id}"} == keys(app)


def test_adding_and_settled_conflicts_are_chosen_as_they_were(editor):
    publish(editor, tables(events=AVAUS | {"participants": [77]}))
    app = open_page("update")
    app.file_uploader(key="upload_file").set_value([copy_of("1", OLD | {"Osallistujat": 45}, NEW)]).run()
    app.segmented_control(key="way").set_value("add").run()
    app.radio[0].set_value("mine").run()
    draft = kept(app)
    for opened in (app, open_page("update", draft=draft.id)):
        assert (opened.segmented_control(key="way").value, opened.radio[0].value) == ("add", "mine")
        assert not opened.button(key="publish").disabled
    opened.radio[0].set_value("theirs").run()
    assert opened.button(key="publish").label == "Julkaise: 1 uusi"


def test_what_was_published_meanwhile_stays_and_a_clash_is_settled(editor):
    app = upload(OLD | {"Osallistujat": 45}, NEW)
    draft = kept(app)
    publish(editor, tables(events=AVAUS | {"participants": [77]}))
    app = open_page("update", draft=draft.id)
    assert "1 kohta on muutettu sekä tiedostossasi että julkaistussa aineistossa" in page_html(app)
    assert app.button(key="publish").disabled and app.radio[0].options == ["Julkaistu: 77", "Oma: 45"]
    app.button(key="all_theirs").click().run()
    app.button(key="publish").click().run()
    assert published_events() == [("1", "Avaus"), ("2", "Toinen")]


def test_of_two_who_have_it_open_the_second_is_told(editor):
    draft = kept(upload(CHANGED, NEW))
    first, other = open_page("update", draft=draft.id), open_page("update", draft=draft.id)
    first.button(key="publish").click().run()
    other.button(key="publish").click().run()
    assert "Luonnosta ei enää ole: se on julkaistu tai poistettu." in page_html(other)
    assert page_errors(other) == [] and len(app_services.app_services().store.revisions()) == 2
    other.run()
    assert len(other.get("file_uploader")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_of_no_draft_is_said_and_files_can_be_uploaded(editor, language: str):
    app = open_page("update", draft="abc", lang=language)
    assert page_errors(app) == [] and len(app.get("file_uploader")) == 1
    assert {"fi": "ei enää ole", "en": "no longer exists", "sv": "finns inte längre"}[language] in page_html(app)


def test_a_reader_sees_no_draft(address, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(auth, "is_editor", lambda: True)
        publish(address, ONE_ROW)
        draft = kept(upload(CHANGED, NEW))
    for app in (open_page("update"), open_page("update", draft=draft.id)):
        assert draft.id not in page_html(app).replace(f"draft={draft.id}", "") and keys(app) == set()
        assert "Avajaiset" not in page_html(app)


def test_a_file_with_an_identity_code_is_not_kept(editor):
    app = upload(CHANGED, NEW | {"Kuvaus": "131052-308T"})
    assert app.button(key="keep_draft").disabled and not app.button(key="publish").disabled
    assert "koska tiedostossa on henkilötunnus" in page_html(app)
    assert not upload(CHANGED, FAULTY).button(key="keep_draft").disabled


def test_with_a_second_person_nobody_publishes_her_own_file(second, monkeypatch):
    app = upload(CHANGED, NEW)
    assert app.button(key="publish").disabled and "Julkaisemiseen tarvitaan toinen henkilö." in page_html(app)
    draft = kept(app)
    assert draft.author == "Aino"
    text = page_html(app)
    assert app.button(key="publish").disabled and "Teit tämän luonnoksen itse" in text
    assert "Sen voi julkaista jokainen" not in text
    named(monkeypatch, "Eero")
    app = open_page("update", draft=draft.id)
    text = page_html(app)
    assert "Teit tämän luonnoksen itse" not in text and "Luonnosta ei ole julkaistu. Alla näet," in text
    app.button(key="publish").click().run()
    store = app_services.app_services().store
    newest = store.journal.newest_entries(1)[0]
    assert (newest.who, newest.what, newest.detail) == ("Eero", "publish", "Aino")
    assert published_events() == [("1", "Avajaiset"), ("2", "Toinen")]


def test_with_a_second_person_a_click_that_comes_all_the_same_publishes_nothing(second, monkeypatch):
    draft = kept(upload(CHANGED, NEW))
    named(monkeypatch, "Eero")
    app = open_page("update", draft=draft.id)
    named(monkeypatch, " aino")
    app.button(key="publish").click().run()
    assert published_events() == [("1", "Avaus")] and drafts() == [draft]


def test_with_a_second_person_a_nameless_draft_is_published_by_nobody(second):
    draft = kept(upload(CHANGED, NEW))
    store = app_services.app_services().store
    file = (draft.files[0], store.drafts.contents(draft.id)[0])
    nameless = store.drafts.add([file], author="", note="", now=NOW, copies=(), choices=draft.choices)
    app = open_page("update", draft=nameless.id)
    assert app.button(key="publish").disabled and "Tekijän nimi puuttuu" in page_html(app)


def test_a_draft_of_what_is_published_by_now_says_so(editor):
    draft = kept(upload(CHANGED))
    app = upload(CHANGED)
    app.button(key="publish").click().run()
    app = open_page("update", draft=draft.id)
    assert "Tiedosto ei muuta mitään" in page_html(app)
    assert keys(app) == {"leave", f"draft_discard_{draft.id}"}
    assert page_errors(app) == []


def test_before_a_revision_is_withdrawn_it_is_said_which_drafts_go_with_it(editor):
    kept(upload(CHANGED, NEW))
    publish(editor, tables(events=AVAUS))
    app = open_page("history")
    app.button(key="withdraw_1").click().run()
    assert "Samalla poistetaan luonnoksia, joissa on samoja tietoja: 1" in page_html(app)
    app.text_input(key="withdraw_number_1").set_value("1").run()
    app.button(key="withdraw_yes_1").click().run()
    assert drafts() == []
