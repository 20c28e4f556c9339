"""What an encrypted database promises when it is opened."""

from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import text

from gridapp.store import migrations, opening
from gridapp.store.opening import Store, StoreError, StoreFault, open_store
from tests.store.conftest import KEY


def test_the_settings_that_keep_data_safe_are_on(store: Store) -> None:
    with store.session() as session:
        found = {
            name: session.connection().execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "locking_mode", "foreign_keys")
        }
        secure = session.connection().execute(text("PRAGMA secure_delete")).scalar()
    full = 2
    assert found == {
        "journal_mode": "wal",
        "synchronous": full,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
    }
    assert secure == 1


def test_a_wrong_key_opens_nothing(tmp_path: Path, store: Store) -> None:
    store.close()
    with pytest.raises(StoreError) as caught:
        open_store(tmp_path / "store.db", bytes(32))
    assert caught.value.code == StoreFault.UNREADABLE


def test_a_database_in_use_is_not_opened_twice(tmp_path: Path, store: Store) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(tmp_path / "store.db", KEY)
    assert caught.value.code == StoreFault.LOCKED
    assert store.path.exists()


def test_a_database_of_a_newer_program_is_refused_and_left_alone(
    tmp_path: Path, store: Store
) -> None:
    with store.session() as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(StoreError) as caught:
        open_store(tmp_path / "store.db", KEY)
    assert caught.value.code == StoreFault.NEWER
    connection = sqlcipher.connect(str(tmp_path / "store.db"))
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)
    connection.close()


def test_too_old_an_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening.sqlcipher, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(StoreError) as caught:
        open_store(tmp_path / "store.db", KEY)
    assert caught.value.code == StoreFault.SQLITE_TOO_OLD
    assert not (tmp_path / "store.db").exists()


def test_a_full_disk_is_said_and_costs_nothing(store: Store) -> None:
    with store.session() as session:
        pages = session.connection().execute(text("PRAGMA page_count")).scalar_one()
        session.connection().execute(text(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(StoreError) as caught, store.session() as session:
        session.connection().execute(text("CREATE TABLE big (body BLOB)"))
        session.connection().execute(text("INSERT INTO big VALUES (zeroblob(1000000))"))
    assert caught.value.code == StoreFault.DISK_FULL
    assert opening.quick_check(store)


def test_the_steps_lead_to_the_tables_that_the_program_declares(store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from gridapp.store.files.blobs import BlobRow
    from gridapp.store.tables import Local

    assert BlobRow.metadata is Local.metadata
    with store.session() as session:
        context = MigrationContext.configure(
            session.connection(), opts={"include_name": declared_by_tables}
        )
        assert compare_metadata(context, Local.metadata) == []


def declared_by_tables(name: str | None, kind: str, _parents: object) -> bool:
    """All but the index of the search, which no class describes."""
    return kind != "table" or not str(name).startswith("search_")


def test_the_newest_step_is_the_one_the_program_names() -> None:
    versions = Path(migrations.__file__).parent / "versions"
    assert max(path.name[:4] for path in versions.glob("0*.py")) == migrations.HEAD
