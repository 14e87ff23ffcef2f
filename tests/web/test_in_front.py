"""nginx and Caddy in front, as documented, with TLS: what they pass on, what they refuse, and how long they wait."""

import datetime
import ipaddress
import socket
import ssl
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPSConnection
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from analysis.access import COOKIE
from tests.browser.proxying import free_port, proxied, proxied_by_caddy
from tests.browser.serving import HERE, serving
from tests.web.http_client import Answer

KEY = "avain"
UPLOAD = "/_stcore/upload_file/a/b"
BASE = "/klusterit"
MEGABYTE = 1024 * 1024
PROXIES = {"nginx": proxied, "caddy": proxied_by_caddy}


@dataclass(frozen=True)
class Front:
    """The address that readers use, and who vouches for it."""

    address: str
    tls: ssl.SSLContext

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 443

    def ask(self, path: str, method: str = "GET", body: object = None, source: str = HERE, **headers: str) -> Answer:
        """The answer to one request, from one of this machine's own addresses."""
        with closing(HTTPSConnection(HERE, self.port, timeout=60, context=self.tls, source_address=(source, 0))) as way:
            way.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            response = way.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            found["set-cookie"] = "; ".join(response.headers.get_all("set-cookie", []))
            return Answer(response.status, found, response.read())

    def opened(self) -> ssl.SSLSocket:
        """A connection on which nothing is said yet."""
        return self.tls.wrap_socket(socket.create_connection((HERE, self.port), timeout=60), server_hostname=HERE)


def certificate(folder: Path) -> Path:
    """A certificate that vouches for itself, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HERE)])
    now = datetime.datetime.now(datetime.UTC)
    day = datetime.timedelta(days=1)
    alone = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HERE))])
    built = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now - day, now + day)
    made = built.add_extension(alone, critical=False).sign(key, hashes.SHA256())
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = folder / "own.pem"
    path.write_bytes(made.public_bytes(pem) + private)
    return path


@pytest.fixture(scope="module", params=PROXIES)
def front(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    folder, port = tmp_path_factory.mktemp(request.param), free_port()
    folder.chmod(0o755)
    own = certificate(folder)
    with (
        serving(folder, editor_key=KEY, public_address=f"https://{HERE}:{port}") as server,
        PROXIES[request.param](folder, port, [server], own) as address,
    ):
        yield Front(address, ssl.create_default_context(cafile=str(own)))


@pytest.fixture(scope="module", params=PROXIES)
def below(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """The dashboard below a path of the host."""
    folder, port = tmp_path_factory.mktemp(f"{request.param}-below"), free_port()
    folder.chmod(0o755)
    own = certificate(folder)
    with (
        serving(
            folder, f"--server.baseUrlPath={BASE}", editor_key=KEY, public_address=f"https://{HERE}:{port}"
        ) as server,
        PROXIES[request.param](folder, port, [server], own, BASE) as address,
    ):
        yield Front(address, ssl.create_default_context(cafile=str(own)))


def test_below_a_path_of_the_host_a_page_runs_and_says_where_it_is(below: Front):
    home = below.ask(f"{BASE}/")
    mark = SimpleCookie(home.headers["set-cookie"])["klusteripulssi_server"]
    assert home.status == 200 and mark.value and f'href="{below.address}{BASE}/?lang=sv"' in home.body.decode()
    run_page(below, f"{BASE}/_stcore/stream")
    assert below.ask(f"{BASE}/read").headers["location"] == f"{BASE}/read/fi/"
    assert f"{below.address}{BASE}/read/fi/" in below.ask(f"{BASE}/sitemap.xml").body.decode()


def test_below_a_path_of_the_host_the_sign_in_stays_there(below: Front):
    answer = below.ask(f"{BASE}/update?key={KEY}")
    cookie = SimpleCookie(answer.headers["set-cookie"])[COOKIE]
    assert (answer.headers["location"], cookie["path"], cookie["secure"]) == (f"{BASE}/update", f"{BASE}/", True)
    given = {"cookie": f"{COOKIE}={cookie.value}", "origin": below.address}
    # Streamlit asks for its token: the file came as far as Streamlit.
    assert b"XSRF" in below.ask(f"{BASE}{UPLOAD}", "PUT", bytes(1000), **given).body


def run_page(front: Front, path: str) -> None:
    """Have a page's script run to its end over a socket."""
    with connect(
        f"wss://{HERE}:{front.port}{path}",
        ssl=front.tls,
        origin=front.address,
        subprotocols=["streamlit"],
        max_size=None,
        open_timeout=60,
    ) as way:
        message = BackMsg()
        message.rerun_script.query_string = ""
        way.send(message.SerializeToString())
        while ForwardMsg.FromString(way.recv(timeout=60)).WhichOneof("type") != "script_finished":
            pass


