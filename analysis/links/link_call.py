"""The call of one link: HEAD, then GET where HEAD is not answered well, along its redirects; no body is read."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx2

from analysis.links.answers import LinkAnswer, Reason, answer_of
from analysis.links.public_transport import PrivateHost, UnknownHost

MOST_REDIRECTS = 8
PERMANENT = (301, 308)
BUSY = 429
"""The HTTP status of a server that is asked too often."""
LONGEST_REST = 10
"""A busy server is left alone for as long as it says, but for no more than so many pauses."""


@dataclass(frozen=True)
class HostTurns:
    """One request at a time to each host, and ``pause`` seconds between two of them."""

    pause: float
    _locks: dict[str, asyncio.Lock] = field(default_factory=dict)
    _rest: dict[str, float] = field(default_factory=dict)
    """By host: when it may be asked again, by the clock of the event loop."""

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait for the turn of a request to a host."""
        clock = asyncio.get_running_loop().time
        async with self._locks.setdefault(host, asyncio.Lock()):
            await asyncio.sleep(self._rest.get(host, 0) - clock())
            try:
                yield
            finally:
                self._rest[host] = max(self._rest.get(host, 0), clock() + self.pause)

    def let_rest(self, host: str, seconds: str) -> None:
        """Leave a host alone for the ``seconds`` that it names in Retry-After; another text counts as none."""
        longest = LONGEST_REST * self.pause
        wanted = min(float(seconds[:9]), longest) if seconds.isascii() and seconds.isdecimal() else self.pause
        self._rest[host] = asyncio.get_running_loop().time() + wanted


@dataclass
class LinkCall:
    """The asking of one link. ``seconds``: what is left of its time; waiting for turns does not count."""

    client: httpx2.AsyncClient
    turns: HostTurns
    seconds: float

    async def answer(self, link: str) -> LinkAnswer:
        """What became of asking the link; a host that is not found is looked up once more after a pause."""
        try:
            try:
                return answer_of(*await self._follow(link))
            except UnknownHost:
                await asyncio.sleep(self.turns.pause)
                return answer_of(*await self._follow(link))
        except PrivateHost:
            return LinkAnswer("refused", reason="private")
        except UnknownHost:
            return LinkAnswer("dead", reason="host")
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
            return LinkAnswer("uncertain", reason=_reason(error))

    async def _follow(self, link: str) -> tuple[int, str | None]:
        """The status at the end of the redirects, and where permanent ones at their start lead."""
        request, moved_to, is_permanent = self.client.build_request("HEAD", link), None, True
        for _ in range(MOST_REDIRECTS + 1):
            response = await self._send(request)
            if request.method == "HEAD" and response.status_code >= 400 and response.status_code != BUSY:
                request = self.client.build_request("GET", request.url)
                response = await self._send(request)
            if response.next_request is None:
                if response.has_redirect_location:
                    raise httpx2.InvalidURL(f"the target of {request.url}")
                return response.status_code, moved_to
            request, is_permanent = response.next_request, is_permanent and response.status_code in PERMANENT
            moved_to = str(request.url) if is_permanent else moved_to
        raise httpx2.TooManyRedirects("too many", request=request)

    async def _send(self, request: httpx2.Request) -> httpx2.Response:
        """The head of the response to a request."""
        host, clock = request.url.netloc.decode("ascii"), asyncio.get_running_loop().time
        async with self.turns.turn(host):
            start = clock()
            try:
                async with asyncio.timeout(self.seconds):
                    response = await self.client.send(request, stream=True)
                    await response.aclose()
            finally:
                self.seconds -= clock() - start
        if response.status_code == BUSY:
            self.turns.let_rest(host, response.headers.get("retry-after", ""))
        return response


def _reason(error: BaseException) -> Reason:
    """Why an error kept a link from being answered."""
    if any(isinstance(each, ssl.SSLError) for each in _causes(error)):
        return "certificate"
    match error:
        case TimeoutError() | httpx2.TimeoutException():
            return "slow"
        case httpx2.TooManyRedirects():
            return "loop"
        case httpx2.InvalidURL() | httpx2.UnsupportedProtocol() | ValueError():
            return "address"
    return "connection"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and those that it came from."""
    each: BaseException | None = error
    while each:
        yield each
        each = each.__cause__ or each.__context__
