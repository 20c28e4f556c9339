"""The same code finds its files in a checkout, a wheel and the bundle."""

import sys
from pathlib import Path

import pytest

from gridapp.host import resources
from gridapp.host.packaged import is_packaged


def test_a_checkout_has_its_resources_beside_the_package() -> None:
    assert not is_packaged()
    assert resources.resource("data") == Path(__file__).resolve().parents[2] / "resources" / "data"


def test_a_wheel_has_them_as_a_package_of_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gridapp_resources").mkdir()
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "gridapp" / "host" / "resources.py"))
    assert resources.resource("i18n") == tmp_path / "gridapp_resources" / "i18n"


def test_the_bundle_has_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
    assert resources.resource("data") == tmp_path / "_internal" / "resources" / "data"
