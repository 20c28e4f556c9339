"""Every fault that may stop a person has a sentence, whatever module names it."""

import pkgutil
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module

import pytest
from PySide6.QtWidgets import QApplication

import gridapp
from gridapp.domain.reports.weeks import WeekFault
from gridapp.reports.documents.checking import FaultCode
from gridapp.ui import messages

LAYERS = ("contract", "demo", "domain", "host", "reports", "rosters", "store", "usecases")
TOLD_OTHERWISE = {
    FaultCode,  # with its place in the template, by ``template_words``
    WeekFault,  # a person chooses among weeks that there are
}


def families() -> Iterator[type[StrEnum]]:
    """Every list of faults outside the server."""
    for layer in LAYERS:
        package = import_module(f"{gridapp.__name__}.{layer}")
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = import_module(found.name)
            for name, kept in vars(module).items():
                if isinstance(kept, type) and issubclass(kept, StrEnum) and "Fault" in name:
                    yield kept


FAMILIES = sorted(set(families()) - TOLD_OTHERWISE, key=lambda family: family.__name__)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_fault_has_its_sentence(qapp: QApplication, family: type[StrEnum]) -> None:
    assert [fault.value for fault in family if fault.value in messages.sentence(fault)] == []
