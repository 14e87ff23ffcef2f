"""How many readers a server holds: sessions in Streamlit's own protocol, each with a change every five seconds, and
programs that ask for open data. `make load`; ``python -m tests.bench.load 50 100`` for other numbers of sessions.

The readers are processes of their own on the same machine. Everything is bounded and stays on loopback.
"""

import asyncio
import os
import random
import secrets
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from analysis.streamlit_adapter.server import open_more_files
from tests.bench.filled import filled
from tests.bench.room import Ask, Connection, processor_seconds
from tests.bench.server import QUERIES, rerun
from tests.browser.proxying import proxied
from tests.browser.serving import Server, free_port, serving
from tests.web.http_client import ask

SESSIONS = (50, 100, 150, 200, 300)
EVENTS = 1000
EVERY, SECONDS = 5.0, 20.0
"""Each session changes a filter once in so many seconds, for so long, after all have come."""
COME_SECONDS = 0.1
"""Between two readers who come."""
SILENT = 60.0
"""An answer that takes longer is an error."""
PROGRAMS, API_SECONDS = 8, 5.0
TABLE = "/api/v1/events?limit=100"
SHORT = 100
"""Bytes: the message that ends a run is shorter, so that only such ones are looked into."""
CEILING = "1200"


@dataclass
class Load:
    """What sessions met with: milliseconds of each change, of each first page, and what failed."""

    changes: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def add(self, other: "Load") -> None:
        """Take another one's into this one."""
        self.changes += other.changes
        self.first += other.first
        self.errors += other.errors


async def finish(socket: ClientConnection, page: str, query: str) -> float:
    """Have a page run with this address and take its whole answer; the milliseconds."""
    start = time.perf_counter()
    await socket.send(rerun(page, query))
    async with asyncio.timeout(SILENT):
        while True:
            message = await socket.recv(decode=False)
            if len(message) < SHORT and ForwardMsg.FromString(message).WhichOneof("type") == "script_finished":
                return (time.perf_counter() - start) * 1000


async def reader(address: str, wait: float, end: float, load: Load) -> None:
    """A reader who comes after a while and changes a filter every five seconds until the end, by the clock."""
    await asyncio.sleep(wait)
    chance = random.Random(wait)
    queries = cycle(chance.sample(QUERIES, len(QUERIES)))
    sender = f"198.51.{chance.randrange(100)}.{chance.randrange(250)}"
    headers = {"X-Forwarded-For": sender, "Cookie": f"klusteripulssi_server={secrets.token_hex(16)}"}
    url = f"ws://{urlsplit(address).netloc}/_stcore/stream"
    options = {"subprotocols": ["streamlit"], "max_size": None, "open_timeout": SILENT, "additional_headers": headers}
    try:
        async with connect(url, **options) as socket:
            load.first.append(await finish(socket, "", ""))
            await asyncio.sleep(chance.random() * EVERY)
            while time.time() < end:
                begin = time.perf_counter()
                load.changes.append(await finish(socket, "", next(queries)))
                await asyncio.sleep(max(0, begin + EVERY - time.perf_counter()))
    except (OSError, WebSocketException, TimeoutError) as error:
        load.errors.append(type(error).__name__)


def readers(address: str, places: Sequence[int], end: float) -> Load:
    """What readers met with, those of one process; ``places``: when each comes, in steps."""
    load = Load()
    open_more_files()

    async def all_of_them() -> None:
        await asyncio.gather(*(reader(address, each * COME_SECONDS, end, load) for each in places))

    asyncio.run(all_of_them())
    return load


