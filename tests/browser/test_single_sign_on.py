"""Signing in at a real OpenID provider: an editor publishes, a reader is refused, and a sign-in ends."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import create_engine, text

from analysis.store import Store
from tests.browser.accessibility import violations
from tests.browser.conftest import Readers, Visit, forget
from tests.browser.providing import providing
from tests.browser.serving import Server, serving
from tests.browser.test_choosing import CUT
from tests.browser.test_pages import english
from tests.browser.waiting import settled
from tests.making import xlsx
from tests.web.http_client import ask

EVENT = {"Tunnus": "oidc-1", "Nimi": "Uusi tapahtuma", "Alkaa": "2026-03-01", "Tyyppi": "muu", "Maakunnat": "Lappi"}
FILE = {"name": "oma.xlsx", "mimeType": "", "buffer": xlsx(Tapahtumat=[EVENT | {"Nimi": "Toinen nimi"}])}
AINO = {"sub": "aino", "email": "Aino@liitto.fi", "email_verified": True, "name": "Aino Muokkaaja"}
EERO = {"sub": "eero", "email": "eero@muu.fi", "email_verified": True, "name": "Eero Lukija"}
GROUPED = {"sub": "ryhma", "email": "r@muu.fi", "name": "Ryhmän Jäsen", "groups": ["Klusterit"]}
UNSURE = {"sub": "unsure", "email": "x@liitto.fi", "email_verified": False, "name": "Valehtelija"}
SILENT = {"sub": "silent", "email": "y@liitto.fi", "name": "Varmentamaton"}


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("oidc")
    (folder / "first.xlsx").write_bytes(xlsx(Tapahtumat=[EVENT]))
    with (
        providing(AINO, EERO, GROUPED, UNSURE, SILENT) as issuer,
        serving(
            folder,
            workbook=str(folder / "first.xlsx"),
            access="oidc",
            public_address="http://127.0.0.1:{port}",
            oidc_issuer=issuer,
            oidc_client="klusteripulssi",
            oidc_secret="aivan salainen",
            editors="@liitto.fi group:Klusterit",
        ) as running,
    ):
        yield running


@pytest.fixture
def page(readers: Readers) -> Iterator[Page]:
    """A reader's browser; what the provider's own page asks of foreign hosts is not answered."""
    context = readers.another("fi-FI", [])
    context.route("https://**", lambda route: route.abort())
    yield context.new_page()
    context.unroute_all()
    forget(context)


def come_in(page: Page, server: Server, who: str, path: str = "/update") -> None:
    """Sign in by the page's own link, as somebody at the provider."""
    page.goto(f"{server.address}{path}")
    settled(page)
    page.locator("a.sign-in").click()
    page.get_by_role("button", name=who, exact=True).click()
    page.wait_for_url(f"{server.address}/**")
    settled(page)


@pytest.mark.parametrize(("width", "scheme", "language"), [(390, "dark", "sv"), (1280, "light", "fi")])
def test_the_way_in_is_whole(server, visit: Visit, width: int, scheme: str, language: str):
    page = visit(f"{server.address}/update?lang={language}", width=width, scheme=scheme)
    link = page.locator(".st-key-card-access a.sign-in")
    assert link.bounding_box()["height"] >= 40
    assert violations(page) == []
    assert page.evaluate(CUT) == []
    assert english(page) == set()


def uploader(page: Page):
    return page.locator(".st-key-upload_file input[type=file]")


def test_an_editor_signs_in_and_publishes_under_her_name(server, page):
    come_in(page, server, "aino", "/update?lang=fi&regions=19")
    assert page.url == f"{server.address}/update?lang=fi"
    expect(page.locator(".st-key-card-upload")).to_contain_text("Kirjautunut: Aino Muokkaaja")
    uploader(page).set_input_files(FILE)
    page.locator(".st-key-publish button").click()
    expect(page.locator(".st-key-card-done")).to_be_visible()
    store = Store.open(server.store)
    assert [(each.who, each.what) for each in store.journal.newest_entries(2)] == [
        ("Aino Muokkaaja", "publish"),
        ("Aino Muokkaaja", "sign-in"),
    ]
    store.close()


def test_an_editor_may_be_known_by_her_group(server, page):
    come_in(page, server, "ryhma")
    expect(uploader(page)).to_have_count(1)


@pytest.mark.parametrize("who", ["eero", "unsure", "silent"])
def test_who_is_no_editor_is_told_so_and_gets_no_cookie(server, page, who):
    come_in(page, server, who)
    expect(page.locator(".st-key-card-access [role=alert]")).to_contain_text("ei ole oikeutta muokata")
    expect(uploader(page)).to_have_count(0)
    assert page.context.cookies() == []


def test_who_turns_back_at_the_provider_is_told_so(server, page):
    page.goto(f"{server.address}/update")
    settled(page)
    page.locator("a.sign-in").click()
    page.get_by_role("button", name="Deny").click()
    page.wait_for_url(f"{server.address}/**")
    settled(page)
    expect(page.locator(".st-key-card-access [role=alert]")).to_contain_text("Kirjautuminen ei onnistunut")


def test_a_sign_in_that_is_over_publishes_nothing_more(server, page):
    come_in(page, server, "aino")
    long_ago = datetime.now(UTC) - timedelta(hours=2)
    engine = create_engine(server.store)
    with engine.begin() as connection:
        connection.execute(
            text("UPDATE sign_in SET seen = :then"), {"then": long_ago.replace(tzinfo=None).isoformat(" ")}
        )
    engine.dispose()
    upload = "fetch('/_stcore/upload_file/a/b', { method: 'PUT', body: 'x' }).then((answer) => answer.status)"
    assert page.evaluate(upload) == 403
    # Her connection is ended meanwhile, and says so in the page that comes anew.
    expect(page.locator(".st-key-card-access [role=alert]")).to_contain_text("Kirjautumisesi on päättynyt")
    expect(uploader(page)).to_have_count(0)


def test_an_answer_of_the_provider_that_nobody_asked_for_lets_nobody_in(server):
    for query in ("", "?code=x&state=y", "?error=access_denied&state=y", "?code=x"):
        found = ask(server, f"/sign-in/back{query}")
        assert (found.status, found.headers["location"]) == (303, "/update?denied=provider")
        assert "klusteripulssi" not in found.headers.get("set-cookie", "")


def test_a_sign_in_leads_to_pages_of_ours_alone_and_names_our_own_address(server):
    foreign = ("//evil.example", "https://evil.example", "/%5Cevil.example", "/update%0d%0aset-cookie:a=b", "/nowhere")
    for wanted in foreign:
        found = ask(server, f"/sign-in?to={wanted}", host="evil.example")
        place = found.headers["location"]
        assert found.status == 302 and "evil" not in place and f"redirect_uri={'http%3A%2F%2F127.0.0.1'}" in place
