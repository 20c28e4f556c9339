"""Settings take effect at once and at the next start."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from uuid_utils.compat import uuid7

from gridapp.host import keyfile, settings
from gridapp.host.keyfile import WrongPassword
from gridapp.host.laptop import Laptop
from gridapp.host.people import PersonLabel, add_person, person_folder
from gridapp.store import meta
from gridapp.store.files.blobs import Downloads
from gridapp.ui.services import Services
from gridapp.ui.settings import SettingsPage
from gridapp.ui.tokens import current
from gridapp.usecases import people
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import attachments
from gridapp.usecases.people import NewPerson
from gridapp.usecases.sync import sync
from tests.desks import COUNTY, TOWNSHIP, VILLAGE
from tests.ui.conftest import Picture, settle
from tests.ui.frame import framed

OLD, NEW = "correct horse", "battery staple"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    laptop = Laptop(tmp_path, lambda: datetime(2026, 11, 22, 2, tzinfo=UTC), uuid7)
    new = NewPerson("韦国平", OLD, OLD)
    made = people.set_up_offline(laptop, new, VILLAGE, COUNTY, [TOWNSHIP, VILLAGE])
    yield made
    made.store.close()


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def went() -> list[str]:
    return []


@pytest.fixture
def page(
    qtbot: QtBot, services: Services, desk: Desk, said: list[str], went: list[str]
) -> SettingsPage:
    made = SettingsPage(
        replace(
            services,
            desk=desk,
            notify=said.append,
            done=said.append,
            go=lambda key, _: went.append(key),
        )
    )
    qtbot.addWidget(made)
    made.resize(1192, 664)
    made.show()
    made.opened()
    settle(services.background)
    return made


def data_of(desk: Desk) -> Path:
    return desk.place()[0]


def test_text_size_and_colours_change_at_once_and_are_kept(
    qtbot: QtBot, page: SettingsPage, services: Services, desk: Desk
) -> None:
    qtbot.keyClick(page.look.sizes[150], Qt.Key.Key_Space)
    qtbot.keyClick(page.look.dark, Qt.Key.Key_Space)
    settle(services.background)
    assert (current().text_percent, current().colors.dark) == (150, True)
    kept = settings.load(data_of(desk))
    assert (kept.text_percent, kept.dark) == (150, True)
    marked = [percent for percent, made in page.look.sizes.items() if made.property("chosen")]
    assert marked == [150]


def test_the_look_does_not_forget_the_rest_of_the_settings(
    qtbot: QtBot, page: SettingsPage, services: Services, desk: Desk
) -> None:
    before = settings.Settings(server_address="https://county", last_person=desk.new_id())
    settings.save(data_of(desk), before)
    qtbot.keyClick(page.look.sizes[125], Qt.Key.Key_Space)
    settle(services.background)
    assert settings.load(data_of(desk)) == before._replace(text_percent=125)


def fill_in(qtbot: QtBot, page: SettingsPage, old: str, new: str, repeated: str) -> None:
    for field, text in zip(page.password.fields.values(), (old, new, repeated), strict=True):
        field.line.clear()
        qtbot.keyClicks(field.line, text)
    qtbot.keyClick(page.password.fields["repeated"].line, Qt.Key.Key_Return)


def test_the_own_password_is_changed_and_nothing_of_it_stays_on_the_screen(
    qtbot: QtBot, page: SettingsPage, services: Services, desk: Desk, said: list[str]
) -> None:
    fill_in(qtbot, page, OLD, NEW, NEW)
    settle(services.background)
    folder = person_folder(*desk.place())
    assert keyfile.unlock(folder, NEW)
    with pytest.raises(WrongPassword):
        keyfile.unlock(folder, OLD)
    assert len(said) == 1
    assert [field.text() for field in page.password.fields.values()] == ["", "", ""]


@pytest.mark.parametrize(
    ("entered", "at_fault"),
    [
        (("wrong password", NEW, NEW), "old"),
        ((OLD, "short", "short"), "new"),
        ((OLD, NEW, "something else"), "repeated"),
    ],
)
def test_what_is_wrong_with_a_password_stands_at_its_field_and_the_old_one_holds(
    qtbot: QtBot,
    page: SettingsPage,
    services: Services,
    desk: Desk,
    entered: tuple[str, str, str],
    at_fault: str,
) -> None:
    fill_in(qtbot, page, *entered)
    settle(services.background)
    shown = [name for name, field in page.password.fields.items() if field.error.isVisible()]
    assert shown == [at_fault]
    assert keyfile.unlock(person_folder(*desk.place()), OLD)


def test_everyone_of_the_laptop_is_named(
    page: SettingsPage, services: Services, desk: Desk
) -> None:
    add_person(data_of(desk), PersonLabel(uuid7(), "王桂英", "坪岭村", "leader", demo=True))
    page.refresh()
    settle(services.background)
    assert [person.name for person in page.people.table.rows] == ["韦国平", "王桂英"]


def test_findings_name_what_is_wrong_first_and_paths_can_be_read(
    page: SettingsPage, desk: Desk
) -> None:
    order = [found.ok for found in page.findings.table.rows]
    assert order == sorted(order) and order
    assert page.folders.logs.text().replace("\u200b", "") == str(data_of(desk) / "logs")


def test_without_a_county_the_way_to_join_is_shown(
    qtbot: QtBot, page: SettingsPage, went: list[str]
) -> None:
    assert not page.server.field.isVisible()
    page.server.join.click()
    assert went == ["sync"]


def test_the_server_address_can_be_corrected_but_not_to_nonsense(
    qtbot: QtBot, page: SettingsPage, services: Services, desk: Desk
) -> None:
    with desk.store.session() as session:
        meta.put(session, "device", {"id": str(desk.new_id())})
        meta.put(session, "county_address", "https://old.example")
    page.refresh()
    settle(services.background)
    page.server.address.selectAll()
    qtbot.keyClicks(page.server.address, "ftp://what is this")
    qtbot.keyClick(page.server.address, Qt.Key.Key_Return)
    settle(services.background)
    assert page.server.field.error.isVisible()
    assert sync.status(desk).address == "https://old.example"
    page.server.address.selectAll()
    qtbot.keyClicks(page.server.address, "https://new.example")
    qtbot.keyClick(page.server.address, Qt.Key.Key_Return)
    settle(services.background)
    assert not page.server.field.error.isVisible()
    assert sync.status(desk).address == "https://new.example"


def test_pictures(qtbot: QtBot, services: Services, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, replace(services, desk=desk), "settings", "设置", SettingsPage)
    picture(window, "settings")
    assert isinstance(page, SettingsPage)
    page.password.show_faults(("key.wrong_password", "key.password_too_short"))
    picture(window, "settings-faults")


def test_which_photos_come_by_themselves_is_chosen_by_keyboard(
    page: SettingsPage, desk: Desk, services: Services
) -> None:
    all_of_them = page.downloads.choices[Downloads.ALL]
    assert page.downloads.choices[Downloads.ON_DEMAND].property("chosen")
    all_of_them.setFocus()
    QTest.keyClick(all_of_them, Qt.Key.Key_Return)
    settle(services.background)
    assert attachments.downloads(desk) is Downloads.ALL
    page.refresh()
    settle(services.background)
    assert all_of_them.property("chosen")
