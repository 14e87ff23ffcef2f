"""Each answer that a page of the world can give, from a real server; what is never asked; how politely."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from time import monotonic

import httpx2
import pytest

from analysis.links import LinkAnswer, Pace, ask_links
from analysis.links.link_call import HostTurns, LinkCall
from analysis.links.public_transport import PublicTransport, is_public
from tests.links.web_server import WebServer, serving_pages
from tests.own_thread import in_own_thread, run_to_end
from tests.web.test_in_front import certificate

ask = partial(in_own_thread, ask_links)
QUICK = Pace(pause=0, link=0.6, total=30)
SLOW = LinkAnswer("uncertain", reason="slow")
ANSWERS = {
    "/ok": LinkAnswer("ok", 200),
    "/300": LinkAnswer("ok", 300),
    "/get-alone": LinkAnswer("ok", 200),
    "/huge": LinkAnswer("ok", 200),
    "/elsewhere-today": LinkAnswer("ok", 200),
    "/moved": LinkAnswer("moved", 200, "/ok"),
    "/moved-twice": LinkAnswer("moved", 200, "/ok"),
    "/moved-then-elsewhere": LinkAnswer("moved", 200, "/elsewhere-today"),
    "/404": LinkAnswer("dead", 404),
    "/410": LinkAnswer("dead", 410),
    "/moved-to-nothing": LinkAnswer("dead", 404),
    "/401": LinkAnswer("uncertain", 401),
    "/403": LinkAnswer("uncertain", 403),
    "/429": LinkAnswer("uncertain", 429),
    "/500": LinkAnswer("uncertain", 500),
    "/slow": SLOW,
    "/drips": SLOW,
    "/loop": LinkAnswer("uncertain", reason="loop"),
    "/to-mail": LinkAnswer("uncertain", reason="address"),
    "/to-nonsense": LinkAnswer("uncertain", reason="address"),
}
"""By path of the server: what becomes of asking it; new addresses without the server's."""


@pytest.fixture
def web() -> Iterator[WebServer]:
    with serving_pages() as running:
        yield running


def test_every_page_has_the_answer_that_it_gives(web: WebServer):
    start = monotonic()
    answers = ask(map(web.link, ANSWERS), "Klusteripulssi (x@example.org)", QUICK, private=True)
    expected = {
        web.link(path): LinkAnswer(each.state, each.status, each.moved_to and web.link(each.moved_to), each.reason)
        for path, each in ANSWERS.items()
    }
    assert answers == expected
    assert monotonic() - start < 10
    assert web.agents == {"Klusteripulssi (x@example.org)"}
    counts = web.counts()
    # Who answers that it is asked too often is not asked at once again; a page that answers HEAD is not fetched.
    assert (counts["HEAD /429"], counts["GET /429"], counts["GET /ok"], counts["GET /404"]) == (1, 0, 0, 2)


def test_a_certificate_that_vouches_for_itself_is_no_death(tmp_path):
    with serving_pages(certificate(tmp_path)) as secure:
        answers = ask([secure.link("/ok")], "x", QUICK, private=True)
    assert list(answers.values()) == [LinkAnswer("uncertain", reason="certificate")]


def test_nobody_there_is_no_death_and_a_host_that_is_not_is(web: WebServer):
    with serving_pages() as gone:
        silent = gone.link("/ok")
    links = [silent, "http://nowhere.invalid/", "http://a..b/", web.link("/ok")]
    answers = ask(links, "x", QUICK, private=True)
    dead = LinkAnswer("dead", reason="host")
    assert list(answers.values()) == [LinkAnswer("uncertain", reason="connection"), dead, dead, LinkAnswer("ok", 200)]


def test_where_no_host_at_all_is_found_the_network_of_this_machine_is_the_likelier_cause():
    answers = ask(["http://a.invalid/", "http://b.invalid/"], "x", QUICK)
    assert set(answers.values()) == {LinkAnswer("uncertain", reason="connection")}


def test_no_private_address_is_asked_unless_that_is_said(web: WebServer):
    names = ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "[::1]", "10.0.0.1", "0.0.0.0")
    links = [f"http://{name}:{web.port}/ok" for name in (*names, "169.254.169.254", "[fe80::1]", "192.168.1.1")]
    answers = ask(links, "x", QUICK)
    assert set(answers.values()) == {LinkAnswer("refused", reason="private")}
    assert web.requests == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("64:ff9b::5db8:d70e", True),
        ("64:ff9b::7f00:1", False),
        ("::ffff:10.1.2.3", False),
        ("2002:7f00:1::", False),
        ("fe80::1%eth0", False),
        ("100.64.1.1", False),
        ("224.0.0.1", False),
        ("ff02::1", False),
        ("fd00::1", False),
        ("0.0.0.0", False),
        ("::", False),
    ],
)
def test_what_is_public(address: str, public: bool):
    assert is_public(address) == public


def test_a_redirect_into_a_private_network_is_not_followed():
    requests = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        requests.append((request.url.host, request.headers["host"], request.extensions["sni_hostname"]))
        return httpx2.Response(302, headers={"Location": "http://127.0.0.1/private"})

    async def answer() -> LinkAnswer:
        transport = PublicTransport(httpx2.MockTransport(respond))
        async with httpx2.AsyncClient(transport=transport) as client:
            return await LinkCall(client, HostTurns(0), 5).answer("http://93.184.215.14/")

    assert run_to_end(answer()) == LinkAnswer("refused", reason="private")
    assert requests == [("93.184.215.14",) * 3]


def test_a_page_is_asked_once_and_a_host_once_at_a_time_with_a_pause(web: WebServer):
    links = [web.link("/ok"), web.link("/ok#first"), web.link("/ok?x"), web.link("/404")]
    answers = ask(links, "x", Pace(pause=0.2, link=5, total=30), private=True)
    assert list(answers) == links
    assert answers[links[0]] == answers[links[1]] == LinkAnswer("ok", 200)
    assert web.counts()["HEAD /ok"] == 1
    assert min(later - earlier for earlier, later in pairwise(web.times)) > 0.19
    assert web.most_at_once == 1


def test_a_busy_server_is_left_alone_for_longer(web: WebServer):
    ask([web.link("/429"), web.link("/ok")], "x", Pace(pause=0.05, link=5, total=30), private=True)
    first, second = web.times
    assert 0.49 < second - first < 5


def test_what_there_is_no_time_for_has_no_answer(web: WebServer):
    links = [web.link(f"/ok?{n}") for n in range(9)]
    start = monotonic()
    answers = ask(links, "x", Pace(pause=0.3, link=5, total=0.8), private=True)
    assert monotonic() - start < 5
    assert 1 <= len(answers) <= 4
    assert list(answers) == links[: len(answers)]