def measured(address: str, processes: Sequence[int], number: int) -> str:
    """So many readers at once: their changes, the memory that each takes, the processor time of all servers."""
    before, used = sum(map(resident, processes)), sum(map(processor_seconds, processes))
    start = time.time()
    end = start + number * COME_SECONDS + EVERY + SECONDS
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        jobs = [pool.submit(readers, address, range(at, number, 2), end) for at in (0, 1)]
        time.sleep(max(0, end - 1 - time.time()))
        memory = (sum(map(resident, processes)) - before) / number
        load = Load()
        for job in jobs:
            load.add(job.result())
    busy = (sum(map(processor_seconds, processes)) - used) / (time.time() - start)
    return (
        f"{number} sessions: change {spread(load.changes)} ({len(load.changes)} changes), first page "
        f"{spread(load.first)}, {len(load.errors)} errors {sorted(set(load.errors)) or ''}, "
        f"{memory / 2**20:.1f} MB a session, {busy:.2f} processors busy with the server"
    )


def spread(times: list[float]) -> str:
    """p50, p95 and p99 in milliseconds."""
    parts = quantiles(times, n=100) if len(times) > 1 else [0.0] * 99
    return f"p50 {parts[49]:.0f}, p95 {parts[94]:.0f}, p99 {parts[98]:.0f} ms"


def resident(process: int) -> int:
    """Bytes of memory that a process takes."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def programs(address: str, tag: str) -> str:
    """How many answers a second programs get that ask for a page of rows, each over a connection that stays open.

    ``tag``: the entity tag that they have already; empty if they have none.
    """
    parts = urlsplit(address)
    times: list[float] = []
    statuses: list[int] = []

    async def program(end: float) -> None:
        connection = Connection(str(parts.hostname), int(parts.port or 80))
        while time.perf_counter() < end:
            start = time.perf_counter()
            head = f"if-none-match: {tag}\r\n" if tag else ""
            statuses.append(await connection.ask(Ask("GET", TABLE, b"", head)))
            times.append((time.perf_counter() - start) * 1000)
        connection.close()

    async def all_of_them() -> None:
        end = time.perf_counter() + API_SECONDS
        await asyncio.gather(*(program(end) for _ in range(PROGRAMS)))

    asyncio.run(all_of_them())
    wanted = 304 if tag else 200
    wrong = sum(status != wanted for status in statuses)
    return f"{wanted}: {len(times) / API_SECONDS:.0f} answers a second, {spread(times)}, {wrong} others"


@contextmanager
def servers(folder: Path, number: int) -> Iterator[tuple[str, list[Server]]]:
    """The address of so many servers on one store: its own of one, nginx's of more."""
    store = f"sqlite:///{folder / 'store.sqlite'}"
    given = {"store": store, "sockets": CEILING, "sender_sockets": CEILING, "api_requests": "100000000"}
    with ExitStack() as stack:
        running = []
        for at in range(number):
            place = folder / f"server-{number}-{at}"
            place.mkdir()
            running.append(stack.enter_context(serving(place, editor_key="avain", **given)))
        address = running[0].address
        if number > 1:
            own = folder / "nginx"
            own.mkdir()
            own.chmod(0o755)
            address = stack.enter_context(proxied(own, free_port(), running))
        yield address, running


def main(*numbers: int) -> None:
    """Print it for one server, and for two behind nginx."""
    print(f"{os.cpu_count()} processors, {EVENTS} events, load before {os.getloadavg()[0]:.1f}", flush=True)
    for count in (1, 2):
        with TemporaryDirectory() as name:
            Path(name).chmod(0o755)
            filled(f"sqlite:///{Path(name) / 'store.sqlite'}", EVENTS)
            with servers(Path(name), count) as (address, running):
                which = "one server" if count == 1 else "two servers behind nginx"
                processes = [each.process.pid for each in running]
                readers(address, range(count * 4), time.time() + 2)
                for number in numbers or SESSIONS:
                    print(f"{which}, {measured(address, processes, number)}", flush=True)
                tag = ask(replace(running[0], address=address), TABLE, accept_encoding="gzip, deflate, br").headers[
                    "etag"
                ]
                for each in ("", tag):
                    print(f"{which}, a page of 100 rows, {programs(address, each)}", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
