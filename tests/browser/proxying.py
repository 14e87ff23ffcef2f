"""A real nginx or Caddy on loopback, with the configuration of the documentation: only names, ports, certificates and
the patience with slow senders are others."""

import getpass
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.serving import HERE, ROOT, Server, free_port

SAMPLE = ROOT / "docs" / "operations" / "nginx.conf"
CADDY = SAMPLE.with_name("Caddyfile")
PATH = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin"))
START_SECONDS = 60
ANSWERED_BY = "X-Answered-By"
"""The header in which this nginx tells which server answered."""


def configuration(
    port: int, servers: list[Server], folder: Path, certificate: Path | None = None, base: str = ""
) -> str:
    """The documented sample, for these servers, writing into a folder; without TLS where there is no certificate.

    ``base``: the path of the host below which the servers stand.
    """
    text = SAMPLE.read_text(encoding="utf-8")
    for place in ("location / {", "location = /_stcore/stream {", "Path=/;"):
        assert place in text
        text = text.replace(place, place.replace("/", f"{base}/", 1))
    named = "\n".join(f"    server {urlsplit(each.address).netloc};" for each in servers)
    text, changed = re.subn(r"( +server 10\.[\d.]+:8501;\n)+", named + "\n", text)
    assert changed == 1
    if certificate:
        text = text.replace("/etc/ssl/klusterit.example.pem", str(certificate))
        text = text.replace("/etc/ssl/klusterit.example.key", str(certificate))
        text = re.sub(r"(client_(header|body)_timeout) \d+s", r"\1 1s", text)
        text = text.replace("listen 443 ssl;", f"listen {HERE}:{port} ssl;")
    else:
        text = re.sub(r" +ssl_certificate.*\n", "", text).replace("listen 443 ssl;", f"listen {HERE}:{port};")
        text = text.replace("; Secure", "")
    text = text.replace("server_name klusterit.example;", "server_name _;")
    text = text.replace("proxy_set_header Host $host;", "proxy_set_header Host $http_host;")
    mark = "add_header Set-Cookie $klusteripulssi_mark;"
    text = text.replace(mark, f"{mark}\nadd_header {ANSWERED_BY} $upstream_addr;")
    temporary = "\n".join(
        f"{each}_temp_path {folder / each};" for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = f"user {getpass.getuser()};\n" if os.geteuid() == 0 else ""
    alone = f"{user}daemon off;\nworker_processes 1;\npid {folder / 'nginx.pid'};\nerror_log stderr;\n"
    alone += "events { worker_connections 4096; }\n"
    return f"{alone}http {{\naccess_log off;\n{temporary}\n{text}\n}}\n"


@contextmanager
def proxied(
    folder: Path, port: int, servers: list[Server], certificate: Path | None = None, base: str = ""
) -> Iterator[str]:
    """The address of nginx before these servers."""
    written = folder / "nginx.conf"
    written.write_text(configuration(port, servers, folder, certificate, base), encoding="utf-8")
    command = [program("nginx"), "-c", str(written), "-p", str(folder), "-e", "stderr"]
    with running(command, port, folder / "nginx.log"):
        yield f"http{'s' if certificate else ''}://{HERE}:{port}"


@contextmanager
def proxied_by_caddy(
    folder: Path, port: int, servers: list[Server], certificate: Path, base: str = ""
) -> Iterator[str]:
    """The address of Caddy before these servers."""
    text = CADDY.read_text(encoding="utf-8")
    upstreams = " ".join(urlsplit(each.address).netloc for each in servers)
    alone = "{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n\tservers {"
    for pattern, ours in (
        (r"^\{\n\tservers \{", alone),
        (r"^(\{\$KLUSTERIPULSSI_HOST:.+\} \{)$", f"\\1\n\ttls {certificate} {certificate}"),
        (r"reverse_proxy ", f"reverse_proxy {base}/* "),
        (r"health_uri /health", f"health_uri {base}/health"),
        (r"read_header \w+", "read_header 1s"),
        (r"read_body \w+", "read_body 8s"),
        (r"idle \w+", "idle 8s"),
    ):
        text, changed = re.subn(pattern, ours, text, flags=re.MULTILINE)
        assert changed, pattern
    written = folder / "Caddyfile"
    written.write_text(text, encoding="utf-8")
    command = [program("caddy"), "run", "--config", str(written), "--adapter", "caddyfile"]
    address = f"https://{HERE}:{port}"
    ours = {"KLUSTERIPULSSI_HOST": address, "KLUSTERIPULSSI_SERVERS": upstreams, "KLUSTERIPULSSI_COOKIE_SECRET": "x"}
    with running(command, port, folder / "caddy.log", HOME=str(folder), XDG_DATA_HOME=str(folder), **ours):
        yield address


def program(name: str) -> str:
    """Where a program of the system is; AssertionError where it is not."""
    found = shutil.which(name, path=PATH)
    assert found, f"no {name}: install it"
    return found


@contextmanager
def running(command: list[str], port: int, log: Path, **environment: str) -> Iterator[None]:
    """A program that listens on a port, ended at the end."""
    with (
        log.open("wb") as file,
        subprocess.Popen(command, stdout=file, stderr=file, env=os.environ | environment) as process,
    ):
        try:
            answering(port, process, log)
            yield
        finally:
            process.terminate()


def answering(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until somebody listens on a port; AssertionError with the log where nobody ever does."""
    until = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex((HERE, port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(log.read_text(encoding="utf-8"))


__all__ = ["free_port", "proxied", "proxied_by_caddy"]