def test_an_answer_has_what_a_browser_must_know(front: Front):
    answer = front.ask("/")
    assert answer.status == 200
    assert {"content-security-policy", "strict-transport-security", "x-content-type-options"} <= answer.headers.keys()
    mark = SimpleCookie(answer.headers["set-cookie"])["klusteripulssi_server"]
    assert mark.value


def test_a_page_runs_over_the_socket_and_no_foreign_page_opens_one(front: Front):
    run_page(front, "/_stcore/stream")
    address = f"wss://{HERE}:{front.port}/_stcore/stream"
    with pytest.raises(InvalidStatus) as refused:
        connect(address, ssl=front.tls, origin="https://evil.example", subprotocols=["streamlit"], open_timeout=60)
    assert refused.value.response.status_code == 403


def test_an_upload_goes_through_up_to_the_limit_and_not_beyond(front: Front):
    cookie = SimpleCookie(front.ask(f"/update?key={KEY}").headers["set-cookie"])[COOKIE].value

    def upload(megabytes: int) -> Answer | None:
        try:
            given = {"cookie": f"{COOKIE}={cookie}", "origin": front.address}
            return front.ask(UPLOAD, "PUT", bytes(megabytes * MEGABYTE), **given)
        except OSError:
            # Whoever still sends when she is refused may find the door shut before she reads why.
            return None

    sent = {megabytes: upload(megabytes) for megabytes in (1, 20, 23, 27)}
    # Streamlit asks for its token: the file came as far as Streamlit.
    assert [bool(answer := sent[each]) and b"XSRF" in answer.body for each in (1, 20)] == [True, True]
    assert all(answer is None or answer.status == 413 for answer in (sent[23], sent[27]))


def test_who_sends_a_header_slowly_is_not_waited_for(front: Front):
    with front.opened() as way:
        way.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        assert way.recv(100) == b"" or b"408" in way.recv(100)


def test_who_sends_a_body_slowly_is_not_waited_for(front: Front):
    with front.opened() as way:
        way.sendall(f"PUT {UPLOAD} HTTP/1.1\r\nHost: {HERE}\r\nContent-Length: 1000\r\n\r\nabc".encode())
        answer = way.recv(2000)
        assert answer == b"" or answer.split()[1][:1] in (b"4", b"5")
        while answer:
            answer = way.recv(2000)


def test_headers_have_an_end(front: Front):
    assert front.ask("/health", x_long="x" * 100_000).status in (400, 431, 494)


def test_the_dashboard_counts_wrong_keys_by_the_address_that_the_connection_comes_from(front: Front):
    def denied(source: str, forged: str) -> str:
        answer = front.ask("/update?key=wrong", source=source, x_forwarded_for=forged)
        return answer.headers["location"]

    ends = [denied("127.0.0.2", f"10.1.1.{number}") for number in range(12)]
    assert "denied=wait" in ends[-1] and "denied=key" in ends[0]
    assert "denied=key" in denied("127.0.0.3", "127.0.0.2")
