"""What the executable ``gridapp`` runs; with ``--read-roster FILE`` the child that reads a roster."""

import sys

from gridapp.__main__ import main
from gridapp.rosters.sandbox import child_main

if __name__ == "__main__":
    if sys.argv[1:2] == ["--read-roster"]:
        child_main(sys.argv[2])
    else:
        main()
