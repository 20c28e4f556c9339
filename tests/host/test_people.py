"""Who may sign in is shown before unlocking, and yet no name stands in any file."""

from pathlib import Path
from uuid import UUID

from gridapp.host.people import PersonLabel, add_person, database_file, list_people

WEI = PersonLabel(UUID(int=1), "韦秀英金丝雀", "永安乡", "township")
MO = PersonLabel(UUID(int=2), "莫建国金丝雀", "永安村", "leader", demo=True)


def test_everyone_added_is_listed_in_the_order_of_being_added(tmp_path: Path) -> None:
    assert list_people(tmp_path) == ()
    add_person(tmp_path, MO)
    add_person(tmp_path, WEI)
    assert list_people(tmp_path) == (WEI, MO)


def test_a_label_added_again_is_renewed(tmp_path: Path) -> None:
    folder = add_person(tmp_path, WEI)
    moved = PersonLabel(WEI.id, WEI.name, "罗锦镇", "township")
    assert add_person(tmp_path, moved) == folder
    assert list_people(tmp_path) == (moved,)
    assert database_file(tmp_path, WEI.id).parent == folder


def test_no_name_stands_in_clear_in_any_file(tmp_path: Path) -> None:
    add_person(tmp_path, WEI)
    add_person(tmp_path, MO)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 3
    for file in files:
        for canary in ("金丝雀", "韦秀英", "永安"):
            for coding in ("utf-8", "utf-16-le", "gb18030", "unicode_escape"):
                assert canary.encode(coding) not in file.read_bytes()
                assert canary not in file.name


def test_a_person_whose_label_is_lost_is_still_listed(tmp_path: Path) -> None:
    folder = add_person(tmp_path, WEI)
    add_person(tmp_path, MO)
    label = (folder / "label.bin").read_bytes()
    for damaged in (b"", b"damaged", label[:-1] + bytes([label[-1] ^ 1]), label[:-1]):
        (folder / "label.bin").write_bytes(damaged)
        assert list_people(tmp_path) == (PersonLabel(WEI.id, "", "", ""), MO)
    (tmp_path / "device.secret").unlink()
    assert [label.id for label in list_people(tmp_path)] == [WEI.id, MO.id]


def test_a_stray_folder_is_nobody(tmp_path: Path) -> None:
    (tmp_path / "people" / "backup of mine").mkdir(parents=True)
    assert list_people(tmp_path) == ()
