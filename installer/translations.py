"""Keeps the Chinese catalogue: collects the source strings, fills in pairs, compiles, checks.

    python installer/translations.py update [pairs.tsv ...]
    python installer/translations.py check

A pairs file has one "English<TAB>Chinese" a line. A pair holds in every context; what has no
pair and no translation takes that of the same English words in another context.
"""

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TS = ROOT / "resources" / "i18n" / "zh_CN.ts"


def main(arguments: Sequence[str]) -> int:
    """Run one command; 0 means that the catalogue is up to date and complete."""
    match list(arguments):
        case ["update", *pairs]:
            with _alone():
                update([Path(pair) for pair in pairs])
            return _say(unfinished(TS))
        case ["check"]:
            return _say(check())
    sys.stderr.write(__doc__ or "")
    return 2


def update(pairs: Sequence[Path]) -> None:
    """Bring the catalogue up to date with the sources, fill it in and compile it."""
    _lupdate(TS)
    _fill(TS, _pairs(pairs))
    _lrelease(TS)


def check() -> list[str]:
    """What is wrong: strings that the catalogue lacks or that nobody translated."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / TS.name
        shutil.copy(TS, fresh)
        _lupdate(fresh)
        stale = sorted(_sources(fresh) ^ _sources(TS))
        faults = [f"stale: {text}" for _context, text in stale] + unfinished(fresh)
        _lrelease(fresh)
        if (
            not faults
            and fresh.with_suffix(".qm").read_bytes() != TS.with_suffix(".qm").read_bytes()
        ):
            faults.append("stale: zh_CN.qm")
        return faults


def unfinished(path: Path) -> list[str]:
    """The strings without a translation, or whose translation lost a {placeholder}."""
    found = []
    for _context, message in _messages(path):
        source, target = _source(message), _target(message)
        if not target:
            found.append(f"not translated: {source}")
        elif sorted(_fields(source)) != sorted(_fields(target)):
            found.append(f"other placeholders: {source}")
    return found


def _pairs(paths: Sequence[Path]) -> dict[str, str]:
    pairs = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            source, _tab, target = line.partition("\t")
            pairs[source] = target.strip()
    return {source: target for source, target in pairs.items() if target}


def _fill(path: Path, pairs: dict[str, str]) -> None:
    tree = ET.parse(path)  # noqa: S314  # our own file
    elsewhere = {
        _source(message): _target(message) for message in tree.iter("message") if _target(message)
    }
    for message in tree.iter("message"):
        source, translation = _source(message), message.find("translation")
        text = pairs.get(source) or _target(message) or elsewhere.get(source)
        if translation is not None and text:
            translation.text = text
            translation.attrib.pop("type", None)
    body = ET.tostring(tree.getroot(), encoding="unicode")
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8"
    )


def _messages(path: Path) -> Iterator[tuple[str, ET.Element]]:
    for context in ET.parse(path).iter("context"):  # noqa: S314  # our own file
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def _sources(path: Path) -> set[tuple[str, str]]:
    return {(context, _source(message)) for context, message in _messages(path)}


def _source(message: ET.Element) -> str:
    return message.findtext("source", "")


def _target(message: ET.Element) -> str:
    return message.findtext("translation", "") or ""


def _fields(text: str) -> list[str]:
    return [part.partition("}")[0] for part in text.split("{")[1:]]


def _lupdate(path: Path) -> None:
    sources = sorted(str(file) for file in (ROOT / "gridapp" / "ui").rglob("*.py"))
    app = ROOT / "gridapp" / "app.py"
    sources += [str(app)] if app.exists() else []
    _tool(
        "lupdate",
        *sources,
        "-ts",
        str(path),
        "-no-obsolete",
        "-locations",
        "none",
        "-source-language",
        "en",
        "-target-language",
        "zh_CN",
    )


def _lrelease(path: Path) -> None:
    """Put in place as a whole: a program that runs has the old one mapped, and would crash."""
    beside = path.with_suffix(".qm.part")
    _tool("lrelease", str(path), "-qm", str(beside))
    beside.replace(path.with_suffix(".qm"))


def _tool(name: str, *arguments: str) -> None:
    """Run one of Qt's tools of this environment. Raises CalledProcessError when it fails."""
    program = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent))
    if program is None:
        raise FileNotFoundError(f"pyside6-{name}")
    subprocess.run([program, *arguments], check=True, capture_output=True)


@contextmanager
def _alone() -> Iterator[None]:
    """Two updates at once would lose each other's strings; without fcntl there is only one."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (Path(tempfile.gettempdir()) / "gridapp-translations.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _say(faults: Sequence[str]) -> int:
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
