"""The dashboard for more readers than one: `python serve.py`. docs/hosting.md tells what a host may choose."""

import ctypes
import gc
import os
import sys

from hosting.settings import WrongSettings, read_settings, unusable_port

M_ARENA_MAX, POOLS = -8, 2  # of malloc.h


def main() -> int:
    """Serve until stopped; 2 if a setting cannot be used, with a sentence for each."""
    try:
        settings = read_settings(os.environ)
    except WrongSettings as wrong:
        sys.stderr.write("".join(f"{fault}\n" for fault in wrong.faults))
        return 2
    if fault := unusable_port(settings):
        sys.stderr.write(f"{fault}\n")
        return 2
    _keep_memory_together()
    gc.disable()  # until all pages have run: what is loaded until then stays
    from hosting.server import serve  # nothing of it is loaded for settings that are wrong

    serve(settings)
    return 0


def _keep_memory_together() -> None:
    """Of Linux's C library: two pools for all threads, where each run's own would keep what it has freed to itself."""
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "mallopt"):
        library.mallopt(M_ARENA_MAX, POOLS)


if __name__ == "__main__":
    sys.exit(main())
