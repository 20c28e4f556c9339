"""The doctor names what is missing, by the name of the package that brings it."""

from pathlib import Path

from gridapp.host.doctor import WINDOW_LIBRARIES, X11_LIBRARIES, Check, findings, libraries
from gridapp.host.paths import FolderFault, folders_in


def test_a_missing_library_is_named_by_its_package() -> None:
    def load(file: str) -> object:
        if file == "libEGL.so.1":
            raise OSError
        return file

    found = libraries(WINDOW_LIBRARIES, Check.WINDOW_LIBRARY_MISSING, load)
    assert [finding.name for finding in found if not finding.ok] == ["libegl1"]
    assert {finding.code for finding in found} == {"ok", "library.needed_for_windows"}


def test_sqlite_resources_and_folder_are_looked_at(tmp_path: Path) -> None:
    found = {finding.name: finding for finding in findings(folders_in(tmp_path / "data"))}
    assert found["sqlcipher3"].ok
    assert found["resources"].ok
    assert found["data folder"].detail == str(tmp_path / "data")
    assert found["free space"].code.startswith("space.")


def test_a_folder_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    found = {finding.name: finding for finding in findings(folders_in(tmp_path / "Dropbox"))}
    assert found["data folder"].code == FolderFault.CLOUD_SYNCED
    assert not found["data folder"].ok


def test_the_libraries_of_an_x_screen_are_asked_for_only_where_there_is_one(tmp_path: Path) -> None:
    folders = folders_in(tmp_path / "data")
    without = {finding.name for finding in findings(folders, {})}
    within = {finding.name for finding in findings(folders, {"DISPLAY": ":0"})}
    assert within - without == set(X11_LIBRARIES)
