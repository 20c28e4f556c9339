"""The USB stick as people carry it: commands of both sides, real processes, real files."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from uuid_utils.compat import uuid7

from gridapp.commands.signing_in import at_desk
from gridapp.contract.grids import division_id
from gridapp.contract.households import HouseholdRecord
from gridapp.contract.people import Role
from gridapp.demo.county import CountyProcess
from gridapp.host import divisions
from gridapp.host.laptop import Laptop
from gridapp.host.people import list_people
from gridapp.store import journal
from gridapp.store.opening import StoreError, StoreFault
from gridapp.usecases import people
from gridapp.usecases.desk import Desk, save
from gridapp.usecases.grids import grids
from gridapp.usecases.people import NewPerson
from gridapp.usecases.sync import sync

ROOT = Path(__file__).parents[2]
COUNTY, TOWNSHIP = "450326", "450326103"
PASSWORD = "stick-test-2026"


@dataclass
class Office:
    """A county that serves, and the folders of laptops that have joined it."""

    top: Path
    county: CountyProcess

    def laptop(self, name: str) -> Laptop:
        data = self.top / name
        data.mkdir(exist_ok=True)
        return Laptop(data, lambda: datetime.now(UTC), uuid7)

    def join(self, name: str, unit: str, role: Role) -> Desk:
        address, code = self.county.address, self.county.code(unit, role.value)
        new = NewPerson(name, PASSWORD, PASSWORD)
        return sync.join_county(self.laptop(name), address, code, new)

    def desk(self, name: str) -> Desk:
        laptop = self.laptop(name)
        return people.sign_in(laptop, list_people(laptop.data)[0].id, PASSWORD)

    def gridapp(self, name: str, command: str, file: Path) -> subprocess.CompletedProcess[str]:
        words = ["gridapp", "sync", command, str(file), "--data-dir", str(self.top / name)]
        return run(words, GRIDAPP_PASSWORD=PASSWORD)

    def take(self, file: Path, reply: Path) -> subprocess.CompletedProcess[str]:
        words = ["gridapp.server", "bundle", "take", str(file), "--reply", str(reply)]
        return run([*words, "--data-dir", str(self.top / "county")])


def run(words: list[str], **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"} | env,
        check=False,
    )


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    top = tmp_path_factory.mktemp("office")
    with CountyProcess(top / "county") as county:
        office = Office(top, county)
        desk = office.join("覃永安", COUNTY, Role.COUNTY)
        place = next(found for found in divisions.counties("永福县") if found.code == COUNTY)
        grids.set_up(desk, place, divisions.below(COUNTY), COUNTY)
        assert sync.synchronise(desk).problem is None
        desk.store.close()
        office.join("陈志平", TOWNSHIP, Role.TOWNSHIP).store.close()
        yield office


def test_a_household_comes_to_the_county_by_stick_and_the_answer_back(
    office: Office, tmp_path: Path
) -> None:
    desk = office.desk("陈志平")
    unit = division_id(TOWNSHIP)
    home = HouseholdRecord(id=uuid7(), unit_id=unit, number="01", address="老街1号")
    with desk.store.session() as session:
        save(desk, session, "test", "", [journal.create(uuid7(), "household", home)])
    desk.store.close()
    out, answer = tmp_path / "a.gridapp-out", tmp_path / "a.gridapp-in"
    for done, words in (
        (office.gridapp("陈志平", "bundle-out", out), "1 条改动"),
        (office.take(out, answer), "收下 1 条改动"),
        (office.gridapp("陈志平", "bundle-in", answer), "送达 1 条改动"),
    ):
        assert done.returncode == 0, done.stderr
        assert words in done.stdout
    desk = office.desk("陈志平")
    assert sync.status(desk).totals.waiting == 0
    assert sync.synchronise(desk).pushed == 0
    desk.store.close()
    county = office.desk("覃永安")
    assert sync.synchronise(county).pulled == 1
    county.store.close()


@pytest.mark.parametrize("fault", list(StoreFault))
def test_what_is_wrong_with_the_data_says_what_to_do(
    office: Office,
    fault: StoreFault,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def work(_desk: Desk) -> None:
        raise StoreError(fault)

    monkeypatch.setenv("GRIDAPP_PASSWORD", PASSWORD)
    assert at_desk(office.top / "陈志平", "", work) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1 and "请" in said
    assert ("关闭" in said) == (fault is StoreFault.LOCKED)
    assert ("腾出空间" in said) == (fault is StoreFault.DISK_FULL)


def test_what_goes_wrong_is_one_sentence_and_status_2(office: Office, tmp_path: Path) -> None:
    out, answer = tmp_path / "a.gridapp-out", tmp_path / "a.gridapp-in"
    empty = tmp_path / "empty.gridapp-in"
    empty.touch()
    assert office.gridapp("覃永安", "bundle-out", out).returncode == 0
    assert office.take(out, answer).returncode == 0
    for name, command, file, words in (
        ("陈志平", "bundle-in", answer, "另一台电脑"),
        ("覃永安", "bundle-in", out, "送往县里"),
        ("覃永安", "bundle-in", empty, "不是同步文件"),
        ("覃永安", "bundle-in", tmp_path, "读不了"),
        ("覃永安", "bundle-out", tmp_path / "no folder" / "a.gridapp-out", "没有这个文件夹"),
        ("覃永安", "bundle-out", tmp_path / f"{'长' * 100}.gridapp-out", "换一个文件名"),
    ):
        done = office.gridapp(name, command, file)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
        assert words in done.stderr
    assert office.gridapp("覃永安", "bundle-in", answer).returncode == 0
    again = office.gridapp("覃永安", "bundle-in", answer)
    assert (again.returncode, again.stderr) == (2, "这个文件里的内容都已经收过了，不用再读。\n")
