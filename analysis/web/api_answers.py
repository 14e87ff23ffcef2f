"""Answers to programs (tables, charts, calendar, feed): compressed, with entity tag and rules for other sites' scripts;
problems."""

import gzip
import hashlib
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from analysis.app_services import app_services
from analysis.open_data.faults import STATUS, ApiFault, problem
from analysis.schema import LANGUAGES, Language
from analysis.store import Unavailable
from analysis.web.request_context import answer_language, has_tag
from analysis.web.request_rates import RequestRates
from analysis.web.socket_limits import sender_of
from analysis.web.static_files import accepted_encodings
from analysis.words import Translator, translator

log = logging.getLogger("klusteripulssi.web")
METHODS = "GET, HEAD, OPTIONS"
ALL_METHODS = [*METHODS.split(", "), "POST", "PUT", "PATCH", "DELETE"]
CROSS_ORIGIN = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Link, Retry-After",
    "cross-origin-resource-policy": "cross-origin",
}
PREFLIGHT = {
    **CROSS_ORIGIN,
    "access-control-allow-methods": METHODS,
    "access-control-allow-headers": "If-None-Match, Accept, Content-Type",
    "access-control-max-age": "86400",
}
ENCODERS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=5),
    "gzip": lambda content: gzip.compress(content, 6, mtime=0),
}
"""By encoding, the preferred one first. Answers are many, so each is compressed quickly."""
SMALL = 500
"""Bytes: what is shorter is sent as it is."""
PROBLEM = "application/problem+json"
STORE_SECONDS = "60"
RATES = RequestRates()


@dataclass(frozen=True)
class ApiAnswer:
    """What is answered: the state that it depends on, its type, how its bytes are made, further headers of it.

    ``state`` is all that the bytes depend on; without them being made it tells whether a client has them already.
    """

    state: object
    media_type: str
    make: Callable[[], tuple[bytes, dict[str, str]]]
    headers: Mapping[str, str] = field(default_factory=dict)


Answer = Callable[[Request], ApiAnswer]


def api_route(path: str, answer: Answer) -> Route:
    """A route for GET, HEAD and the preflight of other sites' scripts; everything else is a problem."""

    async def serve(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=PREFLIGHT)
        response = await run_in_threadpool(respond, request, answer)
        if request.method == "HEAD":
            response.body = b""
        return response

    return Route(path, serve, methods=ALL_METHODS)


def respond(request: Request, answer: Answer) -> Response:
    """The response to a request, or the problem with it."""
    try:
        if request.method not in ("GET", "HEAD"):
            raise ApiFault("method")
        if seconds := RATES.seconds_to_wait(
            sender_of(request.scope), monotonic(), app_services().settings.api_requests
        ):
            raise ApiFault("too-many-requests", seconds=str(seconds))
        return answer_bytes(request, answer(request))
    except ApiFault as fault:
        return problem_response(request, fault)
    except Unavailable as error:
        log.error("an answer failed: the store is %s", error.reason, exc_info=error)
        return problem_response(request, ApiFault("store"))


def answer_bytes(request: Request, answer: ApiAnswer) -> Response:
    """The response: 304 if the client has it, else the content in the smallest encoding that it accepts."""
    accepted = accepted_encodings(request.headers.get("accept-encoding", ""))
    encoding = next((each for each in ENCODERS if each in accepted), "")
    digest = hashlib.sha256(repr((answer.state, encoding)).encode()).hexdigest()[:24]
    headers = {"etag": f'"{digest}"', "vary": "Accept-Encoding", "cache-control": "no-cache", **CROSS_ORIGIN}
    headers |= answer.headers
    if has_tag(request, headers["etag"]):
        return Response(status_code=304, headers=headers)
    content, more = answer.make()
    headers |= more
    if encoding and len(content) > SMALL:
        content = ENCODERS[encoding](content)
        headers["content-encoding"] = encoding
    return Response(content, headers=headers, media_type=answer.media_type)


def problem_response(request: Request, fault: ApiFault) -> Response:
    """A problem in the language of the address."""
    headers = {"cache-control": "no-store", **CROSS_ORIGIN}
    if fault.code == "method":
        headers["allow"] = METHODS
    if fault.code == "sign-in":
        headers["www-authenticate"] = "Cookie"
    if fault.code in ("store", "too-many-requests"):
        headers["retry-after"] = fault.values.get("seconds", STORE_SECONDS)
    document = problem(fault, api_words(request))
    content = json.dumps(document, ensure_ascii=False).encode()
    return Response(content, STATUS[fault.code], headers, media_type=PROBLEM)


def api_words(request: Request, language: Language | None = None) -> Translator:
    """The texts in a language, else in that of the address (``language=``, ``lang=``), else in the program's own."""
    named = language or request.query_params.get("language")
    known = next((each for each in LANGUAGES if each == named), None)
    return translator(known or answer_language(app_services().settings, request))
