"""A real OpenID provider, in a process of its own: oidc-provider-mock signs in whoever is chosen on its page."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import Any

from tests.browser.serving import HERE, START_SECONDS, free_port


@contextmanager
def providing(*people: dict[str, Any]) -> Iterator[str]:
    """The issuer's address; ``people`` are the claims of those who have an account, ``sub`` among them."""
    port = free_port()
    claims = [f"--user-claims={json.dumps(each)}" for each in people]
    command = [sys.executable, "-m", "oidc_provider_mock", f"--port={port}", f"--host={HERE}", *claims]
    quiet = {"env": os.environ | {"NO_COLOR": "1"}, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, **quiet) as process:
        try:
            _await(port, process)
            yield f"http://{HERE}:{port}"
        finally:
            process.terminate()


def _await(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        connection = HTTPConnection(HERE, port, timeout=5)
        try:
            connection.request("GET", "/.well-known/openid-configuration")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.05)
        finally:
            connection.close()
    raise AssertionError("the provider did not start")
