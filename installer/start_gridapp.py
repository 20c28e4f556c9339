"""What the executable ``gridapp`` runs."""

import multiprocessing

from gridapp.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    main()
