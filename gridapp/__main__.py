"""Where the program begins: the desktop at once, anything else through the command line."""

import gc
import sys


def main() -> None:
    """Entry point of the ``gridapp`` command."""
    if len(sys.argv) > 1:
        from gridapp.cli import app

        app()
    else:  # without the command line's library, which takes as long as the window itself
        gc.disable()  # nothing to find while modules load; ``ui.collector`` collects afterwards
        from gridapp.app import run
        from gridapp.host.paths import standard_folders

        sys.exit(run(standard_folders().data))


if __name__ == "__main__":
    main()
