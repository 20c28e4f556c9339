"""Files of a case: shrunk, plain, kept once and encrypted, wiped when they are removed."""

import io
from datetime import timedelta
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from PIL import Image
from sqlmodel import select

from gridapp.domain.disputes.attachments import AttachmentFault
from gridapp.reports.files import ReportError
from gridapp.store.disputes.disputes import Shelf
from gridapp.store.files.blob_sweep import UNDOING
from gridapp.store.files.blobs import BlobRow
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.disputes import attachments, disputes, photos

PDF = b"%PDF-1.4 a scan of the agreement\n%%EOF\n"


def photo(size: tuple[int, int] = (64, 48), **kept: object) -> bytes:
    """A noisy picture, so that it does not pack to nothing."""
    small = Image.frombytes("RGB", (64, 48), Random(1).randbytes(64 * 48 * 3))
    out = io.BytesIO()
    small.resize(size).save(out, str(kept.pop("format", "JPEG")), **kept)
    return out.getvalue()


def with_place_and_turned() -> bytes:
    """As a telephone writes it: lying on its side, with the place where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "zqxcanary"
    exif.get_ifd(0x8825)[1] = "N"
    return photo((4000, 3000), exif=exif, quality=95)


@pytest.fixture
def case(desk: Desk) -> UUID:
    return disputes.ledger(desk, Shelf.ALL)[0].id


def refusal(act: object, *arguments: object) -> list[str]:
    with pytest.raises(RejectedError) as caught:
        act(*arguments)  # type: ignore[operator]
    return list(caught.value.faults)


def test_a_photo_becomes_small_upright_and_says_nothing_of_where_it_was_taken(
    desk: Desk, case: UUID, tmp_path: Path
) -> None:
    path = tmp_path / "现场.jpg"
    path.write_bytes(with_place_and_turned())
    added = attachments.add(desk, case, path)
    (found,) = attachments.files(desk, case)
    assert (found.id, found.name, found.media_type) == (added.record_id, "现场.jpg", "image/jpeg")
    kept = attachments.open_copy(desk, found.id)
    assert len(kept) == found.size <= photos.AIM
    with Image.open(io.BytesIO(kept)) as picture:
        assert picture.size == (1200, 1600)
        assert not picture.getexif()
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"} | {
            "progressive",
            "progression",
        }
    assert b"zqxcanary" not in kept
    see_through = photo(format="PNG")
    attachments.keep(desk, case, "截图.png", see_through)
    assert attachments.files(desk, case)[1].media_type == "image/jpeg"


def test_what_is_no_picture_is_refused_and_nothing_is_kept(desk: Desk, case: UUID) -> None:
    cut = photo()[:200]
    assert refusal(attachments.keep, desk, case, "断了.jpg", cut) == [AttachmentFault.UNREADABLE]
    missing = Path("nowhere") / "there.jpg"
    assert refusal(attachments.add, desk, case, missing) == [AttachmentFault.FILE_MISSING]
    frames = photo(format="TIFF", save_all=True, append_images=[Image.new("RGB", (9, 9))])
    assert refusal(attachments.keep, desk, case, "两页.tif", frames) == [AttachmentFault.UNREADABLE]
    with pytest.raises(photos.PhotoRefused) as slow:
        photos.shrunk(photo(), seconds=0.001)
    assert slow.value.code == AttachmentFault.TOO_LARGE
    assert attachments.files(desk, case) == ()
    assert blobs_of(desk) == 0


def test_a_scan_stays_as_it_is_is_kept_once_and_leaves_only_for_a_reason(
    desk: Desk, case: UUID, tmp_path: Path
) -> None:
    other = disputes.ledger(desk, Shelf.ALL)[1].id
    scan = attachments.keep(desk, case, "协议书.pdf", PDF).record_id
    assert scan is not None
    assert refusal(attachments.keep, desk, case, "又一次.pdf", PDF) == ["attachment.already_there"]
    attachments.keep(desk, other, "协议书.pdf", PDF)
    assert blobs_of(desk) == 1
    assert refusal(attachments.save_copy, desk, scan, tmp_path / "out.pdf", " ") == [
        "attachment.reason_missing"
    ]
    attachments.save_copy(desk, scan, tmp_path / "out.pdf", "交法院")
    assert (tmp_path / "out.pdf").read_bytes() == PDF
    with pytest.raises(ReportError):
        attachments.save_copy(desk, scan, tmp_path / "no" / "out.pdf", "交法院")
    with desk.store.session() as session:
        query = "SELECT action FROM audit ORDER BY seq DESC LIMIT 2"
        assert session.connection().exec_driver_sql(query).scalars().all() == ["copied", "copied"]
    desk.store.scrub()
    files = [file for file in desk.store.path.parent.rglob("*") if file.is_file()]
    assert len(files) >= 2
    assert not any(b"%PDF" in file.read_bytes() for file in files), "nothing lies in the clear"


def test_a_removed_file_comes_back_by_undo_and_is_wiped_when_that_is_over(
    desk: Desk, case: UUID
) -> None:
    scan = attachments.keep(desk, case, "协议书.pdf", PDF).record_id
    assert scan is not None
    removed = attachments.remove(desk, scan)
    assert attachments.files(desk, case) == ()
    assert removed.operation_id is not None
    undoing.undo(desk, removed.operation_id)
    assert attachments.open_copy(desk, scan) == PDF
    attachments.remove(desk, scan)
    desk.now.moment += UNDOING + timedelta(minutes=1)  # type: ignore[attr-defined]
    later = attachments.keep(desk, case, "别的.pdf", PDF.replace(b"scan", b"note")).record_id
    assert later is not None
    attachments.remove(desk, later)
    assert blobs_of(desk) == 1, "the first is gone, the second can still be brought back"
    (left,) = desk.store.path.with_suffix(".files").iterdir()
    left.write_bytes(b"damaged")
    undoable = undoing.last(desk)
    assert undoable is not None
    undoing.undo(desk, undoable.operation_id)
    assert refusal(attachments.open_copy, desk, later) == [AttachmentFault.NOT_HERE]
    assert not attachments.files(desk, case)[0].is_here, "it can be fetched again"


def blobs_of(desk: Desk) -> int:
    with desk.store.session() as session:
        return len(session.exec(select(BlobRow)).all())
