"""What a browser asks of Streamlit is let through: none of it meets with the guard's refusal."""

from urllib.parse import urlsplit

from playwright.sync_api import Response

from analysis.settings import ROOT
from analysis.streamlit_adapter.routes import UPLOAD, core_path
from tests.browser.conftest import Visit
from tests.browser.serving import Server
from tests.browser.waiting import settled


def test_all_that_a_browser_asks_of_streamlit_is_let_through(server: Server, visit: Visit):
    page = visit(server.editors)
    answers: set[tuple[str, int]] = set()

    def note(response: Response) -> None:
        path = urlsplit(response.url).path
        if (core := core_path(path)) and path == core:  # below a page the front end tries in vain (404)
            answers.add(("/".join(core.split("/")[:3]), response.status))

    sockets: list[str] = []
    page.context.on("response", note)
    page.on("websocket", lambda socket: sockets.append(urlsplit(socket.url).path))
    page.reload()
    settled(page)
    with page.expect_response(lambda response: UPLOAD in response.url and response.request.method == "PUT"):
        page.locator(".st-key-upload_file input[type=file]").set_input_files(ROOT / "data" / "cluster_activity.xlsx")
    page.goto(f"{server.address}/events?lang=en")
    settled(page)
    page.context.remove_listener("response", note)
    assert sockets and set(sockets) == {"/_stcore/stream"}
    assert {"/_stcore/health", "/_stcore/host-config", UPLOAD} <= {path for path, _ in answers}
    assert [each for each in answers if each[1] >= 400] == []
