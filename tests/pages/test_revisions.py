"""Old revisions are shown as such, listed, and restored."""

from analysis import app_services
from pages.parts.core import auth
from tests.pages.conftest import EMPTY, ONE_ROW, failed, opened, publish, shown, tables

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
    old, new = opened(rev="1"), opened()
    assert "Katsot versiota 1, joka julkaistiin 24.11.2026 klo 12.30. Uusin versio on 2." in shown(old)
    assert ['<span class="value">1</span>' in shown(old), '<span class="value">2</span>' in shown(new)] == [True, True]
    assert "Katsot versiota" not in shown(new) + shown(opened(rev="2"))


def test_the_history_tells_every_revision_with_its_changes_and_hides_who_published(address):
    publish(address, ONE_ROW, TWO_ROWS)
    text = shown(opened("history"))
    assert "Tapahtumat: lisättyjä 1, poistettuja 0, muutettuja 0" in text
    assert "Maakunnat: lisättyjä 1, poistettuja 0, muutettuja 0" in text
    assert "Ensimmäinen versio: 2 riviä" in text
    assert text.count("koe") == 2
    assert "testi" not in text


def test_readers_cannot_restore(address):
    publish(address, ONE_ROW, EMPTY)
    assert [each.key for each in opened("history").button] == []


def test_an_editor_restores_after_a_confirmation(address, monkeypatch):
    monkeypatch.setattr(auth, "is_editor", lambda: True)
    publish(address, ONE_ROW, EMPTY)
    app = opened("history")
    app.button(key="restore_1").click().run()
    assert app_services.app_services().store.current().id == "2"
    app.button(key="restore_yes_1").click().run()
    assert failed(app) == []
    assert "Versio 3 on julkaistu" in shown(app)
    assert app_services.app_services().store.current().restores == "1"
    assert "testi" in shown(app)


def test_a_wish_to_restore_can_be_taken_back(address, monkeypatch):
    monkeypatch.setattr(auth, "is_editor", lambda: True)
    publish(address, ONE_ROW, EMPTY)
    app = opened("history")
    app.button(key="restore_1").click().run()
    app.button(key="restore_no_1").click().run()
    assert [each.key for each in app.button] == ["withdraw_2", "restore_1", "withdraw_1"]
    assert app_services.app_services().store.current().id == "2"


def test_a_long_history_comes_twenty_at_a_time(address):
    publish(address, *[ONE_ROW, TWO_ROWS] * 11)
    app = opened("history")
    assert shown(app).count('<h2 class="h3">') == 20
    app.button(key="history_older").click().run()
    assert shown(app).count('<h2 class="h3">') == 2
    app.button(key="history_newer").click().run()
    assert shown(app).count('<h2 class="h3">') == 20


def test_any_two_revisions_are_compared_cell_by_cell(address):
    publish(address, ONE_ROW, TWO_ROWS, ONE_ROW)
    app = opened("history")
    assert [each.value for each in (app.selectbox(key="compare_before"), app.selectbox(key="compare_after"))] == [
        "2",
        "3",
    ]
    app.selectbox(key="compare_before").select("1").run()
    assert "Versioissa on samat tiedot." in shown(app)
    app.selectbox(key="compare_after").select("2").run()
    assert failed(app) == []
    assert "<li>Päätös</li>" in shown(app)


def test_an_editor_withdraws_after_a_second_yes_and_it_is_gone_everywhere(address, monkeypatch):
    monkeypatch.setattr(auth, "is_editor", lambda: True)
    publish(address, ONE_ROW, TWO_ROWS, ONE_ROW)
    app = opened("history")
    app.button(key="withdraw_1").click().run()
    assert "Samoja tietoja on edelleen versioissa 3." in shown(app)
    assert app_services.app_services().store.revision("1").withdrawn is None
    app.button(key="withdraw_yes_1").click().run()
    assert failed(app) == []
    assert "Version 1 tiedostot ja taulukot on poistettu." in shown(app)
    assert app_services.app_services().store.revision("1").withdrawn
    assert "Versiota 1 ei ole. Näet uusimman version." in shown(opened(rev="1"))


def test_the_only_revision_can_be_withdrawn_and_every_page_stands(address, monkeypatch):
    monkeypatch.setattr(auth, "is_editor", lambda: True)
    publish(address, ONE_ROW)
    app = opened("history")
    app.button(key="withdraw_1").click().run()
    app.button(key="withdraw_yes_1").click().run()
    assert failed(app) == [] == failed(opened()) == failed(opened(rev="1"))
    assert app_services.app_services().store.current() is None


def test_readers_see_no_uploaded_files_and_no_way_to_withdraw(address):
    publish(address, ONE_ROW, TWO_ROWS)
    app = opened("history")
    assert "/files/" not in shown(app) and not [each for each in app.button if "withdraw" in str(each.key)]
