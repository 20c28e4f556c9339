"""A stick that is plugged in is found; the person chooses where there are two."""

from pathlib import Path

from gridapp.host.sticks import only_stick

DISKS = "/dev/sda1 / ext4 rw 0 0\ntmpfs /run tmpfs rw 0 0\n"
STICK = "/dev/sdb1 /media/wei/U\\040DISK vfat rw 0 0\n"
OTHER = "/dev/sdc1 /run/media/wei/KINGSTON exfat rw 0 0\n"


def test_the_only_stick_is_found() -> None:
    assert only_stick(DISKS) is None
    assert only_stick(DISKS + STICK) == Path("/media/wei/U DISK")
    assert only_stick(DISKS + OTHER) == Path("/run/media/wei/KINGSTON")
    assert only_stick(DISKS + STICK + OTHER) is None
