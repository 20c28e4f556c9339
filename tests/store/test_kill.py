"""kill -9 in the middle of a round: what was answered as saved is there after the restart."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from sqlmodel import select

from gridapp.store import drafts
from gridapp.store.opening import open_store
from gridapp.store.tables import Visit
from tests.store.conftest import KEY

WALKER = """
import sys
from pathlib import Path
from gridapp.store import drafts, journal
from gridapp.store.opening import open_store
from tests.store.conftest import KEY, NOW, created, operation, visit

store = open_store(Path(sys.argv[1]), KEY)
with store.session() as session:
    drafts.keep(session, "dispute:new", {"text": "屋后水沟"}, NOW)
print("draft", flush=True)
while True:
    made = visit()
    with store.session() as session:
        journal.write(session, operation(), [created(made)])
    print(made.id, flush=True)
"""


def test_kill_9_during_a_round_loses_nothing_that_was_shown_as_saved(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    open_store(file, KEY).close()
    walker = subprocess.Popen(
        [sys.executable, "-c", WALKER, str(file)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert walker.stdout is not None
    shown = [walker.stdout.readline().strip() for _ in range(40)]
    walker.send_signal(signal.SIGKILL)
    shown += [
        line.strip() for line in walker.stdout.read().splitlines(keepends=True) if "\n" in line
    ]
    walker.wait()
    walker.stdout.close()
    store = open_store(file, KEY)
    with store.session() as session:
        kept = {str(id_) for id_ in session.exec(select(Visit.id))}
        draft = drafts.find(session, "dispute:new")
    store.close()
    assert shown[0] == "draft"
    assert len(shown) >= 40
    assert set(shown[1:]) <= kept
    assert draft == {"text": "屋后水沟"}


def test_no_name_stands_in_clear_in_any_file(tmp_path: Path) -> None:
    from gridapp.store import journal
    from tests.store.conftest import created, operation, visit

    store = open_store(tmp_path / "store.db", KEY)
    with store.session() as session:
        journal.write(session, operation(), [created(visit(note="屋后水沟 13800001111"))])
    canaries = ["王建军", "王桂英", "屋后水沟", "13800001111"]
    during = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    store.close()
    after = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert len(during) > 10_000
    for canary in canaries:
        for written in (canary.encode(), canary.encode("utf-16-le")):
            assert written not in during
            assert written not in after
