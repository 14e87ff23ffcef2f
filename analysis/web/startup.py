"""What happens when the server starts, and when it ends."""

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool

from analysis import app_services, exports, log, sections
from analysis.app_services import AppServices
from analysis.schema import LANGUAGES
from analysis.search_lookup import load_dictionaries
from analysis.settings import WrongSetting, language, read
from analysis.store import Unavailable
from analysis.streamlit_adapter import server
from analysis.streamlit_adapter.server import Option
from analysis.web.request_context import answer_language
from analysis.web.sign_in import KEY, UPDATE
from analysis.web.static_files import fill_shelf
from analysis.words import translator

PRELOADED = (exports, sections)
"""Packages that pages need: loaded before the first reader comes."""
Lifespan = Callable[[Any], AbstractAsyncContextManager[dict[str, Any]]]


def build_or_exit() -> None:
    """Build the services; if a setting or the store cannot be used, say so in a sentence and end with status 2."""
    w = translator(next(each for each in LANGUAGES if each == language()))
    try:
        app_services.app_services()
        return
    except Unavailable as error:
        sentence = w(f"store.{error.reason}", detail=error)
    except WrongSetting as error:
        sentence = w(f"setting.{error.wrong}", **vars(error))
    print(sentence, file=sys.stderr, flush=True)
    raise SystemExit(2)


def lifespan(option: Option) -> Lifespan:
    """The life of the dashboard; ``option`` gives Streamlit's own settings by name (``st.get_option``)."""

    @asynccontextmanager
    async def life(app: Any) -> AsyncIterator[dict[str, Any]]:
        log.set_up(read().log)
        server.open_more_files()
        services = await run_in_threadpool(warm_up)
        print(greeting(services, option), flush=True)
        yield {}
        await run_in_threadpool(app_services.close, for_good=True)

    return life


def warm_up() -> AppServices:
    """The services, with everything that the first reader would else wait for: tables, words, packed files."""
    services = app_services.app_services()
    fill_shelf()
    for each in LANGUAGES:
        translator(each)
    if current := services.store.current():
        services.store.tables(current.id)
    load_dictionaries()
    server.tune_process()
    return services


def greeting(services: AppServices, option: Option) -> str:
    """Where the dashboard is; with the key in the address if it was made here and no setting has it."""
    settings = services.settings
    address = settings.public_root(server.base_path(option)) or server.own_address(option)
    w = translator(answer_language(settings))
    lines = [w("web.started", address=address)]
    if settings.access == "key" and services.sessions.keys.editor and not settings.editor_key:
        lines.append(w("web.editors", address=f"{address}{UPDATE}?{urlencode({KEY: services.sessions.keys.editor})}"))
    return "\n" + "\n".join(f"  {line}" for line in lines) + "\n"
