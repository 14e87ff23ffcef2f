"""The log and the audit hold nothing of what stands in cells, whatever goes wrong meanwhile."""

import io
import json
import logging
import sys
from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, text

from analysis import log
from analysis.intake import Limits, Upload, reading
from analysis.schema import TABLES, all_tables
from pages.parts.core import auth
from pages.parts.update import review
from tests.making import xlsx
from tests.pages.conftest import NOW, ONE_ROW, open_page, page_html, publish
from tests.pages.test_update import CHANGED, NEW

MAIL, PHONE, CODE = "aino.esimerkki@liitto.example", "040 123 4567", "131052-308T"
PERSONAL = (MAIL, MAIL.partition("@")[0], PHONE, PHONE.replace(" ", ""), CODE, "Aino Esimerkki", "308T")
CELL = f"Lisätiedot: Aino Esimerkki, {MAIL}, puh. {PHONE}"
EVENTS = [
    CHANGED | {"Kuvaus": CELL, "Osallistujat": "noin 40"},
    NEW | {"Alkaa": CELL},
    NEW | {"Tunnus": "3", "Kuvaus": f"Puhuja {CODE}"},
    NEW | {"Tunnus": "4", "Maakunnat": CELL, "Linkki": f"javascript:{MAIL}"},
]


@pytest.fixture(params=("text", "json"))
def log_text(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """All that is written to the log of the process."""
    stream = io.StringIO()
    everybody = logging.StreamHandler(stream)
    logging.root.addHandler(everybody)
    loggers = [logging.root, *map(logging.getLogger, logging.root.manager.loggerDict)]
    before = [(each, each.formatter) for logger in loggers for each in logger.handlers]
    lasting = logging.lastResort and logging.lastResort.formatter
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", stream)
        log.set_up(request.param)
    yield stream
    logging.root.removeHandler(everybody)
    ours = logging.getLogger(log.OURS)
    ours.handlers, ours.propagate = [], True
    for handler, form in before:
        handler.setFormatter(form)
    if logging.lastResort:
        logging.lastResort.setFormatter(lasting)


def personal_data_in(text: str) -> list[str]:
    """What of the personal data is in a text."""
    return [each for each in PERSONAL if each in text]


def test_what_is_uploaded_published_and_fails_meanwhile(address, monkeypatch, log_text: io.StringIO):
    monkeypatch.setattr(auth, "is_editor", lambda: True)
    publish(address, ONE_ROW)
    app = open_page("update")
    app.file_uploader(key="upload_file").set_value([("oma.xlsx", xlsx(Tapahtumat=EVENTS), "")]).run()
    assert personal_data_in(page_html(app)) and CODE not in page_html(app)

    def fails(changes, words) -> str:
        try:
            raise KeyError(CELL)
        except KeyError as error:
            raise ValueError(f"{CODE} {EVENTS}") from error

    original = review.changes_note
    app.checkbox(key="yes_contacts").check().run()
    monkeypatch.setattr(review, "changes_note", fails)
    app.button(key="publish").click().run()
    monkeypatch.setattr(review, "changes_note", original)
    app.run()
    app.button(key="publish").click().run()
    assert "Versio 2 on julkaistu" in page_html(app)
    with monkeypatch.context() as patch:
        patch.setattr(reading, "examine", lambda *_, **__: {}[CELL])
        reading.read([Upload("oma.xlsx", b"")], all_tables({}, TABLES), Limits(), NOW)
    lines = log_text.getvalue()
    assert "KeyError while reading an upload" in lines
    assert "ValueError" in lines and "KeyError" in lines and "publish" in lines and "Traceback" in lines
    assert personal_data_in(lines) == []
    engine = create_engine(address)
    with engine.connect() as connection:
        audit = [dict(each) for each in connection.execute(text("SELECT * FROM audit")).mappings()]
        kept = connection.execute(text("SELECT files FROM revision WHERE number = 2")).scalar_one()
    engine.dispose()
    assert [each["what"] for each in audit] == ["publish", "publish"]
    assert personal_data_in(json.dumps(audit, default=str)) == []
    assert [(each["name"], each["kept"]) for each in json.loads(kept)] == [("oma.xlsx", False)]
