"""What a filter change costs the server, from the request to the last message of the answer, on each page with data;
and what the document of a page costs it, which holds the page before any script."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from analysis.schema.aliases import SEVEN
from analysis.web.run_turns import RUNS_AT_A_STRETCH
from tests.bench.filled import filled
from tests.browser.serving import Server, serving
from tests.web.http_client import ask

QUERIES = [f"regions={code}{more}" for more in ("", "&years=2020-2023", "&kinds=muu") for code in SEVEN]
AT_A_STRETCH = RUNS_AT_A_STRETCH - 1
PAGES = (
    *("", "regions", "themes", "gaps", "cooperation", "targets", "yearsheet"),
    *("events", "stories", "clusters", "toolkit", "data"),
)
DOCUMENTS = (*PAGES, *(f"read/fi/{page}" for page in PAGES))
"""What is a page before any script: Streamlit's document of it, and its page of the reading edition."""
Times = dict[str, list[float]]


def measured(number: int) -> dict[str, Times]:
    """By page: milliseconds of each of 21 filters on so many events, ``new`` and when asked for again (``kept``)."""
    with TemporaryDirectory() as folder:
        filled(f"sqlite:///{Path(folder) / 'store.sqlite'}", number)
        with serving(Path(folder)) as server:
            return {page: {each: list(asked(server, page)) for each in ("new", "kept")} for page in PAGES}


def asked(server: Server, page: str) -> Iterator[float]:
    """What each query took, on connections as a reader's browser has them.

    On each are no more queries than the server answers one after the other without a pause.
    """
    host = urlsplit(server.address).netloc
    for first in range(0, len(QUERIES), AT_A_STRETCH):
        with connect(f"ws://{host}/_stcore/stream", subprotocols=["streamlit"], max_size=None) as socket:
            run(socket, page, "")
            for query in QUERIES[first : first + AT_A_STRETCH]:
                start = perf_counter()
                run(socket, page, query)
                yield (perf_counter() - start) * 1000


def run(socket: ClientConnection, page: str, query: str) -> None:
    """Have a page run with this address, and take all of its answer."""
    socket.send(rerun(page, query))
    while not finished(socket.recv(timeout=60)):
        pass


def rerun(page: str, query: str) -> bytes:
    """Streamlit's message that has a page run with this address."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.page_name = page
    return bytes(message.SerializeToString())


def finished(message: bytes | str) -> bool:
    """Whether a message of Streamlit's is the last one of an answer."""
    assert isinstance(message, bytes)
    return bool(ForwardMsg.FromString(message).WhichOneof("type") == "script_finished")


def documents() -> dict[str, Times]:
    """By page: milliseconds of the document of each of 21 filters on the shipped workbook, new and kept."""
    with TemporaryDirectory() as folder, serving(Path(folder)) as server:
        ask(server, "/")
        times: dict[str, Times] = {page: {"new": [], "kept": []} for page in DOCUMENTS}
        for page, kind, query in product(DOCUMENTS, ("new", "kept"), QUERIES):
            start = perf_counter()
            ask(server, f"/{page}?{query}")
            times[page][kind].append((perf_counter() - start) * 1000)
        return times


def main() -> None:
    """Print the medians by page, and the slowest, with ten and with a hundred thousand events, and of documents."""
    for page, times in documents().items():
        told = ", ".join(f"{each} {median(took):.0f} ms (slowest {max(took):.0f})" for each, took in times.items())
        print(f"a document, server, /{page}: {told}", flush=True)
    for number in (10_000, 100_000):
        for page, times in measured(number).items():
            told = ", ".join(f"{each} {median(took):.0f} ms (slowest {max(took):.0f})" for each, took in times.items())
            print(f"a filter on {number:,} events, server, /{page}: {told}", flush=True)


if __name__ == "__main__":
    main()
