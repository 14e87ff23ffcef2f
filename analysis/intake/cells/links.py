"""Links: http, https and mailto."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from analysis.intake.cells import Reading
from analysis.intake.issues import Finding
from analysis.intake.text import TOO_LONG, display_text, normalize

# Schemes that run something or reach into the user's own machine (WHATWG URL, OWASP XSS prevention).
_UNSAFE = (
    "javascript vbscript livescript jscript data file blob filesystem about chrome resource view-source jar mhtml "
    "mk shell intent search search-ms smb ldap ssh telnet"
)
UNSAFE = frozenset(_UNSAFE.split())
_SCHEME = re.compile("([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]"
_IP = r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}"
PLAIN_LINK = re.compile(rf"https?://(?:{_HOST}|{_IP})(?::[0-9]{{1,5}})?(?:[/?#][^\s<>\"\\^`]*)?")
_ODD_SIGNS = ' <>"\\^`'
"""What is printable and not in a `PLAIN_LINK`."""
_SHORTEST = len("https://")
_BARE = re.compile(rf"({_HOST})(:[0-9]{{1,5}})?([/?#][^\s<>\"\\^`]*)?", re.IGNORECASE)
_MAILBOX = re.compile(rf"[\w.!#$%&'*+/=?^`{{|}}~-]+@{_HOST}")
_MAILTO = re.compile(rf"mailto:{_MAILBOX.pattern}(?:,{_MAILBOX.pattern})*(?:\?[^\s<>\"]*)?", re.IGNORECASE)
_LOCAL = re.compile(r"\\\\|[a-z]:[\\/]", re.IGNORECASE)
_ENDINGS = "pdf doc docx xls xlsx ppt pptx odt ods odp csv txt rtf jpg jpeg png gif svg zip mp3 mp4 mov avi htm html"
_FILES = frozenset(_ENDINGS.split())
# "htp://", "http:/", "https//", "hhtps:", "http;//" …
_MISTYPED = re.compile(
    r"h{0,2}t{1,3}p{1,2}(s{0,2})\s?[:;.,]{0,2}\s?[/\\]{1,3}\s?(.+)|h{1,2}t{1,3}p{1,2}(s{0,2}):(.+)", re.IGNORECASE
)
_SECOND_SCHEME = re.compile("https?:/*", re.IGNORECASE)
# Outlook puts each address of a mail behind one of its own, with the name of who got the mail in it.
SAFE_LINK = re.compile(r"https?://[a-z0-9.-]*\bsafelinks\.protection\.(?:outlook|office365)\.[a-z]+/", re.IGNORECASE)
_MOST_SAFE_LINKS = 3
_WITHIN_TEXT = re.compile(r"https?://[^\s<>\"\\^`]+|www\.[^\s<>\"\\^`]+", re.IGNORECASE)


def link_address(text: str, mailbox: bool = False) -> str | None:
    """The address that normalized text means, as it is stored; None if it is none.

    ``www.x.fi``, ``x.fi/y`` and ``x.fi`` become https (a file name does not), with ``mailbox`` a mail address mailto.
    """
    if PLAIN_LINK.fullmatch(text):
        return text
    if _MAILTO.fullmatch(text):
        return "mailto:" + text[7:]
    if mailbox and _MAILBOX.fullmatch(text):
        return "mailto:" + text
    if text[:4].lower() == "http":
        lower_case = re.sub("^https?://[^/?#]*", lambda match: match.group().lower(), text, flags=re.IGNORECASE)
        return lower_case if lower_case != text and PLAIN_LINK.fullmatch(lower_case) else None
    match = _BARE.fullmatch(text)
    if not match or (match[1].rsplit(".", 1)[1].lower() in _FILES and not match[3]):
        return None
    return "https://" + match[1].lower() + (match[2] or "") + (match[3] or "")


def safe_link_target(link: str) -> str | None:
    """The address to which a Safe Link of Outlook leads, None if it leads to none that may be followed."""
    target: str | None = link
    for _ in range(_MOST_SAFE_LINKS):
        if not target or not SAFE_LINK.match(target):
            break
        try:
            addresses = parse_qs(urlsplit(target).query).get("url", [""])
        except ValueError:
            return None
        target = link_address(normalize(addresses[0]))
    is_open = target and target.startswith("http") and not SAFE_LINK.match(target) and not is_unsafe(target)
    return target if is_open else None


def is_unsafe(text: str) -> bool:
    """Whether text is an address that must not be followed: a script, data, a file of one's own, a hidden login."""
    tight = re.sub(r"\s", "", text)
    scheme = _SCHEME.match(tight)
    if scheme and (scheme[1].lower() in UNSAFE or scheme[1].lower().startswith("ms-")):
        return True
    if _LOCAL.match(tight):
        return True
    try:
        parts = urlsplit(tight)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and "@" in parts.netloc


def may_hold_odd_signs(text: str) -> bool:
    """Whether printable text, or many joined, may hold a sign that `PLAIN_LINK` does not allow, or a Safe Link: a quick
    look, right when it says no."""
    return any(sign in text for sign in _ODD_SIGNS) or "safelinks" in text.casefold()


def without_plain_beginning(texts: Collection[str]) -> set[str]:
    """The texts that are no `PLAIN_LINK` up to the first slash behind the scheme, or in whole if they have no such.

    A beginning is looked at once, however many texts have it.
    """
    odd = {each for each in set(map(_beginning, texts)) if not PLAIN_LINK.fullmatch(each)}
    return {text for text in texts if _beginning(text) in odd} if odd else set()


def _beginning(text: str) -> str:
    """A text up to the first slash behind the scheme, all of it if there is none."""
    return text[: text.find("/", _SHORTEST) + 1] or text


@dataclass(frozen=True)
class LinkReader:
    """Reads links; ``mailbox``: whether a bare mail address is one."""

    mailbox: bool = False

    def read(self, value: Any) -> Reading:
        """The address, or "unsafe-link" or "bad-link"; "unlikely-value" of a Safe Link, which leads to another one."""
        text = display_text(value)
        link = link_address(text, self.mailbox)
        if link is None:
            return Reading(findings=(Finding("unsafe-link" if is_unsafe(text) else "bad-link", text),))
        findings = [Finding("text-too-long", text)] if len(link) > TOO_LONG else []
        if SAFE_LINK.match(link):
            findings.append(Finding("unlikely-value", text, suggestion=safe_link_target(link)))
        return Reading(link, tuple(findings))

    def likely(self, finding: Finding) -> str | None:
        """The address with its beginning corrected, its spaces encoded, or the only one in the text."""
        if finding.code != "bad-link":
            return None
        text = finding.value
        if _MAILBOX.fullmatch(text):
            return "mailto:" + text
        links = _WITHIN_TEXT.findall(text)
        tries = (
            _correct_beginning(text),
            quote(text, safe=":/?#[]@!$&'()*+,;=%~åäöÅÄÖ") if text[:4].lower() in ("http", "www.") else None,
            links[0].rstrip(".,;)") if len(links) == 1 else None,
            text.strip("/<>()[]\"'.,; "),
            re.sub(r"\s", "", text),
        )
        likely = (link_address(each, self.mailbox) for each in tries if each)
        return next((each for each in likely if each), None)


def _correct_beginning(text: str) -> str | None:
    """The address with the mistyped scheme corrected, None if the text does not begin with one."""
    match = _MISTYPED.fullmatch(text)
    if not match:
        return None
    secure, rest = (match[1], match[2]) if match[2] else (match[3], match[4])
    return f"http{'s' if secure else ''}://{_SECOND_SCHEME.sub('', rest.strip())}"
