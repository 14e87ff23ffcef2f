from collections.abc import Iterator
from threading import Thread

import pytest

from analysis import app_services
from analysis.settings import read
from analysis.store import Unavailable


@pytest.fixture(autouse=True)
def apart(tmp_path, monkeypatch) -> Iterator[None]:
    monkeypatch.setenv("KLUSTERIPULSSI_STORE", f"sqlite:///{tmp_path / 'store.sqlite'}")
    app_services.close()
    yield
    app_services.close()


def test_all_who_ask_at_once_get_one_desk():
    found: list[app_services.AppServices] = []
    askers = [Thread(target=lambda: found.append(app_services.app_services())) for _ in range(8)]
    for each in askers:
        each.start()
    for each in askers:
        each.join()
    assert len(found) == 8 and len(set(map(id, found))) == 1


def test_the_first_start_publishes_the_shipped_workbook_and_no_later_one_does():
    first = app_services.app_services().store.revisions()
    app_services.close()
    again = app_services.app_services().store.revisions()
    assert len(first) == 1 and first[0].rows["events"] == 31
    assert again == first


def test_a_store_that_cannot_be_opened_is_no_desk(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", encoding="utf-8")
    settings = read({"KLUSTERIPULSSI_STORE": f"sqlite:///{tmp_path / 'file' / 'store.sqlite'}"})
    with pytest.raises(Unavailable):
        app_services.build(settings)
