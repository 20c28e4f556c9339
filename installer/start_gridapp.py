"""What the executable ``gridapp`` runs; ``--read-roster FILE`` makes it the child that reads one."""

import sys

if __name__ == "__main__":
    if sys.argv[1:2] == ["--read-roster"]:
        from gridapp.rosters.sandbox import child_main

        child_main(sys.argv[2])
    else:
        from gridapp.__main__ import main

        main()
