"""Settings of the laptop: a damaged file never stops the program and is never thrown away."""

from pathlib import Path
from uuid import UUID

import pytest

from gridapp.host import settings
from gridapp.host.settings import Settings


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    assert settings.load(tmp_path) == Settings()
    chosen = Settings(150, True, "https://county.example:8443", UUID(int=7))
    settings.save(tmp_path, chosen)
    assert settings.load(tmp_path) == chosen


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[1]",
        b"null",
        b'{"text_percent": 5000}',
        b'{"text_percent": "150"}',
        b'{"dark": "yes"}',
        b'{"last_person": "nobody"}',
    ],
)
def test_a_damaged_file_gives_the_defaults_and_is_kept_aside(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert settings.load(tmp_path) == Settings()
    assert (tmp_path / "settings.damaged.json").read_bytes() == content
    assert not (tmp_path / "settings.json").exists()


def test_a_field_of_a_newer_program_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(b'{"dark": true, "voice": "loud"}')
    assert settings.load(tmp_path) == Settings(dark=True)
