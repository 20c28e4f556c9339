"""The child process that reads one roster: ``python -m gridapp.rosters FILE``."""

import sys

from gridapp.rosters.sandbox import child_main

if __name__ == "__main__":
    child_main(sys.argv[1])
