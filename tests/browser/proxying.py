"""A real nginx on loopback, with the configuration of the documentation: only names, ports and TLS are others."""

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
PATH = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin"))
START_SECONDS = 60
ANSWERED_BY = "X-Answered-By"
"""The header in which this nginx tells which server answered."""


def configuration(port: int, servers: list[Server], folder: Path) -> str:
    """The documented sample, for these servers, without TLS, writing into a folder."""
    text = SAMPLE.read_text(encoding="utf-8")
    named = "\n".join(f"    server {urlsplit(each.address).netloc};" for each in servers)
    text, changed = re.subn(r"( +server 10\.[\d.]+:8501;\n)+", named + "\n", text)
    assert changed == 1
    text = re.sub(r" +ssl_certificate.*\n", "", text).replace("listen 443 ssl;", f"listen {HERE}:{port};")
    text = text.replace("server_name klusterit.example;", "server_name _;").replace("; Secure", "")
    text = text.replace("proxy_set_header Host $host;", "proxy_set_header Host $http_host;")
    mark = "add_header Set-Cookie $klusteripulssi_mark;"
    text = text.replace(mark, f"{mark}\nadd_header {ANSWERED_BY} $upstream_addr;")
    temporary = "\n".join(
        f"{each}_temp_path {folder / each};" for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = f"user {getpass.getuser()};\n" if os.geteuid() == 0 else ""
    alone = f"{user}daemon off;\nworker_processes 1;\npid {folder / 'nginx.pid'};\nerror_log stderr;\nevents {{}}\n"
    return f"{alone}http {{\naccess_log off;\n{temporary}\n{text}\n}}\n"


@contextmanager
def proxied(folder: Path, port: int, servers: list[Server]) -> Iterator[str]:
    """The address of nginx before these servers."""
    written = folder / "nginx.conf"
    written.write_text(configuration(port, servers, folder), encoding="utf-8")
    program = shutil.which("nginx", path=PATH)
    assert program, "no nginx: install it"
    log = folder / "nginx.log"
    command = [program, "-c", str(written), "-p", str(folder), "-e", "stderr"]
    with log.open("wb") as file, subprocess.Popen(command, stdout=file, stderr=file) as process:
        try:
            answering(port, process, log)
            yield f"http://{HERE}:{port}"
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


__all__ = ["free_port", "proxied"]
