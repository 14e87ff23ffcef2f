"""A web server whose pages answer as pages of the world do: well, moved, gone, slowly, without end."""

import ssl
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from time import monotonic

HERE = "127.0.0.1"
STATUSES = {"/ok": 200, "/403": 403, "/404": 404, "/410": 410, "/429": 429, "/500": 500, "/401": 401, "/300": 300}
REDIRECTS = {
    "/moved": (301, "/ok"),
    "/moved-twice": (308, "/moved"),
    "/elsewhere-today": (302, "/ok"),
    "/moved-then-elsewhere": (301, "/elsewhere-today"),
    "/moved-to-nothing": (301, "/404"),
    "/loop": (302, "/loop-back"),
    "/loop-back": (302, "/loop"),
    "/to-mail": (302, "mailto:a@example.org"),
    "/to-nonsense": (302, "http://[::"),
}
"""By path: the status, and where it leads."""


@dataclass
class WebServer:
    """A running server: its address, its port, the requests so far as "HEAD /ok", when each came, who asked."""

    port: int
    scheme: str = "http"
    requests: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    at_once: int = 0
    most_at_once: int = 0
    closing: Event = field(default_factory=Event)

    def link(self, path: str) -> str:
        return f"{self.scheme}://{HERE}:{self.port}{path}"

    def counts(self) -> Counter[str]:
        return Counter(self.requests)


class Pages(BaseHTTPRequestHandler):
    """The pages of a server."""

    web: WebServer
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.web.at_once += 1
        self.web.most_at_once = max(self.web.most_at_once, self.web.at_once)
        self.web.requests.append(f"{self.command} {self.path}")
        self.web.times.append(monotonic())
        self.web.agents.add(self.headers["User-Agent"])
        try:
            self.respond(self.path.partition("?")[0])
        finally:
            self.web.at_once -= 1

    do_GET = do_HEAD

    def respond(self, path: str) -> None:
        if path in REDIRECTS:
            status, target = REDIRECTS[path]
            self.head(status, Location=target)
        elif path == "/slow":
            self.web.closing.wait(20)
        elif path == "/drips":
            self.drip()
        elif path == "/huge" and self.command == "GET":
            self.pour()
        elif path in ("/get-alone", "/huge"):
            self.head(200 if self.command == "GET" else 405)
        else:
            self.head(STATUSES.get(path, 404), **({"Retry-After": "3600"} if path == "/429" else {}))

    def head(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def drip(self) -> None:
        """A head that comes letter by letter and never ends."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while not self.web.closing.wait(0.05):
            self.wfile.write(b"x")

    def pour(self) -> None:
        """A body without end."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
        while not self.web.closing.is_set():
            self.wfile.write(b"x" * 65536)

    def log_message(self, *args: object) -> None:
        """Nothing is printed."""


class QuietServer(ThreadingHTTPServer):
    """Clients of these pages leave in the midst of an answer: that is no error."""

    daemon_threads = True

    def handle_error(self, *args: object) -> None:
        """Nothing is printed."""


@contextmanager
def serving_pages(certificate: Path | None = None) -> Iterator[WebServer]:
    """A server; with a ``certificate`` (and its key, in one file) it speaks TLS."""
    handler = type("OwnPages", (Pages,), {})
    server = QuietServer((HERE, 0), handler)
    web = handler.web = WebServer(server.server_address[1])
    if certificate:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificate)
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        web.scheme = "https"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield web
    finally:
        web.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
