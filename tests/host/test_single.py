"""One program at a time on a data folder, and no lock outlives its program."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gridapp.host.single import AlreadyRunning, InstanceFault, sole_instance

HOLDER = """
import sys
from pathlib import Path
from gridapp.host.single import sole_instance
with sole_instance(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_instance_is_refused_until_the_first_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(AlreadyRunning) as refused, sole_instance(tmp_path):
            pass
        assert refused.value.code is InstanceFault.RUNNING
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    with sole_instance(tmp_path):
        pass


def test_the_same_process_cannot_hold_the_folder_twice(tmp_path: Path) -> None:
    with sole_instance(tmp_path), pytest.raises(AlreadyRunning), sole_instance(tmp_path):
        pass


def test_two_folders_are_two_instances(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with sole_instance(tmp_path / "one"), sole_instance(tmp_path / "two"):
        pass
