"""What the executable ``gridapp-county`` runs."""

import multiprocessing

from gridapp.server.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    main()
