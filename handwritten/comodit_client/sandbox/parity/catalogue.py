"""All behaviours of the sandbox, by their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from comodit_client.sandbox.parity.behaviours import Behaviour
from comodit_client.sandbox.parity.known_automation import AUTOMATION_BEHAVIOURS
from comodit_client.sandbox.parity.known_common import COMMON_BEHAVIOURS
from comodit_client.sandbox.parity.known_definitions import DEFINITION_BEHAVIOURS
from comodit_client.sandbox.parity.known_machines import MACHINE_BEHAVIOURS

#: The behaviours by name, in the order of the parity page.
BEHAVIOURS: Final[Mapping[str, Behaviour]] = {
    behaviour.id: behaviour
    for behaviour in (*COMMON_BEHAVIOURS, *MACHINE_BEHAVIOURS, *DEFINITION_BEHAVIOURS, *AUTOMATION_BEHAVIOURS)
}
