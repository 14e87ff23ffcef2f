"""Who loses a right loses it: the list of editors is changed, the server started anew, the cookie is the old one."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.cookies import SimpleCookie
from pathlib import Path

import pytest

from analysis.access import COOKIE
from tests.browser.serving import ROOT, Server, serving
from tests.web.http_client import ask

UPLOAD = "/_stcore/upload_file/a/b"
SHIPPED = f"/files/1/{sha256((ROOT / 'data' / 'cluster_activity.xlsx').read_bytes()).hexdigest()}"
AINO = {"x_forwarded_for": "192.0.2.7", "x_forwarded_email": "aino@liitto.fi"}


@contextmanager
def listing(folder: Path, editors: str) -> Iterator[Server]:
    """A server behind a proxy, with a list of editors; on the same folder it is the same dashboard."""
    with serving(folder, access="proxy", editors=editors) as running:
        yield running


def rights(server: Server, cookie: str) -> tuple[bool, int]:
    """Whether a cookie uploads, and the answer to a file of an editor."""
    held = f"{COOKIE}={cookie}"
    return b"XSRF" in ask(server, UPLOAD, "PUT", b"", cookie=held).body, ask(server, SHIPPED, cookie=held).status


@pytest.mark.parametrize(
    ("later", "signs_in"), [("eero@liitto.fi", False), ("aino@liitto.fi = editor 18", True)], ids=["out", "one region"]
)
def test_a_right_that_is_taken_away_ends_with_the_restart(tmp_path: Path, later: str, signs_in: bool):
    with listing(tmp_path, "aino@liitto.fi") as server:
        cookie = SimpleCookie(ask(server, "/sign-in", **AINO).headers["set-cookie"])[COOKIE].value
        assert rights(server, cookie) == (True, 200)
    with listing(tmp_path, later) as server:
        assert rights(server, cookie) == (False, 403)
        answer = ask(server, "/sign-in", cookie=f"{COOKIE}={cookie}", **AINO)
        assert ("set-cookie" in answer.headers) == signs_in


def test_a_guessed_address_of_a_file_tells_a_stranger_nothing(tmp_path: Path):
    with listing(tmp_path, "aino@liitto.fi") as server:
        guesses = (SHIPPED, SHIPPED[:-1] + "x", "/files/1/" + "0" * 64, "/files/999/x", "/files/x/y")
        answers = [ask(server, each) for each in guesses]
        assert {(each.status, each.body) for each in answers} == {(403, b"")}
        media = [ask(server, f"/media/{each}").status for each in ("0" * 56 + ".csv", "x", "%2e%2e/x", "x.xlsx?key=a")]
        assert set(media) <= {303, 400, 403, 404} and media[0] == 404
