"""What travelled once is understood for ever: the contract only grows.

``golden/`` holds messages and records as they were sent by some version of the program. A golden
file is never edited; a new field gets a further file, e.g. ``record.member.2.json``.
"""

import inspect
import json
from enum import Enum
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlmodel import SQLModel

from gridapp.contract import (
    blobs,
    casework,
    codes,
    conflicts,
    disputes,
    enrolment,
    grids,
    households,
    people,
    problems,
    receptions,
    reports,
    screening,
    sync,
)
from gridapp.contract.kinds import KINDS

WITH_CHOICES = (
    casework,
    conflicts,
    disputes,
    grids,
    households,
    people,
    problems,
    receptions,
    reports,
    screening,
    sync,
)
GOLDEN = Path(__file__).with_name("golden")
FILES = sorted(GOLDEN.glob("*.*.json"))


def classes_of(*modules: Any) -> dict[str, type]:
    """The messages that the modules define themselves: models, structs, data classes."""
    return {
        name: found
        for module in modules
        for name, found in inspect.getmembers(module, inspect.isclass)
        if found.__module__ == module.__name__ and not issubclass(found, Enum) and names_of(found)
    }


def names_of(found: type) -> set[str]:
    """The fields of a message or record."""
    if issubclass(found, SQLModel):
        return set(found.model_fields)
    return {name for name in inspect.get_annotations(found) if not name.startswith("_")}


def understood(found: type, golden: Any) -> Any:
    """A message read from its JSON form."""
    if issubclass(found, SQLModel):
        return found.model_validate(golden)
    return msgspec.convert(golden, found)


def written(message: Any, names: set[str]) -> dict[str, Any]:
    """These fields of a message in their JSON form."""
    if isinstance(message, SQLModel):
        return message.model_dump(mode="json", include=names)
    return {name: value for name, value in msgspec.to_builtins(message).items() if name in names}


def holds(value: Any, golden: Any) -> bool:
    """Whether all that the golden says is in the value; a newer message may say more."""
    if isinstance(golden, dict):
        return all(name in value and holds(value[name], inner) for name, inner in golden.items())
    if isinstance(golden, list):
        return len(value) == len(golden) and all(map(holds, value, golden))
    return bool(value == golden)


CLASSES: dict[str, type] = {
    **{f"record.{name}": kind.record for name, kind in KINDS.items()},
    **{f"message.{n}": c for n, c in classes_of(blobs, sync, enrolment, people, problems).items()},
}


def class_of(file: Path) -> type:
    return CLASSES[".".join(file.name.split(".")[:2])]


def instant(value: Any) -> Any:
    """Moments may be written with ``Z`` or ``+00:00``; tuples are lists in JSON."""
    if isinstance(value, dict):
        return {name: instant(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [instant(inner) for inner in value]
    return value.replace("+00:00", "Z") if isinstance(value, str) else value


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_old_goldens_are_still_accepted(file: Path) -> None:
    golden = json.loads(file.read_text(encoding="utf-8"))
    again = written(understood(class_of(file), golden), set(golden))
    assert holds(instant(again), instant(golden))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_field_that_travelled_is_never_taken_away(file: Path) -> None:
    golden = json.loads(file.read_text(encoding="utf-8"))
    assert set(golden) - names_of(class_of(file)) == set()


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_every_field_of_every_record_and_message_has_a_golden(name: str) -> None:
    seen = [
        json.loads(file.read_text("utf-8")) for file in FILES if class_of(file) is CLASSES[name]
    ]
    assert names_of(CLASSES[name]) == {field for golden in seen for field in golden}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_field_of_a_newer_program_does_no_harm(file: Path) -> None:
    golden = json.loads(file.read_text(encoding="utf-8"))
    newer = understood(class_of(file), {**golden, "field_of_tomorrow": [1]})
    assert newer == understood(class_of(file), golden)


def test_a_choice_that_travelled_is_never_taken_away() -> None:
    golden = json.loads((GOLDEN / "choices.json").read_text(encoding="utf-8"))
    now = choices()
    missing = {name: set(keys) - set(now.get(name, [])) for name, keys in golden.items()}
    assert {name: keys for name, keys in missing.items() if keys} == {}
    assert set(now) == set(golden), "a new enum or table: add it to choices.json"


def choices() -> dict[str, list[str]]:
    """Every enum and code table of the contract by name, with the values that travel."""
    enums = {
        name: [str(member.value) for member in found]
        for module in (
            casework,
            conflicts,
            receptions,
            reports,
            disputes,
            grids,
            households,
            people,
            problems,
            screening,
            sync,
        )
        for name, found in inspect.getmembers(module, inspect.isclass)
        if issubclass(found, Enum) and found.__module__ == module.__name__
    }
    leaves = [leaf for _, group in codes.CATEGORIES.values() for leaf in group]
    names = ("SEX", "SCALE", "SOURCES", "POLICY_FIELDS", "RELATIONS")
    tables = {name: list(getattr(codes, name)) for name in names}
    return {**enums, **tables, "CATEGORIES": leaves}
