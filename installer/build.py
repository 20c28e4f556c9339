"""Builds the bundle with PyInstaller, starts it, prints its size and how long it took to start.

``python installer/build.py --out dist`` makes ``dist/gridapp/``. Exit status 0 means that the
bundle did the whole main job by itself and opened its window (on the offscreen platform).
"""

import argparse
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image

INSTALLER = Path(__file__).resolve().parent


def main() -> int:
    """Build, then smoke-test; one line of JSON at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("dist"), help="folder for the bundle")
    out = parser.parse_args().out.resolve()
    build(out)
    folder = out / "gridapp"
    drop_debug_symbols(folder)
    print(json.dumps({"folder": folder.name, **size(folder), **smoke(folder)}))
    return 0


def build(out: Path) -> None:
    """Run PyInstaller; its own files go to a temporary folder."""
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(
            [
                *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"),
                *("--distpath", str(out), "--workpath", work, str(INSTALLER / "gridapp.spec")),
            ],
            check=True,
        )


def drop_debug_symbols(folder: Path) -> None:
    """Python itself and its modules carry 40 MB of them on some systems; Qt's files have none.

    Libraries that a wheel brought in patched (``*.libs``) are left alone: strip breaks some.
    """
    strip = shutil.which("strip")
    if sys.platform != "linux" or strip is None:
        return
    kept = ("PySide6", "shiboken6")
    for file in folder.rglob("*.so*"):
        parts = file.relative_to(folder).parts
        patched = any(part in kept or part.endswith(".libs") for part in parts)
        if not (patched or file.is_symlink()):
            subprocess.run([strip, "--strip-debug", str(file)], check=True)


def size(folder: Path) -> dict[str, float]:
    """Megabytes on disk."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return {"megabytes": round(sum(path.stat().st_size for path in files) / 1e6, 1)}


def smoke(folder: Path) -> dict[str, object]:
    """Both programs answer, the main job runs without a window, the demo's window opens, and the
    children that read a roster and shrink a photo work.
    """
    suffix = ".exe" if sys.platform == "win32" else ""
    gridapp = str(folder / f"gridapp{suffix}")
    with tempfile.TemporaryDirectory() as data:
        run(str(folder / f"gridapp-county{suffix}"), "--help")
        version_seconds = run(gridapp, "--version")[0]
        headless_seconds, _ = run(gridapp, "demo", "--headless", "--data-dir", f"{data}/headless")
        _, printed = run(gridapp, "demo", "--data-dir", f"{data}/window", "--exit-after-open")
        roster = next(Path(data, "headless", "rosters").iterdir())
        run(gridapp, "roster", "check", str(roster))
    shrink(gridapp)
    opened = json.loads(printed.strip().splitlines()[-1])
    return {
        "version_seconds": round(version_seconds, 2),
        "headless_seconds": round(headless_seconds, 1),
        "window_seconds": opened["window_seconds"],
    }


def shrink(gridapp: str) -> None:
    """A photo comes out smaller, as a JPEG."""
    given = io.BytesIO()
    Image.effect_noise((2400, 1800), 40).save(given, "png")
    command = [gridapp, "--shrink-photo"]
    made = subprocess.run(command, input=given.getvalue(), capture_output=True, check=True).stdout
    if not made.startswith(b"\xff\xd8") or len(made) > len(given.getvalue()) / 2:
        raise ValueError("the photo was not made smaller")


def run(*command: str) -> tuple[float, str]:
    """Seconds and output of a command that must succeed, away from the checkout."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    environment.pop("PYTHONPATH", None)
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=tempfile.gettempdir(),
        env=environment,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
        timeout=300,
    )
    return time.monotonic() - started, done.stdout


if __name__ == "__main__":
    sys.exit(main())
