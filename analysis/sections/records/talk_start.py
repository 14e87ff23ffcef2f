"""Where a talk begins in a recording, as an address: only for hosts that are known to understand it."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

YOUTUBE = {"youtube.com", "m.youtube.com", "youtu.be"}
VIMEO = {"vimeo.com", "player.vimeo.com"}


def link_at(link: str, seconds: int) -> str:
    """The address of a recording from a second on; the ``link`` as it is if its host is not known to understand that.

    YouTube takes ``t`` in the query, Vimeo in the fragment (their help pages on sharing from a time).
    """
    try:
        parts = urlsplit(link)
    except ValueError:
        return link
    host = (parts.hostname or "").removeprefix("www.")
    if host in YOUTUBE:
        query = [each for each in parse_qsl(parts.query, keep_blank_values=True) if each[0] != "t"]
        return urlunsplit(parts._replace(query=urlencode([*query, ("t", f"{seconds}s")])))
    if host in VIMEO:
        return urlunsplit(parts._replace(fragment=f"t={seconds}s"))
    return link
