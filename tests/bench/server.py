"""What a filter change on the overview costs the server: from the request to the last message of the answer."""

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


def measured(number: int = 10_000) -> list[float]:
    """Milliseconds of each of 21 filters, none of which was asked for before, on so many events."""
    with TemporaryDirectory() as folder:
        filled(f"sqlite:///{Path(folder) / 'store.sqlite'}", number)
        with serving(Path(folder)) as server:
            return list(asked(server))


def asked(server: Server) -> Iterator[float]:
    """What each query took, on one connection as a reader's browser has it."""
    host = urlsplit(server.address).netloc
    with connect(f"ws://{host}/_stcore/stream", subprotocols=["streamlit"], max_size=None) as socket:
        run(socket, "")
        for query in QUERIES:
            start = perf_counter()
            run(socket, query)
            yield (perf_counter() - start) * 1000


def run(socket: ClientConnection, query: str) -> None:
    """Have the page run with this address, and take all of its answer."""
    message = BackMsg()
    message.rerun_script.query_string = query
    socket.send(message.SerializeToString())
    while ForwardMsg.FromString(socket.recv(timeout=60)).WhichOneof("type") != "script_finished":
        pass


def main() -> None:
    """Print the median and the slowest."""
    times = measured()
    print(f"a filter on 10,000 events, server: {median(times):.0f} ms of {len(times)}, slowest {max(times):.0f} ms")


if __name__ == "__main__":
    main()
