"""Uploaded files are given out to editors alone, byte for byte."""

import re
from hashlib import sha256
from urllib.parse import unquote

from analysis.store import Store
from tests.browser.serving import ROOT, serving
from tests.store.rows import NOON, tables, upload
from tests.web.http_client import ask

SHIPPED = (ROOT / "data" / "cluster_activity.xlsx").read_bytes()


NAMES = (
    *('a"b;c.csv', "../../etc/x.csv", "C:\\x.csv", "a\r\nset-cookie: x=1.csv", "\u202evsc.x.csv", "\x00\x1b[31m.csv"),
    *("ä" * 300 + ".csv", "filename=x; filename*=UTF-8''y.csv", "<b>.csv", " ", "日本.csv"),
)


def test_no_name_leaves_its_place_in_the_answer(tmp_path):
    with serving(tmp_path, editor_key="avain") as server:
        cookie = ask(server, "/update?key=avain").headers["set-cookie"].split(";")[0]
        store = Store.open(server.store)
        files = [upload(name, str(place).encode()) for place, name in enumerate(NAMES)]
        store.publish(tables("a"), files=files, author="", note="", now=NOON, parent="1")
        store.close()
        for place, (file, data) in enumerate(files):
            answer = ask(server, f"/files/2/{file.sha256}", cookie=cookie)
            assert (answer.status, answer.body, place) == (200, data, place)
            disposition = answer.headers["content-disposition"]
            assert re.fullmatch(r"attachment; filename\*=UTF-8''[\w.%~-]+", disposition, re.ASCII)
            assert unquote(disposition.partition("''")[2]) == NAMES[place] and "set-cookie" not in answer.headers


def test_a_file_is_given_to_an_editor_as_it_was_uploaded_and_to_nobody_else(tmp_path):
    with serving(tmp_path, editor_key="avain") as server:
        cookie = ask(server, "/update?key=avain").headers["set-cookie"].split(";")[0]
        path = f"/files/1/{sha256(SHIPPED).hexdigest()}"
        given = ask(server, path, cookie=cookie)
        assert (given.status, given.body) == (200, SHIPPED)
        assert given.headers["content-disposition"] == "attachment; filename*=UTF-8''cluster_activity.xlsx"
        assert given.headers["x-content-type-options"] == "nosniff"
        refused = [ask(server, path), ask(server, path, cookie=cookie[:-1] + "x")]
        unknown = [ask(server, each, cookie=cookie) for each in ("/files/1/" + "0" * 64, "/files/2/x", "/files/x/y")]
        assert [(each.status, each.body) for each in refused] == [(403, b"")] * 2
        assert [each.status for each in unknown] == [404] * 3
        store = Store.open(server.store)
        store.publish(tables("a"), files=[upload("a.csv", b"id")], author="", note="", now=NOON, parent="1")
        store.withdraw("1", NOON)
        store.close()
        assert ask(server, path, cookie=cookie).status == 404
