"""The transport of requests, which connects to public addresses alone.

A name is looked up here, and the connection goes to the very address that was judged: a name cannot be a public address
when it is judged and a private one when it is connected to.
"""

import asyncio
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx2

NAT64 = IPv6Network("64:ff9b::/96")
"""Addresses of IPv6 that lead to the IPv4 address in their last 32 bits (RFC 6052)."""
NO_HOST = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
"""What says that there is no such host; any other error says that nobody could be asked."""


class PrivateHost(httpx2.TransportError):
    """The host has private addresses alone."""


class UnknownHost(httpx2.TransportError):
    """There is no such host."""


@dataclass(frozen=True)
class PublicTransport(httpx2.AsyncBaseTransport):
    """Sends each request by ``network``, over a connection of its own, to a public address of its host.

    ``private``: to any address, also within a private network. Raises PrivateHost, UnknownHost, and what the network
    raises.
    """

    network: httpx2.AsyncBaseTransport
    private: bool = False

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request; the next address of the host is tried if one cannot be connected to."""
        host = request.url.raw_host.decode("ascii")
        addresses = await _addresses(host, request.url.port or 0)
        allowed = [each for each in addresses if self.private or is_public(each)]
        if not allowed:
            raise PrivateHost(host)
        for place, address in enumerate(allowed, 1):
            # The certificate is the host's, whatever the address.
            extensions = {**request.extensions, "sni_hostname": host}
            url = request.url.copy_with(host=address)
            try:
                return await self.network.handle_async_request(
                    httpx2.Request(request.method, url, headers=request.headers, extensions=extensions)
                )
            except (httpx2.ConnectError, httpx2.ConnectTimeout):
                if place == len(allowed):
                    raise
        raise UnknownHost(host)

    async def aclose(self) -> None:
        """Close all connections."""
        await self.network.aclose()


def is_public(address: str) -> bool:
    """Whether an IP address, and each that it contains, belongs to the public internet."""
    plain = address.partition("%")[0]
    return all(each.is_global and not each.is_multicast for each in _with_inner(ip_address(plain)))


def _with_inner(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    """An address, and the IPv4 addresses that one of IPv6 stands for: the connection may end there."""
    if not isinstance(address, IPv6Address):
        yield address
        return
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in NAT64:
        inner.append(IPv4Address(int(address) & 0xFFFFFFFF))
    if not address.ipv4_mapped:
        yield address
    yield from filter(None, inner)


async def _addresses(host: str, port: int) -> list[str]:
    """The IP addresses of a host, each once. UnknownHost if there is no such host."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise UnknownHost(host) from error
    except socket.gaierror as error:
        raise (UnknownHost if error.errno in NO_HOST else httpx2.ConnectError)(host) from error
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))
