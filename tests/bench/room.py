"""A room at once: many first visits in ten seconds, beside a Dash app with the same charts.

What a browser asks for at its first visit is recorded in Chromium once, and asked for again by each visitor, with a
session of Streamlit's where there is one. The server's processor time is that of its process, from the system.
"""

import asyncio
import json
import os
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from playwright.sync_api import Request
from websockets.asyncio.client import ClientConnection, connect

from tests.bench.browser import OURS, PLAIN, dash
from tests.bench.filled import filled
from tests.bench.server import QUERIES, finished, rerun
from tests.browser.chromium import launched
from tests.browser.serving import Server, serving
from tests.browser.waiting import until

SECONDS = 10
CONNECTIONS = 6
"""So many a browser opens to one host."""
READERS = 10
"""Readers who were there before, each with a filter every two seconds."""
DRAWN = {
    OURS: "() => document.querySelectorAll('.stApp .js-plotly-plot .cartesianlayer').length >= 3",
    PLAIN: "() => document.querySelectorAll('.js-plotly-plot .cartesianlayer').length >= 3",
}


@dataclass(frozen=True)
class Ask:
    """A request as a browser made it; ``head``: further headers, each with the end of its line."""

    method: str
    path: str
    body: bytes
    head: str = ""


@dataclass
class Room:
    """What so many visits took: seconds until each document was there and until all was, how many failed, and the
    server's processor time a visit in milliseconds."""

    documents: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    failures: int = 0
    processor: float = 0


def recorded(address: str, drawn: str) -> list[Ask]:
    """What Chromium asks a server for at a first visit, the document first."""
    asks: list[Ask] = []
    with launched() as browser:
        page = browser.new_page()

        def note(request: Request) -> None:
            if request.url.startswith(address):
                path = request.url.removeprefix(address) or "/"
                asks.append(Ask(request.method, path, request.post_data_buffer or b""))

        page.on("request", note)
        page.goto(address)
        until(page, drawn)
        page.wait_for_load_state("networkidle")
    return asks


@dataclass
class Connection:
    """A connection to a server, opened anew if the server has closed it, as a browser does."""

    host: str
    port: int
    streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, ask: Ask) -> int:
        """Ask, and take the whole answer; its status."""
        if self.streams is None:
            self.streams = await asyncio.open_connection(self.host, self.port)
        status, is_open = await answer(*self.streams, f"{self.host}:{self.port}", ask)
        if not is_open:
            self.close()
        return status

    def close(self) -> None:
        """Close it, if it is open."""
        if self.streams:
            self.streams[1].close()
        self.streams = None


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str, ask: Ask) -> tuple[int, bool]:
    """Ask, and take the whole answer without looking into it; its status, and whether the connection stays open."""
    kind = "content-type: application/json\r\n" if ask.body else ""
    head = f"{ask.method} {ask.path} HTTP/1.1\r\nhost: {host}\r\naccept-encoding: gzip, deflate, br\r\n{kind}{ask.head}"
    writer.write(f"{head}content-length: {len(ask.body)}\r\n\r\n".encode() + ask.body)
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower().split("\r\n")
    lengths = [int(line.split(":")[1]) for line in lines if line.startswith("content-length:")]
    status = int(lines[0].split()[1])
    if lengths:
        await reader.readexactly(lengths[0])
    elif "transfer-encoding: chunked" in lines:
        while (size := int(await reader.readline(), 16)) or await reader.readline() != b"\r\n":
            await reader.readexactly(size + 2)
    elif status not in (204, 304):
        await reader.read()
    return status, "connection: close" not in lines and not reader.at_eof()


