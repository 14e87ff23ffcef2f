"""Which of Streamlit's routes readers may use."""

import pytest

from analysis.streamlit_adapter.routes import is_refused, is_upload


@pytest.mark.parametrize(
    "path",
    [
        *("/_stcore/health", "/_stcore/host-config", "/_stcore/stream", "/_stcore/upload_file/a/b"),
        *("/_stcore/bidi-components/a/b.js", "/base/_stcore/stream", "/", "/events", "/media/a.csv", "/static/js/x.js"),
        *("/component/a/b", "/authors", "/sign-in"),
    ],
)
def test_what_the_browser_needs_is_open(path):
    assert not is_refused(path)


@pytest.mark.parametrize(
    "path",
    [
        *("/_stcore", "/_stcore/", "/_stcore/metrics", "/_stcore/agent/interact", "/_stcore/script-health-check"),
        *("/_stcore/new-in-1.68", "/_stcore/health/x", "/_stcore/healthy", "/_stcore/stream2", "/_stcorex"),
        *("/_stcore/bidi-components", "/_stcore/../_stcore/metrics", "/base/_stcore/metrics", "//_stcore/metrics"),
        *("/auth/login", "/auth/logout", "/auth/new", "/oauth2callback"),
    ],
)
def test_what_nobody_needs_or_knows_is_refused(path):
    assert is_refused(path)


@pytest.mark.parametrize(
    ("path", "uploads"),
    [
        *(("/_stcore/upload_file/a/b", True), ("/_stcore/upload_file", True), ("/base/_stcore/upload_file/a/b", True)),
        *(("/_stcore/stream", False), ("/upload_file/a/b", False), ("/", False)),
    ],
)
def test_an_upload_is_one_under_whatever_path_the_program_is(path, uploads):
    scopes = [{"type": "http", "method": method, "path": path} for method in ("PUT", "DELETE", "POST", "OPTIONS")]
    assert [is_upload(scope) for scope in scopes] == [uploads] * 3 + [False]
    assert not is_upload({"type": "websocket", "path": path})
