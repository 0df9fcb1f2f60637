"""How the dashboard was started: on which folder, and whether what is added may be saved into it."""

import argparse
import os
import sys
from datetime import UTC, date, datetime
from ipaddress import ip_address, ip_network
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import streamlit as st

from data.reading.seeds import SEEDS
from data.recording import local_day

EDIT = "--edit"
SEEDS_VARIABLE = "BARRELWATCH_SEEDS"
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host")  # by a proxy, from who knows where


def seeds_folder() -> Path:
    """The folder to show: `-- --seeds DIR` of the command line, else BARRELWATCH_SEEDS, else the project's own."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--seeds", default=os.environ.get(SEEDS_VARIABLE) or str(SEEDS))
    try:
        return Path(parser.parse_known_args(sys.argv[1:])[0].seeds)
    except argparse.ArgumentError:
        return Path("--seeds without a folder")


def may_save() -> bool:
    """True if a draft may be saved into the folder: started with `-- --edit`, and looked at on the same machine."""
    return EDIT in sys.argv[1:] and is_own_machine()


def is_own_machine() -> bool:
    """True if the dashboard runs on the machine on which it is looked at, with no proxy between."""
    if any(name in st.context.headers for name in FORWARDED):
        return False
    named = urlsplit(st.context.url or "").hostname or ""
    return is_loopback(named) and is_loopback(asked_from())


def asked_from() -> str:
    """The address that this window asks from; of IPv6 the network, for one reader has all of it."""
    return network_of(st.context.ip_address or "127.0.0.1")  # None on the machine itself


def network_of(name: str) -> str:
    """An address as one that readers are told apart by: of IPv6 the network; what is no address stays as it is."""
    try:
        number = ip_address(name)
    except ValueError:
        return name
    number = getattr(number, "ipv4_mapped", None) or number
    return str(ip_network((number, 64), strict=False) if number.version == 6 and not number.is_loopback else number)


def today() -> date:
    """The day where this window is looked at, for a citation that is taken from it."""
    return day_at(st.context.timezone, datetime.now(tz=UTC))


def day_at(zone: str | None, moment: datetime) -> date:
    """The day of a moment in the zone that a browser names, "Europe/Paris"; of here where it names none."""
    try:
        return moment.astimezone(ZoneInfo(zone or "")).date()
    except (ValueError, KeyError, OSError):
        return local_day(moment)


def is_loopback(name: str) -> bool:
    """True for a name or number by which a machine reaches itself alone."""
    if name == "localhost":
        return True
    try:
        number = ip_address(name)
    except ValueError:
        return False
    return (getattr(number, "ipv4_mapped", None) or number).is_loopback
