"""The dashboard for more readers than one: `python serve.py`. docs/hosting.md tells what a host may choose."""

import gc
import os
import sys

from hosting.settings import WrongSettings, read_settings


def main() -> int:
    """Serve until stopped; 2 if a setting cannot be used, with a sentence for each."""
    try:
        settings = read_settings(os.environ)
    except WrongSettings as wrong:
        sys.stderr.write("".join(f"{fault}\n" for fault in wrong.faults))
        return 2
    gc.disable()  # until all pages have run: what is loaded until then stays
    from hosting.server import serve  # nothing of it is loaded for settings that are wrong

    serve(settings)
    return 0


if __name__ == "__main__":
    sys.exit(main())
