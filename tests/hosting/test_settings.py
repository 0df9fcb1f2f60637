"""What a host may choose, and what is said of what cannot be meant."""

import os
import socket
import subprocess
import sys

import pytest

from data.reading.seeds import SEEDS
from hosting.settings import TABLE, WrongSettings, read_settings, unusable_port
from tests.hosting.loopback import ROOT


def test_without_any_setting_it_listens_on_this_machine_alone_and_shows_the_project_s_case() -> None:
    settings = read_settings({})
    assert (settings.host, settings.port, settings.prefix) == ("127.0.0.1", 8501, "")
    assert (settings.seeds, settings.frame_ancestors) == (SEEDS, "'none'")
    assert (settings.sessions, settings.sessions_per_address, settings.work) == (300, 60, 2)
    assert (settings.allowed_hosts, settings.metrics_token) == ((), "")
    assert settings.trusted_proxies == ("127.0.0.1",)
    assert settings.intake is False


def test_what_is_given_is_taken_over() -> None:
    given = {"HOST": "0.0.0.0", "PORT": "80", "PREFIX": "/dash/", "PUBLIC_URL": "https://a.example/dash/",
             "ALLOWED_HOSTS": "A.example, *.b.example", "TRUSTED_PROXIES": "10.0.0.0/8,::1",
             "FRAME_ANCESTORS": "'self' https://news.example"}  # fmt: skip
    settings = read_settings({f"BARRELWATCH_{name}": value for name, value in given.items()})
    assert (settings.host, settings.port, settings.prefix) == ("0.0.0.0", 80, "/dash")
    assert settings.public_url == "https://a.example/dash"
    assert settings.allowed_hosts == ("a.example", "*.b.example")
    assert settings.trusted_proxies == ("10.0.0.0/8", "::1")
    assert settings.frame_ancestors == "'self' https://news.example"


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "0"), ("PORT", "eighty"), ("PORT", "٨٠"), ("PREFIX", "dash"), ("PREFIX", "/../x"), ("SESSIONS", "-1"),
     ("SEEDS", "/nowhere"), ("PUBLIC_URL", "host.example"), ("PUBLIC_URL", "https://a.example/?x=1"),
     ("PUBLIC_URL", "javascript:alert(1)"), ("PUBLIC_URL", 'https://a.example/"><script>'), ("HOST", "a b"),
     ("ALLOWED_HOSTS", "https://a.example"), ("FRAME_ANCESTORS", "none"), ("FRAME_ANCESTORS", "'none' 'self'"),
     ("FRAME_ANCESTORS", "'self'; script-src *"), ("METRICS_TOKEN", "short"), ("TRUSTED_PROXIES", "proxy.example"),
     ("WORK", "65"), ("INTAKE", "yes")],
)  # fmt: skip
def test_a_value_that_cannot_be_meant_is_named_with_what_is_expected_and_a_remedy(name: str, value: str) -> None:
    with pytest.raises(WrongSettings) as wrong:
        read_settings({f"BARRELWATCH_{name}": value})
    (fault,) = wrong.value.faults
    assert fault.startswith(f"BARRELWATCH_{name} is {value!r}: expected ")
    assert "leave it out" in fault


def test_a_slip_in_a_name_is_told_with_the_name_that_was_meant() -> None:
    with pytest.raises(WrongSettings) as wrong:
        read_settings({"BARRELWATCH_METRIC_TOKEN": "a-token-of-a-monitor", "BARRELWATCH_CHROMIUM": "/usr/bin/chromium"})
    assert wrong.value.faults == [
        "BARRELWATCH_METRIC_TOKEN is no setting: expected BARRELWATCH_METRICS_TOKEN. Rename it, or take it out."
    ]


def test_all_faults_are_told_at_once_before_anything_begins() -> None:
    given = {"BARRELWATCH_PORT": "eighty", "BARRELWATCH_PREFIX": "dash", "BARRELWATCH_SEEDS": "/nowhere"}
    done = subprocess.run(
        [sys.executable, "serve.py"], cwd=ROOT, env=os.environ | given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert [line.split()[0] for line in done.stderr.splitlines()] == sorted(given, key=list(given).index)
    assert "Traceback" not in done.stderr


def test_a_port_that_another_program_has_is_told_in_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = unusable_port(read_settings({"BARRELWATCH_PORT": str(port)}))
    assert told.startswith(f"BARRELWATCH_PORT is {port}, on the address 127.0.0.1: expected a port on which")
    assert told.endswith("Set another one, or stop what listens there.")


def test_the_table_names_each_setting_once_and_in_words() -> None:
    names = [setting.name for setting in TABLE]
    assert len(set(names)) == len(names) == 13
    assert all(setting.meaning.endswith(".") for setting in TABLE)
