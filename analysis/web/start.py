"""What happens when the dashboard starts, and when it ends."""

import gc
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, NoReturn
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool

from analysis import desk, exports, log, sections, static
from analysis.desk import Desk
from analysis.schema import LANGUAGES
from analysis.settings import WrongSetting, language, read
from analysis.store import Unavailable
from analysis.web.language import of_settings
from analysis.web.letting_in import KEY, UPDATE
from analysis.words import words

ENGINE = (exports, sections)
"""Rooms that pages need: loaded before the first reader comes."""
TURN = 0.0005
"""Seconds after which a thread that computes lets another go on, such as the one that sends pages (Python: 5 ms)."""
Lifespan = Callable[[Any], AbstractAsyncContextManager[dict[str, Any]]]


def lifespan(option: Callable[[str], Any]) -> Lifespan:
    """The life of the dashboard; ``option`` gives Streamlit's own settings by name."""

    @asynccontextmanager
    async def life(app: Any) -> AsyncIterator[dict[str, Any]]:
        log.set_up(read().log)
        unhurried()
        sys.setswitchinterval(TURN)
        held = await run_in_threadpool(ready)
        print(greeting(held, option), flush=True)
        yield {}
        await run_in_threadpool(desk.clear)

    return life


def answering() -> None:
    """Lay the desk; where a setting or the store cannot be used, say so in a sentence and end with status 2."""
    w = words(next(each for each in LANGUAGES if each == language()))
    try:
        desk.desk()
    except Unavailable as error:
        ended(w(f"store.{error.reason}", detail=error))
    except WrongSetting as error:
        ended(w(f"setting.{error.wrong}", **vars(error)))


def ended(sentence: str) -> NoReturn:
    """End the program before it answered anybody, with a sentence on standard error."""
    print(sentence, file=sys.stderr, flush=True)
    raise SystemExit(2)


def ready() -> Desk:
    """The desk with everything that the first reader would else wait for: store, tables, words, packed files.

    What is loaded by now stays for good, so the garbage collector, which Streamlit starts after each run of a page,
    need not look through it again.
    """
    held = desk.desk()
    static.by_name()
    for each in LANGUAGES:
        words(each)
    if current := held.store.current():
        held.store.tables(current.id)
    gc.collect()
    gc.freeze()
    return held


def unhurried() -> None:
    """Have what is written to a connection leave at once, be the last not yet acknowledged: some 40 ms a message.

    asyncio asks for it on sockets that name their protocol (TCP_NODELAY, RFC 9293, 3.7.4); the one that Streamlit
    listens on names none. Connections take it over from that one.
    """
    # Asked of its type: some of the objects stand for others that are gone, and cannot be asked themselves.
    for each in (each for each in gc.get_objects() if issubclass(type(each), socket.socket)):
        if each.fileno() >= 0 and listens(each):
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def listens(given: socket.socket) -> bool:
    """Whether this is a TCP socket that waits for connections."""
    network = given.family in (socket.AF_INET, socket.AF_INET6) and given.type == socket.SOCK_STREAM
    return network and bool(given.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))


def greeting(held: Desk, option: Callable[[str], Any]) -> str:
    """Where the dashboard is; with the key in the address where it was made here and stands nowhere else."""
    address = held.settings.public_address.rstrip("/") or own_address(option)
    w = words(of_settings(held.settings))
    lines = [w("web.started", address=address)]
    if held.settings.access == "key" and not held.settings.editor_key:
        lines.append(w("web.editors", address=f"{address}{UPDATE}?{urlencode({KEY: held.door.keys.editor})}"))
    return "\n" + "\n".join(f"  {line}" for line in lines) + "\n"


def own_address(option: Callable[[str], Any]) -> str:
    """The server's own address, as a browser on this machine reaches it."""
    scheme = "https" if option("server.sslCertFile") else "http"
    host = option("server.address") or "localhost"
    return f"{scheme}://{'localhost' if host in ('0.0.0.0', '::') else host}:{option('server.port')}"
