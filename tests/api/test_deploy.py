"""What runs the service in containers names settings that there are, and gives it what its documents promise."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

from extractor_api.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text("utf-8"))["services"]["newsact"]
MANIFESTS = list(yaml.safe_load_all((ROOT / "deploy" / "kubernetes" / "newsact.yaml").read_text("utf-8")))
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")


def kind(name: str) -> dict[str, Any]:
    """The one manifest of a kind."""
    (found,) = (each for each in MANIFESTS if each["kind"] == name)
    assert isinstance(found, dict)
    return found


POD = kind("Deployment")["spec"]["template"]["spec"]
CONTAINER = POD["containers"][0]
ENVIRONMENTS = {
    "compose": {name: str(value) for name, value in COMPOSE["environment"].items()},
    "kubernetes": {each["name"]: each["value"] for each in CONTAINER["env"]},
    "image": dict(re.findall(r"^ *(EXTRACTOR_\w+)=(\S+)", DOCKERFILE, re.MULTILINE)),
}


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_every_variable_is_a_setting_with_a_value_that_it_takes(name: str) -> None:
    plain = {key: re.sub(r"^\$\{\w+:-(.*)\}$", r"\1", value) for key, value in ENVIRONMENTS[name].items()}
    assert {key.removeprefix(PREFIX).lower() for key in plain} <= set(Settings.__struct_fields__)
    Settings.from_environment(plain)


def test_keys_are_a_mounted_secret() -> None:
    (mount,) = (each for each in CONTAINER["volumeMounts"] if each["name"] == "api-keys")
    assert ENVIRONMENTS["kubernetes"]["EXTRACTOR_API_KEYS_FILE"].startswith(mount["mountPath"] + "/")
    assert mount["readOnly"]
    assert [each["secret"]["secretName"] for each in POD["volumes"] if each["name"] == "api-keys"]
    assert COMPOSE["secrets"][0]["target"] == ENVIRONMENTS["image"]["EXTRACTOR_API_KEYS_FILE"]


def test_the_probes_ask_what_is_served() -> None:
    assert CONTAINER["livenessProbe"]["httpGet"]["path"] == "/livez"
    assert CONTAINER["readinessProbe"]["httpGet"]["path"] == "/readyz"
    assert CONTAINER["startupProbe"]["httpGet"]["path"] == "/readyz"
    assert "/livez" in DOCKERFILE.partition("HEALTHCHECK")[2]


def test_nothing_runs_as_root_or_can_be_written() -> None:
    assert POD["securityContext"]["runAsNonRoot"]
    assert CONTAINER["securityContext"]["readOnlyRootFilesystem"]
    assert CONTAINER["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    assert COMPOSE["read_only"] and COMPOSE["cap_drop"] == ["ALL"]
    assert re.search(r"^USER [1-9]\d*:[1-9]\d*$", DOCKERFILE, re.MULTILINE)


def test_a_stop_is_given_the_time_that_it_takes() -> None:
    drain = Settings().drain
    pause = int(CONTAINER["lifecycle"]["preStop"]["exec"]["command"][-1])
    assert POD["terminationGracePeriodSeconds"] > drain + pause
    assert int(COMPOSE["stop_grace_period"].removesuffix("s")) > drain


def test_memory_is_enough_for_workers_that_have_grown() -> None:
    """Two workers at the limit at which they are replaced, and 350 MB for the rest."""
    environment = ENVIRONMENTS["kubernetes"]
    grown = int(environment["EXTRACTOR_WORKERS"]) * int(environment["EXTRACTOR_WORKER_MEMORY"])
    assert CONTAINER["resources"]["limits"]["memory"] == "3Gi"
    assert grown + 350_000_000 < 3 * 2**30
    assert COMPOSE["mem_limit"] == "3g"


def test_it_scales_and_is_not_disrupted() -> None:
    name = kind("Deployment")["metadata"]["name"]
    assert kind("HorizontalPodAutoscaler")["spec"]["scaleTargetRef"]["name"] == name
    assert kind("HorizontalPodAutoscaler")["spec"]["minReplicas"] >= 2
    labels = kind("Deployment")["spec"]["template"]["metadata"]["labels"]
    for each in ("PodDisruptionBudget", "NetworkPolicy"):
        selector = kind(each)["spec"].get("selector") or kind(each)["spec"]["podSelector"]
        assert selector["matchLabels"] == labels
    assert kind("Service")["spec"]["selector"] == labels
