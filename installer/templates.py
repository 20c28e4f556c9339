"""Makes ``resources/templates/*.docx`` from the texts of ``template_texts``.

python installer/templates.py
"""

import sys
from pathlib import Path

from template_layout import make
from template_texts import TEXTS

from gridapp.reports.documents.catalogue import DOCUMENTS

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "templates"


def main() -> None:
    """Write every template."""
    FOLDER.mkdir(exist_ok=True)
    for code, blocks in TEXTS.items():
        (FOLDER / f"{code}.docx").write_bytes(make(DOCUMENTS[code].title, blocks))
    sys.stdout.write(f"{len(TEXTS)} templates in {FOLDER}\n")


if __name__ == "__main__":
    main()
