"""Behaviours of organizations, environments, definitions and the store."""

from __future__ import annotations

from typing import Final

from comodit_client.sandbox.parity.behaviours import Behaviour, inferred, invented, seen

DEFINITION_BEHAVIOURS: Final[tuple[Behaviour, ...]] = (
    seen("organizations.visible", "A list has the organizations in which the caller has a group.", "S20"),
    inferred("organizations.populate", "A new organization gets sample contents.", "S24", "S25", question="Q40"),
    invented("organizations.delete-with-hosts", "An organization with hosts is not deleted: 409.", "Q13"),
    invented("organizations.clear", "A clear deletes the organizations that the caller administers.", "Q13"),
    inferred("organization_groups.fixed", "The groups of an owner are fixed; only members change.", "S26", "S27"),
    inferred("environments.delete-with-hosts", "An environment with hosts is not deleted: 409.", "S35", question="Q1"),
    seen("environments.clone", "A clone has the hosts of its source, and all are DEFINED.", "S34"),
    inferred("users.list", "A user who administers nothing sees only one user in the list.", "S28", question="Q17"),
    inferred("application_keys.reset", "A reset makes the old secret invalid.", "S30"),
    invented("application_keys.method", "A key whose method changes gets a new secret.", "Q38"),
    inferred("applications.locked", "A locked definition is neither changed nor deleted: 409.", "S9", question="Q14"),
    invented("applications.in-use", "A definition that hosts use is not deleted: 409.", "Q13"),
    inferred("applications.rename", "Contexts follow a definition that is renamed.", "S117"),
    seen("applications.clone", "A clone of a definition copies its parts and its files.", "S121"),
    invented("applications.thumbnail", "A thumbnail may be any file, not only a PNG image.", "Q8", facts=("S144",)),
    invented("platforms.unknown-driver", "A platform may have a driver that is unknown.", "Q18"),
    seen("platforms.driver", "Libvirt, CloudStack and VMware need settings.", "S125", "S127", "S128"),
    invented("platforms.driver-settings", "Other drivers need no settings and add no parameters.", "Q4"),
    invented("platforms.images", "The drivers of clouds and hypervisors have images.", "Q30"),
    invented("distributions.flavor", "A flavor adds parameters for a network installation.", "Q33", facts=("S132",)),
    invented("flavors.names", "There are three flavors.", "Q33"),
    seen("purchased_applications.purchase", "A purchase copies an entry of the store.", "S133"),
    invented("purchased_applications.force", "A purchase with forceUpdate replaces a definition.", "Q29"),
    invented("purchased_applications.pull", "A pull replaces the copy, but keeps its name and its settings.", "Q29"),
    inferred("published_applications.publish", "A published definition gets an entry with a uuid.", "S133"),
    invented("published_applications.push", "A push replaces the entry of a definition, without its secrets.", "Q29"),
    invented("published_applications.featured", "No entry of the store is featured.", "Q29"),
    invented("organization_package_properties.change", "A changed property updates its package or module.", "Q32"),
    invented("organization_package_properties.impact", "An impact lists the hosts that a property changes.", "Q31"),
    invented("hosts.resource-impact", "An impact of a resource lists its host.", "Q31"),
)
