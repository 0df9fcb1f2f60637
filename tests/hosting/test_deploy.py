"""The files in deploy/: each is read by a tool that knows its format, and names nothing that does not exist."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from hosting.gate import PROBES
from hosting.settings import TABLE
from tests.hosting.loopback import DEPLOY, ROOT, configuration, nginx_command

KUBERNETES = "1.37"
GUIDE = ROOT / "docs" / "hosting.md"
NAMING = ("requirements.txt", "requirements-host.txt")
TOOLS = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def told(*command: str) -> str:
    """What a tool says that ends with a fault; nothing of one that finds none."""
    program = shutil.which(command[0], path=TOOLS)
    assert program, f"{command[0]} is not installed: requirements-dev.txt names it"
    done = subprocess.run([program, *command[1:]], cwd=DEPLOY, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def composed() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    return read


def manifests() -> dict[str, Any]:
    parts = yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text(encoding="utf-8"))
    return {part["kind"]: part for part in parts}


def pod() -> dict[str, Any]:
    spec: dict[str, Any] = manifests()["Deployment"]["spec"]["template"]["spec"]
    return spec


def test_the_linter_of_dockerfiles_finds_nothing() -> None:
    assert told("hadolint", "Dockerfile") == ""


def test_compose_fits_its_schema() -> None:
    assert told("check-jsonschema", "--builtin-schema", "vendor.compose-spec", "compose.yaml") == ""


@pytest.mark.parametrize("kind", ["Deployment", "Service", "Ingress", "PodDisruptionBudget", "HorizontalPodAutoscaler"])
def test_each_manifest_fits_its_schema_to_the_letter(kind: str) -> None:
    kubernetes_validate.validate(manifests()[kind], KUBERNETES, strict=True)


def test_nginx_takes_its_configuration(tmp_path: Path) -> None:
    command = nginx_command(configuration(tmp_path, [8501, 8502], 8080), "-t", "-q")
    assert told(*command) == ""


@pytest.mark.parametrize("name", ["Dockerfile", "compose.yaml", "kubernetes.yaml"])
def test_every_setting_that_is_named_exists(name: str) -> None:
    named = set(re.findall(r"\bBARRELWATCH_\w+(?=[:=,'}])", (DEPLOY / name).read_text(encoding="utf-8")))
    assert named
    assert named - {setting.name for setting in TABLE} == set()


def test_every_image_is_pinned_to_one_build() -> None:
    images = re.findall(r"^FROM (\S+)", (DEPLOY / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    images.append(composed()["services"]["nginx"]["image"])
    assert len(images) == 3
    assert all(re.fullmatch(r"\S+:[\w.-]+@sha256:[0-9a-f]{64}", image) for image in images), images


def test_no_container_of_compose_may_write_or_become_more_than_it_is() -> None:
    for name, service in composed()["services"].items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name


def test_the_pod_asks_for_no_more_than_the_restricted_profile_allows() -> None:
    [container] = pod()["containers"]
    assert pod()["securityContext"]["runAsNonRoot"] is True
    assert pod()["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert container["securityContext"]["allowPrivilegeEscalation"] is False
    assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    assert container["securityContext"]["readOnlyRootFilesystem"] is True


def test_the_service_named_like_the_settings_sets_none_of_them() -> None:
    assert manifests()["Service"]["metadata"]["name"] == "barrelwatch"
    assert pod()["enableServiceLinks"] is False


def test_the_probes_ask_for_what_the_server_answers_on_every_path() -> None:
    [container] = pod()["containers"]
    asked = [container[name]["httpGet"]["path"] for name in ("livenessProbe", "readinessProbe")]
    assert asked == ["/healthz", "/readyz"]
    assert set(asked) <= set(PROBES)


def test_nginx_and_compose_name_the_same_addresses() -> None:
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    services = composed()["services"]
    replicas = [services[name]["networks"]["inside"]["ipv4_address"] for name in ("replica-1", "replica-2")]
    assert re.findall(r"^ +server ([\d.]+):8501", text, re.MULTILINE) == replicas
    [front] = composed()["networks"]["front"]["ipam"]["config"]
    assert f"set_real_ip_from  {front['subnet']};" in text
    believed = services["replica-1"]["environment"]["BARRELWATCH_TRUSTED_PROXIES"]
    assert services["nginx"]["networks"]["inside"]["ipv4_address"] == believed


def test_the_lock_holds_every_package_that_is_named_in_its_version() -> None:
    locked = re.findall(r"^([\w.-]+==[\w.]+)", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    lines = [line for name in NAMING for line in (ROOT / name).read_text(encoding="utf-8").splitlines()]
    named = [line for line in lines if line[:1] not in ("#", "-", "")]
    assert set(named) - set(locked) == set()


def table_of_settings() -> str:
    """The settings as the guide shows them, a row each."""
    rows = ["| name | without it | what it says |", "|---|---|---|"]
    for setting in TABLE:
        default = setting.default.removeprefix(f"{ROOT}/")
        rows.append(f"| `{setting.name}` | {f'`{default}`' if default else ''} | {setting.meaning} |")
    return "\n".join(rows)


def test_the_guide_shows_the_settings_that_there_are() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    shown = text.partition("a test holds it there -->\n")[2].partition("<!-- end of settings")[0].strip()
    assert shown == table_of_settings()


def test_the_guide_names_no_setting_and_no_file_that_is_not_there() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert set(re.findall(r"BARRELWATCH_\w+", text)) - {setting.name for setting in TABLE} == set()
    named = [*re.findall(r"deploy/\w[\w.]*\w|requirements\.\w+", text), *re.findall(r"\]\(([\w./]+)\)", text)]
    assert [name for name in named if not ((ROOT / name).exists() or (GUIDE.parent / name).exists())] == []
