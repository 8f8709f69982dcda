"""What all tests share: how long generated cases are searched, the house, and the examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, settings

from dystori.house import House
from dystori.library import Library

ROOT = Path(__file__).parents[1]

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("short", deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("long", deadline=None, max_examples=2_000, suppress_health_check=_SLOW)
settings.load_profile("short")


@pytest.fixture(scope="session")
def house() -> House:
    return House(Library.default())


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def examples() -> list[Path]:
    return sorted((ROOT / "examples").glob("*.yaml"))


@pytest.fixture
def mali() -> dict[str, Any]:
    """Return the data of the first example, free to be changed."""
    data = yaml.load((ROOT / "examples" / "mali.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here ever speaks to another machine."""
    import socket

    def refuse(*_: object) -> None:
        raise AssertionError("a test tried to open a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
