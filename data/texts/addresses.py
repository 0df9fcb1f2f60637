"""Web addresses from the data as other programs can read them."""

import re
from urllib.parse import quote, urlparse

# A seeds folder may have these in an address; RFC 3986 and 3987 want them encoded.
TO_ENCODE = re.compile(r'[\x00-\x20\x7f<>"{}|\\^`]')
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def web_address(text: str | None) -> str:
    """An http or https address with what may not stand in one percent-encoded; empty if it could not be opened.

    Letters beyond ASCII are encoded too, save in the name of the host: some programs change how they are composed.
    """
    try:
        parts = urlparse(TO_ENCODE.sub(_encoded, text or ""))
    except ValueError:  # a host in square brackets that is none
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    behind = [
        BEYOND_ASCII.sub(_encoded, part) for part in (parts.path or "/", parts.params, parts.query, parts.fragment)
    ]
    path, params, query, fragment = behind
    return parts._replace(path=path, params=params, query=query, fragment=fragment).geturl()


def site_of(address: str) -> str:
    """The site of a web address, without www: "salt.example"; empty where it names none."""
    try:
        return (urlparse(address).hostname or "").removeprefix("www.")
    except ValueError:  # a host in square brackets that is none
        return ""


def _encoded(found: re.Match[str]) -> str:
    return quote(found.group(), safe="")
