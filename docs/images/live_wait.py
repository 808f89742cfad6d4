"""Draw live-wait.svg, the picture of a live wait in README.md and the guides.

Run it by hand after a change of the display: python docs/images/live_wait.py
The picture depends on nothing but the code: no server, clock or terminal takes part.
"""

from __future__ import annotations

from pathlib import Path

import attrs
from terminal import draw

from comodit_client.progress.snapshot import snapshot_of
from comodit_client.progress.table import Screen

PICTURE = Path(__file__).with_name("live-wait.svg")
#: Seconds since the start, and the states of the hosts that are not READY at that time.
STEPS: list[tuple[float, dict[str, str]]] = [
    (0.0, {f"web-{number:03}": "PROVISIONING" for number in range(200)}),
    (41.0, {f"web-{number:03}": "PROVISIONING" for number in range(96)}),
    (97.0, {"web-017": "ERROR", "web-003": "PROVISIONING", "web-042": "PROVISIONING"}),
]
TITLE = "Waiting for the hosts of OOO/Default to be READY"


@attrs.frozen
class Poll:
    """The result of a poll."""

    state: dict[str, str]
    failed: list[str]
    late: list[str]
    reached: bool = False


def picture() -> str:
    """Return the picture as SVG."""
    now = 0.0
    screen = Screen(lambda: now, TITLE)
    for now, others in STEPS:  # noqa: B007 - the clock reads it
        states = {f"web-{number:03}": "READY" for number in range(200)} | others
        failed = [name for name, state in others.items() if state == "ERROR"]
        late = [name for name, state in others.items() if state == "PROVISIONING"]
        screen.update(snapshot_of(Poll(states, failed, late)))
    now += 11
    return draw(
        screen,
        name="live-wait",
        window="comodit wait hosts OOO Default",
        title="A live wait for 200 hosts",
        description="A table counts the hosts in each state and lists those that failed or are late: web-017 failed.",
        height=12,
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
