"""A round of asking all links: a few hosts at once, each link once, within a time."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urldefrag, urlsplit

import httpx2

from analysis.links.answers import LinkAnswer
from analysis.links.link_call import HostTurns, LinkCall
from analysis.links.public_transport import PublicTransport


@dataclass(frozen=True)
class Pace:
    """How politely and how long is asked, in seconds: ``pause`` between two requests to a host, ``link`` for one link,
    ``total`` for all. ``hosts``: so many at once."""

    pause: float = 1.0
    link: float = 20.0
    total: float = 1800.0
    hosts: int = 4


@dataclass(frozen=True)
class _Round:
    """What all calls of a round share, and the answers so far by page."""

    client: httpx2.AsyncClient
    turns: HostTurns
    pace: Pace
    hosts: asyncio.Semaphore
    answers: dict[str, LinkAnswer]

    async def ask(self, pages: list[str]) -> None:
        """Ask the pages of one host, one after the other."""
        async with self.hosts:
            for page in pages:
                self.answers[page] = await LinkCall(self.client, self.turns, self.pace.link).answer(page)


def ask_links(
    links: Iterable[str], agent: str, pace: Pace | None = None, *, private: bool = False
) -> dict[str, LinkAnswer]:
    """The answers by link, of those for which there was time; the links that come first are asked first.

    ``links``: addresses that begin with http or https; a page that several of them lead to is asked once. ``agent``:
    who asks, as servers are told. ``private``: whether hosts within a private network are asked.
    """
    by_page: dict[str, list[str]] = {}
    for link in links:
        by_page.setdefault(urldefrag(link).url, []).append(link)
    answers = asyncio.run(_ask_pages(list(by_page), agent, pace or Pace(), private))
    if len(set(map(_host, answers))) > 1 and all(each.reason == "host" for each in answers.values()):
        # None of several hosts was found: the network of this machine is the likelier cause.
        answers = dict.fromkeys(answers, LinkAnswer("uncertain", reason="connection"))
    return {link: answers[page] for page, own in by_page.items() if page in answers for link in own}


async def _ask_pages(pages: list[str], agent: str, pace: Pace, private: bool) -> dict[str, LinkAnswer]:
    """The answers by page until the time is over."""
    # A connection of its own for each request: the transport connects by IP address, and hosts may share one.
    limits = httpx2.Limits(max_keepalive_connections=0)
    transport = PublicTransport(httpx2.AsyncHTTPTransport(trust_env=False, limits=limits), private)
    timeout = httpx2.Timeout(pace.link)
    by_host: dict[str, list[str]] = {}
    for page in pages:
        by_host.setdefault(_host(page), []).append(page)
    async with httpx2.AsyncClient(
        transport=transport, headers={"User-Agent": agent}, timeout=timeout, trust_env=False
    ) as client:
        this = _Round(client, HostTurns(pace.pause), pace, asyncio.Semaphore(pace.hosts), {})
        with suppress(TimeoutError):
            async with asyncio.timeout(pace.total), asyncio.TaskGroup() as tasks:
                for own in by_host.values():
                    tasks.create_task(this.ask(own))
    return this.answers


def _host(page: str) -> str:
    """The host of a page with its port; empty if the address cannot be read."""
    try:
        return urlsplit(page).netloc.rpartition("@")[2].casefold()
    except ValueError:
        return ""
