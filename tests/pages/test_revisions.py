"""Old revisions are shown as such, listed, and restored."""

import re

from analysis import app_services
from pages.parts.core import auth
from tests.making import xlsx
from tests.pages.conftest import EMPTY, ONE_ROW, WORKBOOK, open_page, page_errors, page_html, publish, tables

TWO_ROWS = tables(
    events={
        "id": ["1", "2"],
        "name": ["Avaus", "Päätös"],
        "starts": ["2023", "2024-05-06"],
        "kind": ["seminar", "workshop"],
        "regions": [("19",), ("18", "19")],
    },
    regions={"code": ["18", "19"], "name_fi": ["Kainuu", "Lappi"]},
)


def test_a_pinned_revision_is_shown_and_said_to_be_old(address):
    publish(address, ONE_ROW, TWO_ROWS)
    old, new = open_page(rev="1"), open_page()
    assert "Katsot versiota 1, joka julkaistiin 24.11.2026 klo 12.30. Uusin versio on 2." in page_html(old)
    numbers = [re.search(r'data-number="events"[^>]*>([^<]*)<', page_html(each)) for each in (old, new)]
    assert [each and each[1] for each in numbers] == ["1", "2"]
    assert "Katsot versiota" not in page_html(new) + page_html(open_page(rev="2"))


def test_the_history_tells_every_revision_with_its_changes_and_hides_who_published(address):
    publish(address, ONE_ROW, TWO_ROWS)
    text = page_html(open_page("history"))
    assert "Tapahtumat: 1 uusi" in text
    assert "Maakunnat: 1 uusi" in text
    assert "Ensimmäinen versio: 2 riviä" in text
    assert text.count("koe") == 2
    assert "testi" not in text


def test_readers_cannot_restore(address):
    publish(address, ONE_ROW, EMPTY)
    assert [each.key for each in open_page("history").button] == []


def test_an_editor_restores_after_a_confirmation(address, monkeypatch):
    monkeypatch.setattr(auth, "is_editor", lambda: True)
    publish(address, ONE_ROW, EMPTY)
    app = open_page("history")
    app.button(key="restore_1").click().run()
    assert app_services.app_services().store.current().id == "2"
    app.button(key="restore_yes_1").click().run()
    assert page_errors(app) == []
    assert "Versio 3 on julkaistu" in page_html(app)
    assert app_services.app_services().store.current().restores == "1"
    assert "testi" in page_html(app)


def test_a_wish_to_restore_can_be_taken_back(address, monkeypatch):
    monkeypatch.setattr(auth, "is_editor", lambda: True)
    publish(address, ONE_ROW, EMPTY)
    app = open_page("history")
    app.button(key="restore_1").click().run()
    app.button(key="restore_no_1").click().run()
    assert [each.key for each in app.button] == ["withdraw_2", "restore_1", "withdraw_1"]
    assert app_services.app_services().store.current().id == "2"


def test_a_long_history_comes_twenty_at_a_time(address):
    publish(address, *[ONE_ROW, TWO_ROWS] * 11)
    app = open_page("history")
    assert page_html(app).count('<h2 class="h3">') == 20
    app.button(key="history_older").click().run()
    assert page_html(app).count('<h2 class="h3">') == 2
    app.button(key="history_newer").click().run()
    assert page_html(app).count('<h2 class="h3">') == 20


def test_any_two_revisions_are_compared_cell_by_cell(address):
    publish(address, ONE_ROW, TWO_ROWS, ONE_ROW)
    app = open_page("history")
    assert [each.value for each in (app.selectbox(key="compare_before"), app.selectbox(key="compare_after"))] == [
        "2",
        "3",
    ]
    app.selectbox(key="compare_before").select("1").run()
    assert "Versioissa on samat tiedot." in page_html(app)
    app.selectbox(key="compare_after").select("2").run()
    assert page_errors(app) == []
    assert "<li>Päätös</li>" in page_html(app)


def test_an_editor_withdraws_after_a_second_yes_and_it_is_gone_everywhere(address, monkeypatch):
    monkeypatch.setattr(auth, "is_editor", lambda: True)
    publish(address, ONE_ROW, TWO_ROWS, ONE_ROW)
    app = open_page("history")
    app.button(key="withdraw_1").click().run()
    assert "Samoja tietoja on edelleen versiossa 3." in page_html(app)
    assert app_services.app_services().store.revision("1").withdrawn is None
    for typed, may in (("", False), ("3", False), ("1", True)):
        app.text_input(key="withdraw_number_1").set_value(typed).run()
        assert app.button(key="withdraw_yes_1").disabled is not may
    app.button(key="withdraw_yes_1").click().run()
    assert page_errors(app) == []
    assert "Version 1 tiedostot ja taulukot on poistettu." in page_html(app)
    assert app_services.app_services().store.revision("1").withdrawn
    assert "Versiota 1 ei ole. Näet uusimman version." in page_html(open_page(rev="1"))


def test_the_only_revision_can_be_withdrawn_and_every_page_stands(address, monkeypatch):
    monkeypatch.setattr(auth, "is_editor", lambda: True)
    publish(address, ONE_ROW)
    app = open_page("history")
    app.button(key="withdraw_1").click().run()
    app.text_input(key="withdraw_number_1").set_value("1").run()
    app.button(key="withdraw_yes_1").click().run()
    assert page_errors(app) == [] == page_errors(open_page()) == page_errors(open_page(rev="1"))
    assert app_services.app_services().store.current() is None


def test_before_anything_is_published_the_history_says_so_and_offers_no_filter(address, monkeypatch, tmp_path):
    (tmp_path / "tyhja.xlsx").write_bytes(xlsx(Tapahtumat=[["Tunnus", "Nimi", "Alkaa", "Tyyppi", "Maakunnat"]]))
    monkeypatch.setenv(WORKBOOK, str(tmp_path / "tyhja.xlsx"))
    app = open_page("history")
    assert "Mitään ei ole vielä julkaistu." in page_html(app)
    assert (len(app.multiselect), len(app.selectbox)) == (0, 0)


def test_readers_see_no_uploaded_files_and_no_way_to_withdraw(address):
    publish(address, ONE_ROW, TWO_ROWS)
    app = open_page("history")
    assert "/files/" not in page_html(app) and not [each for each in app.button if "withdraw" in str(each.key)]
