"""What the executable ``gridapp`` runs; named so, the child that reads a roster or a photo."""

import sys

if __name__ == "__main__":
    if sys.argv[1:2] == ["--read-roster"]:
        from gridapp.rosters.sandbox import child_main

        child_main(sys.argv[2])
    elif sys.argv[1:2] == ["--shrink-photo"]:
        from gridapp.usecases.disputes.photos import child_main as shrink_main

        sys.exit(shrink_main())
    else:
        from gridapp.__main__ import main

        main()
