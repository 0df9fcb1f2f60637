"""One extractor, shut in: a process of its own (`python -I child.py of_pdf.py`), content by stdin, JSON by stdout.

Knows nothing of the rest of the house, so that it starts at once. Whatever the file makes an extractor do, it opens no
connection, starts no program, writes no file, and ends at its share of memory and time.
"""

import json
import os
import runpy
import sys

MEMORY = 480_000_000  # bytes of address space
PROCESSOR = 20  # seconds
OPEN_FILES = 64
NETWORK_AND_PROGRAMS = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system")
CHANGES = ("os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "shutil.")
WRITING = os.O_WRONLY | os.O_RDWR


def main(script: str) -> None:
    """Print what the extractor of a script makes of stdin: its answer, or {"refused": why}."""
    content = sys.stdin.buffer.read()
    _set_limits()
    sys.addaudithook(_refuse)
    try:
        told = runpy.run_path(script)["extracted"](content)
    except ImportError:
        told = {"refused": "missing"}
    except MemoryError:
        told = {"refused": "memory"}
    except Exception:  # noqa: BLE001 - whatever an extractor raises over a damaged file, it cannot be read
        told = {"refused": "damaged"}
    sys.stdout.write(json.dumps(told))


def _set_limits() -> None:
    try:
        import resource
    except ImportError:  # Windows: whoever waits for this process ends it
        return
    limits = {
        resource.RLIMIT_AS: MEMORY, resource.RLIMIT_CPU: PROCESSOR, resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0,
    }  # fmt: skip
    for limit, most in limits.items():
        try:
            resource.setrlimit(limit, (most, most))
        except (ValueError, OSError):  # macOS does not bound the address space
            continue


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: raises for whatever reaches out of the process; no code can take it off again."""
    writes = event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & WRITING)
    if writes or event.startswith((*NETWORK_AND_PROGRAMS, *CHANGES)):
        raise PermissionError(event)


if __name__ == "__main__":
    main(sys.argv[1])
