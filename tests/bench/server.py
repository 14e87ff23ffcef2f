"""What a filter change costs the server: from the request to the last message of the answer, on each page with data."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from analysis.schema.aliases import SEVEN
from tests.bench.filled import filled
from tests.browser.serving import Server, serving

QUERIES = [f"regions={code}{more}" for more in ("", "&years=2020-2023", "&kinds=muu") for code in SEVEN]
PAGES = ("", "regions", "themes", "events", "stories", "clusters", "toolkit")
Times = dict[str, list[float]]


def measured(number: int) -> dict[str, Times]:
    """By page: milliseconds of each of 21 filters on so many events, ``new`` and when asked for again (``kept``)."""
    with TemporaryDirectory() as folder:
        filled(f"sqlite:///{Path(folder) / 'store.sqlite'}", number)
        with serving(Path(folder)) as server:
            return {page: {each: list(asked(server, page)) for each in ("new", "kept")} for page in PAGES}


def asked(server: Server, page: str) -> Iterator[float]:
    """What each query took, on one connection as a reader's browser has it."""
    host = urlsplit(server.address).netloc
    with connect(f"ws://{host}/_stcore/stream", subprotocols=["streamlit"], max_size=None) as socket:
        run(socket, page, "")
        for query in QUERIES:
            start = perf_counter()
            run(socket, page, query)
            yield (perf_counter() - start) * 1000


def run(socket: ClientConnection, page: str, query: str) -> None:
    """Have a page run with this address, and take all of its answer."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.page_name = page
    socket.send(message.SerializeToString())
    while ForwardMsg.FromString(socket.recv(timeout=60)).WhichOneof("type") != "script_finished":
        pass


def main() -> None:
    """Print the medians by page, and the slowest, with ten and with a hundred thousand events."""
    for number in (10_000, 100_000):
        for page, times in measured(number).items():
            told = ", ".join(f"{each} {median(took):.0f} ms (slowest {max(took):.0f})" for each, took in times.items())
            print(f"a filter on {number:,} events, server, /{page}: {told}", flush=True)


if __name__ == "__main__":
    main()
