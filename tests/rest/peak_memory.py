"""Processes that report their peak memory: a sandbox, and a client that transfers a file in both directions.

python -m tests.rest.peak_memory serve DATABASE
python -m tests.rest.peak_memory carry COLOUR URL FILE COPY
"""

from __future__ import annotations

import asyncio
import inspect
import json
import re
import resource
import sys
from importlib import import_module
from io import BytesIO
from pathlib import Path


def peak():
    """Return the bytes that this process has held at most.

    Linux hands the figure of `getrusage` on from the process that started this one, so it could hide growth there.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(re.search(r"VmHWM:\s*(\d+) kB", status.read_text())[1]) * 1024


def serve(database):
    """Print the URL of a sandbox, then a peak for each line that comes in."""
    from comodit_client.sandbox import Sandbox

    with Sandbox(db=database) as sandbox:
        print(sandbox.url, flush=True)
        for _ in sys.stdin:
            print(peak(), flush=True)


async def carry(colour, url, file, copy):
    """Upload a file from a file object and download it to another one, having done the same with a byte before.

    Prints the size of what came down, and by how much the peak rose.
    """
    client = import_module(f"comodit_client.{colour}").Client(url, "UUU", "PPP")
    content = client.platforms("OOO").new("Demo Platform").files().new("big.bin")
    await _done(content.set_content(BytesIO(b"x")))
    await _done(content.download(BytesIO()))
    before = peak()
    with Path(file).open("rb") as source:
        await _done(content.set_content(source))
    with Path(copy).open("wb") as target:
        size = await _done(content.download(target))
    print(json.dumps([size, peak() - before]))
    await _done(client.close())


async def _done(made):
    return await made if inspect.isawaitable(made) else made


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        serve(*sys.argv[2:])
    else:
        asyncio.run(carry(*sys.argv[2:]))
