"""What the executable ``gridapp`` runs; with ``--read-roster FILE``, the child that reads one."""

import sys

if __name__ == "__main__":
    if sys.argv[1:2] == ["--read-roster"]:
        from gridapp.rosters.sandbox import child_main

        child_main(sys.argv[2])
    else:
        from gridapp.__main__ import main

        main()
