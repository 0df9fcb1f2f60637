"""What a host may choose: a handful of environment variables, read once at start, every fault in one sentence."""

import difflib
import ipaddress
import re
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from components.state import SEEDS_VARIABLE
from data.reading.seeds import SEEDS

MARK = "BARRELWATCH_"
NAME_OF_HOST = re.compile(r"(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[?[0-9a-f:.]+\]?")
SEGMENTS = re.compile(r"(/[A-Za-z0-9_-]+)+")
FRAMING = re.compile(r"'none'|'self'|https?://[A-Za-z0-9.*:-]+")
LEAST_TOKEN = 16  # characters


class Setting(NamedTuple):
    """One variable: its name, what holds without it, what it means, and the reader of its value.

    `read` raises ValueError with what is expected, in words that follow "expected".
    """

    name: str
    default: str
    meaning: str
    read: Callable[[str], Any]

    @property
    def row(self) -> str:
        """The row of the table in docs/hosting.md."""
        default = "seeds" if self.name == SEEDS_VARIABLE else self.default
        return f"| `{self.name}` | {f'`{default}`' if default else ''} | {self.meaning} |"


@dataclass(frozen=True)
class Settings:
    """What the host has chosen, checked."""

    host: str
    port: int
    prefix: str
    seeds: Path
    public_url: str
    allowed_hosts: tuple[str, ...]
    frame_ancestors: str
    sessions: int
    sessions_per_address: int
    work: int
    intake: bool
    metrics_token: str
    trusted_proxies: tuple[str, ...]


class WrongSettings(Exception):
    """Settings that cannot be used; `faults` holds a sentence for each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings of an environment. Raises WrongSettings with all faults at once."""
    values, faults = dict[str, Any](), _unknown(environment)
    for setting in TABLE:
        given = environment.get(setting.name, "").strip() or setting.default
        try:
            values[setting.name.removeprefix(MARK).lower()] = setting.read(given)
        except ValueError as wrong:
            otherwise = f"or leave it out for {setting.default}" if setting.default else "or leave it out"
            faults.append(f"{setting.name} is {given!r}: expected {wrong}. Set it so, {otherwise}.")
    if faults:
        raise WrongSettings(faults)
    return Settings(**values)


