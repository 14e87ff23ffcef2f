"""Whether the server goes on answering while files are checked that take more than a check may: /health, p95.

The files are plain ones of 4 MB; the memory of a check is lowered so that they are too large.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.bench.filled import filled
from tests.browser.chromium import launched
from tests.browser.serving import Server, serving
from tests.intake.process.test_checker import large

ASKED = 300
CHECK_MB = "24"
FILES = 12


def asked(server: Server) -> list[float]:
    """Milliseconds of so many questions, one a twentieth of a second."""
    times = []
    with closing(HTTPConnection(urlsplit(server.address).netloc, timeout=60)) as connection:
        for _ in range(ASKED):
            start = time.perf_counter()
            connection.request("GET", "/health")
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200
            times.append((time.perf_counter() - start) * 1000)
            time.sleep(0.05)
    return times


@contextmanager
def attacked(page: Page, server: Server) -> Iterator[None]:
    """An editor uploads one file after the other meanwhile."""
    assert server.editors
    page.goto(server.editors)
    page.goto(f"{server.address}/update")
    page.locator("input[type=file]").wait_for(state="attached")
    upload = large()
    file = {"name": upload.name, "mimeType": "text/csv", "buffer": upload.data}
    page.set_input_files("input[type=file]", [file] * FILES)
    yield


def p95(times: list[float]) -> float:
    """What nineteen of twenty stay below."""
    return quantiles(times, n=20)[-1]


def main() -> None:
    """Print both."""
    with TemporaryDirectory() as folder:
        filled(f"sqlite:///{Path(folder) / 'store.sqlite'}", 100)
        with serving(Path(folder), check_mb=CHECK_MB) as server, launched() as browser:
            quiet = asked(server)
            found: list[float] = []
            asking = threading.Thread(target=lambda: found.extend(asked(server)))
            with attacked(browser.new_page(), server):
                asking.start()
                asking.join()
            print(f"/health, p95: quiet {p95(quiet):.1f} ms, while too large files are uploaded {p95(found):.1f} ms")


if __name__ == "__main__":
    main()