async def visit(address: str, asks: list[Ask], has_session: bool, room: Room) -> None:
    """One first visit: the document, then its files over some connections, then the session."""
    parts, start = urlsplit(address), time.perf_counter()
    try:
        connections = [Connection(str(parts.hostname), int(parts.port or 80)) for _ in range(CONNECTIONS)]
        statuses = [await connections[0].ask(asks[0])]
        room.documents.append(time.perf_counter() - start)

        async def take(at: int) -> None:
            for ask in asks[1 + at :: CONNECTIONS]:
                statuses.append(await connections[at].ask(ask))

        await asyncio.gather(*(take(at) for at in range(CONNECTIONS)))
        if has_session:
            url = f"ws://{parts.netloc}/_stcore/stream"
            async with connect(url, subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
                await run(socket, "")
                room.whole.append(time.perf_counter() - start)
                await asyncio.sleep(max(0, start + SECONDS - time.perf_counter()))
        else:
            room.whole.append(time.perf_counter() - start)
        room.failures += sum(status >= 400 for status in statuses)
        for each in connections:
            each.close()
    except (OSError, ValueError, asyncio.IncompleteReadError) as error:
        room.failures += 1
        print(f"  a visit failed: {error!r}", flush=True)


async def run(socket: ClientConnection, query: str) -> None:
    """Have the overview run with this address, and take all of its answer."""
    await socket.send(rerun("", query))
    while not finished(await asyncio.wait_for(socket.recv(), 60)):
        pass


def readers(address: str, seconds: float) -> list[float]:
    """Seconds that each filter took of ten readers who are there for so long."""
    times: list[float] = []

    async def all_of_them() -> None:
        await asyncio.gather(*(filters(address, times, seconds) for _ in range(READERS)))

    asyncio.run(all_of_them())
    return times


async def filters(address: str, times: list[float], seconds: float) -> None:
    """A reader who is there for so long, with a filter every two seconds."""
    ends, queries = time.perf_counter() + seconds, cycle(QUERIES)
    async with connect(f"ws://{urlsplit(address).netloc}/_stcore/stream", subprotocols=["streamlit"]) as socket:  # type: ignore[list-item]
        await run(socket, "")
        while time.perf_counter() < ends:
            start = time.perf_counter()
            await run(socket, next(queries))
            times.append(time.perf_counter() - start)
            await asyncio.sleep(max(0, start + 2 - time.perf_counter()))


async def fill(address: str, asks: list[Ask], number: int, process: int, has_session: bool) -> Room:
    """So many visits, evenly over ten seconds."""
    room, before, visits = Room(), processor_seconds(process), []
    for _ in range(number):
        visits.append(asyncio.create_task(visit(address, asks, has_session, room)))
        await asyncio.sleep(SECONDS / number)
    await asyncio.gather(*visits)
    room.processor = (processor_seconds(process) - before) * 1000 / number
    return room


def processor_seconds(process: int) -> float:
    """Processor time that a process has used so far."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def servers(folder: Path) -> Iterator[dict[str, tuple[str, int]]]:
    """By program: its address and its process."""
    store = f"sqlite:///{folder / 'store.sqlite'}"
    filled(store, 1000)
    with ExitStack() as running:
        ours: Server = running.enter_context(serving(folder, store=store))
        other, process = running.enter_context(dash(store, "overview", folder / "dash", []))
        yield {OURS: (ours.address, ours.process.pid), PLAIN: (other, process)}


def p95(times: list[float]) -> float:
    """The 95th percentile in milliseconds."""
    return quantiles(times, n=20)[-1] * 1000 if len(times) > 1 else times[0] * 1000


def main() -> None:
    """Print sixty visits beside Dash, two hundred of ours alone, and filters of readers who were there before."""
    with TemporaryDirectory() as name, servers(Path(name)) as programs:
        costs = {}
        for program, (address, process) in programs.items():
            asks = recorded(address, DRAWN[program])
            asyncio.run(fill(address, asks, 5, process, program == OURS))
            room = asyncio.run(fill(address, asks, 60, process, program == OURS))
            costs[program] = room.processor
            print(
                f"60 first visits in {SECONDS} s, {program}: {room.processor:.0f} ms of processor a visit, document "
                f"p95 {p95(room.documents):.0f} ms, whole p95 {p95(room.whole):.0f} ms, {room.failures} failures",
                flush=True,
            )
        print(f"processor time of a first visit: {costs[OURS] / costs[PLAIN]:.2f} of Dash", flush=True)
        address, process = programs[OURS]
        asks = recorded(address, DRAWN[OURS])
        print(json.dumps(asyncio.run(crowd(address, asks, process))), flush=True)


async def crowd(address: str, asks: list[Ask], process: int) -> dict[str, float]:
    """Two hundred visits while ten readers filter, who are a process of their own: figures by name."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        quiet = processes.submit(readers, address, SECONDS).result()
        crowd = processes.submit(readers, address, SECONDS * 1.5)
        room = await fill(address, asks, 200, process, has_session=True)
        busy = crowd.result()
    return {
        "visits": len(room.whole),
        "failures": room.failures,
        "document p95 ms": round(p95(room.documents)),
        "all drawn s": round(max(room.whole), 1),
        "processor ms a visit": round(room.processor),
        "filter quiet ms": round(median(quiet) * 1000),
        "filter in the crowd ms": round(median(busy) * 1000),
    }


if __name__ == "__main__":
    main()
