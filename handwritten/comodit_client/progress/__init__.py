"""Show the progress of waits, imports and exports: a live table on a terminal, lines elsewhere.

```python
from comodit_client.progress import live

host.wait_for_state("READY", timeout=1800, progress=live())
```
"""

from __future__ import annotations

from typing import TextIO

from comodit_client.progress.display import Display

__all__ = ["Display", "live"]


def live(file: TextIO | None = None) -> Display:
    """Return a progress callback that shows a wait, an import or an export while it runs.

    On a terminal, a table shows the hosts, steps or tasks with their states, failed and late ones first. It needs the
    package `rich`, which `comodit-client[cli]` installs. Elsewhere, or if the environment variable TERM is `dumb`, each
    change of a state is a line. The environment variable NO_COLOR turns colors off.

    Args:
        file: Where to write. Default: standard error.

    Returns:
        The callback, for the `progress` argument of any wait, import or export of both APIs. It can be used several
        times, but shows one wait at a time. As a context manager, it ends the display at the end of the block.
    """
    return Display(file)