def unusable_port(settings: Settings) -> str:
    """Why nothing can listen where the settings say, in a sentence; empty if it can."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        socket.create_server((settings.host, settings.port), family=family).close()
    except OSError as wrong:
        return (
            f"{MARK}PORT is {settings.port}, on the address {settings.host}: expected a port on which this program may "
            f"listen and no other does ({wrong.strerror or wrong}). Set another one, or stop what listens there."
        )
    return ""


def _unknown(environment: Mapping[str, str]) -> list[str]:
    """A name that is nearly one of ours is a slip, and what it was to say would be lost."""
    known = [setting.name for setting in TABLE]
    faults = []
    for name in sorted(environment):
        near = difflib.get_close_matches(name, known, 1, 0.9) if name.startswith(MARK) and name not in known else []
        faults += [f"{name} is no setting: expected {near[0]}. Rename it, or take it out." for _ in near]
    return faults


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(given: str) -> int:
        if not (given.isascii() and given.isdigit() and least <= int(given) <= most):
            raise ValueError(f"a whole number from {least:,} to {most:,}")
        return int(given)

    return read


def _host(given: str) -> str:
    if not NAME_OF_HOST.fullmatch(given.lower()) or given.startswith("*"):
        raise ValueError("the name or number of an address of this machine, such as 127.0.0.1 or 0.0.0.0")
    return given.strip("[]")


def _prefix(given: str) -> str:
    path = given.rstrip("/")
    if path and not SEGMENTS.fullmatch(path):
        raise ValueError("a path of letters, digits, hyphens and underscores that begins with a slash, such as /dash")
    return path


def _seeds(given: str) -> Path:
    folder = Path(given)
    if not folder.is_dir():
        raise ValueError("a folder that exists and can be read")
    return folder


def _public_url(given: str) -> str:
    if given and not _is_address(given):
        expected = "an address that begins with https:// or http:// and has no question mark"
        raise ValueError(f"{expected}, such as https://host.example/dash")
    return given.rstrip("/")


def _is_address(given: str) -> bool:
    try:
        parts = urlsplit(given)
    except ValueError:
        return False
    is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    return is_web and not (parts.query or parts.fragment or set("\"'<> \\@") & set(given))


def _on_or_off(given: str) -> bool:
    if given not in ("on", "off"):
        raise ValueError("on or off")
    return given == "on"


def _listed(given: str) -> tuple[str, ...]:
    return tuple(part.strip().lower() for part in given.split(",") if part.strip())


def _hosts(given: str) -> tuple[str, ...]:
    names = _listed(given)
    if not all(NAME_OF_HOST.fullmatch(name) for name in names):
        raise ValueError("names of hosts without port, parted by commas, such as dash.example.org, *.example.org")
    return names


def _proxies(given: str) -> tuple[str, ...]:
    for name in _listed(given):
        try:
            ipaddress.ip_network(name, strict=False)
        except ValueError:
            raise ValueError("addresses or networks parted by commas, such as 127.0.0.1, 10.0.0.0/8") from None
    return _listed(given)


def _framing(given: str) -> str:
    parts = given.split()
    if not all(map(FRAMING.fullmatch, parts)) or ("'none'" in parts and len(parts) > 1):
        raise ValueError("'none', or 'self' and addresses such as https://news.example parted by spaces")
    return given


def _token(given: str) -> str:
    if given and (len(given) < LEAST_TOKEN or not given.isascii() or not given.isprintable() or " " in given):
        raise ValueError(f"at least {LEAST_TOKEN} letters, digits and signs without a space")
    return given


TABLE = (
    Setting(f"{MARK}HOST", "127.0.0.1", "Address of this machine to listen on; 0.0.0.0 for all.", _host),
    Setting(f"{MARK}PORT", "8501", "Port to listen on.", _number(1, 65_535)),
    Setting(f"{MARK}PREFIX", "", "Path below which all is served, such as /dash; the proxy passes it on.", _prefix),
    Setting(SEEDS_VARIABLE, str(SEEDS), "Folder of the case that is shown.", _seeds),
    Setting(
        f"{MARK}PUBLIC_URL",
        "",
        "Address that readers see, such as https://host.example/dash: previews of links begin with it, and its origin "
        "may open sessions; citations and files name it to a reader on this machine. Needed where the proxy passes on "
        "neither Host nor X-Forwarded-Proto.",
        _public_url,
    ),
    Setting(f"{MARK}ALLOWED_HOSTS", "", "Names of hosts that are answered, parted by commas; empty: all.", _hosts),
    Setting(f"{MARK}FRAME_ANCESTORS", "'none'", "Who may show the dashboard in a frame: 'self', addresses.", _framing),
    Setting(f"{MARK}SESSIONS", "300", "Most readers at once.", _number(1, 100_000)),
    Setting(f"{MARK}SESSIONS_PER_ADDRESS", "60", "Most windows at once from one address.", _number(1, 100_000)),
    Setting(f"{MARK}WORK", "2", "Estimates, slides and archives that are made at once.", _number(1, 64)),
    Setting(
        f"{MARK}INTAKE",
        "off",
        "Whether readers may bring in texts and mark words in them: on or off. What they make is held in private "
        "temporary folders, at most 24 at once and 8 from one address; nothing is written into the folder.",
        _on_or_off,
    ),
    Setting(f"{MARK}METRICS_TOKEN", "", "Bearer token that opens /metrics; empty: this machine alone.", _token),
    Setting(
        f"{MARK}TRUSTED_PROXIES",
        "127.0.0.1",
        "Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed.",
        _proxies,
    ),
)
