"""What the executable ``gridapp-county`` runs."""

from gridapp.server.__main__ import main

if __name__ == "__main__":
    main()
