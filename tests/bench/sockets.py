"""Whether plain answers go on while sockets come at once: /health beside 400 of one sender and 400 readers of many.

The first 400 say nothing, as an attack on a copy of ours did; most are refused. The others open the overview.
"""

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from analysis.streamlit_adapter.server import open_more_files
from tests.bench.attack import p95
from tests.browser.serving import Server, serving

SOCKETS, SECONDS = 400, 2
"""So many sockets open within so many seconds."""
LEAST_SECONDS = 5


class Crowd:
    """Sockets that open one after the other: how many are open or refused, and what each took to be drawn."""

    def __init__(self, server: Server, sender: Callable[[int], str], message: bytes) -> None:
        self.host, self.sender, self.message = urlsplit(server.address).netloc, sender, message
        self.count: Counter[str] = Counter()
        self.times: list[float] = []
        self.over = asyncio.Event()

    async def come(self) -> None:
        """Let all in, wait until all who are in have what they came for, and let them go."""
        start, tasks = time.perf_counter(), []
        for number in range(SOCKETS):
            tasks.append(asyncio.create_task(self._visit(self.sender(number))))
            await asyncio.sleep(SECONDS / SOCKETS)
        while self.count.total() < SOCKETS or self._waits() or time.perf_counter() - start < LEAST_SECONDS:
            await asyncio.sleep(0.05)
        self.over.set()
        await asyncio.gather(*tasks)

    def _waits(self) -> bool:
        return bool(self.message) and len(self.times) < self.count["open"]

    async def _visit(self, sender: str) -> None:
        address, headers = f"ws://{self.host}/_stcore/stream", {"X-Forwarded-For": sender}
        options = {"subprotocols": ["streamlit"], "max_size": None, "open_timeout": 60, "additional_headers": headers}
        try:
            async with connect(address, **options) as socket:
                self.count["open"] += 1
                start = time.perf_counter()
                if self.message:
                    await socket.send(self.message)
                    while ForwardMsg.FromString(await socket.recv()).WhichOneof("type") != "script_finished":
                        pass
                    self.times.append(time.perf_counter() - start)
                await self.over.wait()
        except InvalidStatus as error:
            self.count[f"refused ({error.response.status_code})"] += 1


def health(server: Server, over: threading.Event) -> list[float]:
    """Milliseconds of questions of health, each on a connection of its own, until it is over."""
    times = []
    while not over.is_set():
        with closing(HTTPConnection(urlsplit(server.address).netloc, timeout=60)) as connection:
            start = time.perf_counter()
            connection.request("GET", "/health")
            assert connection.getresponse().status == 200
            times.append((time.perf_counter() - start) * 1000)
        time.sleep(0.02)
    return times


def measured(server: Server, name: str, sender: Callable[[int], str], message: bytes) -> str:
    """What a crowd met with, and what /health took meanwhile."""

    async def come() -> Crowd:
        crowd = Crowd(server, sender, message)
        await crowd.come()
        return crowd

    over, times = threading.Event(), []
    asking = threading.Thread(target=lambda: times.extend(health(server, over)))
    asking.start()
    crowd = asyncio.run(come())
    over.set()
    asking.join()
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(crowd.count.items()))
    drawn = f"; drawn after {median(crowd.times):.1f} s (last {max(crowd.times):.1f})" if crowd.times else ""
    return f"{SOCKETS} sockets of {name}: {counts}{drawn}; /health p95 {p95(times):.1f} ms (slowest {max(times):.0f})"


def main() -> None:
    """Print both."""
    open_more_files()
    message = BackMsg()
    message.rerun_script.query_string = ""
    with TemporaryDirectory() as folder, serving(Path(folder)) as server:
        print(measured(server, "one sender", lambda _: "203.0.113.5", b""), flush=True)
        many = measured(
            server, "many readers", lambda each: f"198.51.{each // 200}.{each % 200}", message.SerializeToString()
        )
        print(many, flush=True)


if __name__ == "__main__":
    main()
