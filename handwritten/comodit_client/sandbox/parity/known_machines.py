"""Behaviours of hosts, their machines and their changes."""

from __future__ import annotations

from typing import Final

from comodit_client.sandbox.parity.behaviours import Behaviour, inferred, invented, seen

MACHINE_BEHAVIOURS: Final[tuple[Behaviour, ...]] = (
    inferred("hosts.delete-with-instance", "A host with an instance is not deleted: 409.", "S47", question="Q12"),
    inferred("hosts.rename", "An update with another name renames the host.", "S5"),
    seen("hosts.move", "An update with another environment moves the host.", "S44"),
    invented("hosts.move-with-instance", "A host that moves keeps its machine.", "Q24"),
    seen("hosts.clone", "A clone is DEFINED, and its name gets a number.", "S42"),
    inferred("hosts.live-action", "A live action queues a change with one task.", "S9", question="Q19"),
    inferred("instances.timeline", "A provisioning passes through the known states.", "S49", "S58", "S62"),
    inferred("instances.properties", "All drivers set the same properties.", "S54", "S55", "S59", question="Q6"),
    invented("instances.one-at-a-time", "The demo platform provisions one machine at a time.", "Q15", facts=("S67",)),
    invented("instances.twice", "A host with an instance is not provisioned again: 409.", "Q16"),
    inferred("instances.incomplete", "A host without platform or distribution is not provisioned: 400.", "S37"),
    seen("instances.attach", "An instance with properties needs no provisioning.", "S51"),
    seen("instances.force", "Force deletes an instance even if its machine cannot be stopped.", "S64", "S140"),
    invented("instances.force-locked", "Force does not delete a locked instance: 409.", "Q14"),
    inferred("instances.locked", "A locked instance is neither deleted nor stopped: 409.", "S9", question="Q14"),
    inferred("instances.forget", "Forget deletes the instance, but not its machine.", "S53"),
    invented("instances.wrong-state", "An order in the wrong state returns 409.", "Q16"),
    seen("instances.no-screen", "Only a running instance has a screen; otherwise 409.", "S66", question="Q1"),
    invented("instances.no-agent", "A request for an agent that does not respond returns 409.", "Q21"),
    inferred("instances.sensors", "The sensors of the collection hosts have plausible values.", "S137", "S138"),
    invented("instances.other-sensors", "Sensors of other collections return 404.", "Q35"),
    inferred("instances.files", "A file of an application is rendered when it is read.", "S65"),
    invented("instances.system-files", "A machine has some files of its system, and any public key.", "Q36"),
    invented("instances.image", "An image of a machine gets a generated identifier.", "Q30"),
    inferred("changes.order", "Changes are listed in the order in which they were queued.", "S75"),
    inferred("changes.processed", "A processed change stays readable until it is deleted.", "S76", question="Q5"),
    inferred("changes.clear", "A clear keeps pending changes, unless processed_only is false.", "S71"),
    seen("compliance.delete", "The deletion of an error can bring its host back to READY.", "S82"),
    invented("compliance.rebuild", "A rebuild queues one change with a repair task for each error.", "Q20"),
    inferred("application_contexts.defined", "An installation on a DEFINED host queues no change.", "S45", "S46"),
    seen("application_contexts.install", "An installation on a machine queues a change.", "S46", "S72"),
    inferred("application_contexts.uninstall", "A removal from a machine queues a change.", "S118", question="Q19"),
    inferred("application_contexts.handler", "A handler that runs returns the key of its change.", "S77"),
)
