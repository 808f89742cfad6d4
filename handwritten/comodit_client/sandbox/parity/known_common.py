"""Behaviours that several resources share."""

from __future__ import annotations

from typing import Final

from comodit_client.sandbox.parity.behaviours import Behaviour, inferred, invented, seen

COMMON_BEHAVIOURS: Final[tuple[Behaviour, ...]] = (
    inferred("lists.whole", "A list without paging parameters is complete.", "S2", "S3", question="Q2"),
    inferred("lists.paging", "The parameters offset and count choose a page of a list.", "S2", "S3", question="Q2"),
    inferred("bodies.schema", "A body is checked against the schema; an invalid one returns 400.", "S4", question="Q1"),
    inferred("errors.not-found", "A member that does not exist returns 404.", "S8"),
    inferred("errors.name-taken", "A name that is taken returns 409.", "S14", question="Q1"),
    invented("errors.stale-version", "An update based on an old version returns 409.", "Q7", switch="--stale-versions"),
    invented("errors.if-match", "An update returns 412 if If-Match names another version.", "Q39"),
    inferred("credentials.token", "A token of account/_verify is valid for an hour.", "S31", question="Q37"),
    invented("credentials.any-code", "A one-time code is ignored for a user without a second factor.", "Q37"),
    inferred("rights.denied", "A request without the right returns 403.", "S27", "S28", question="Q17"),
    invented("rights.auditors", "Members of auditors change everything but groups and secrets.", "Q17"),
    inferred("rights.secrets-masked", "Secrets are masked for readonly and auditors.", "S98", question="Q34"),
    invented("rights.no-gain", "A copy or a move that gives its caller more rights returns 403.", "Q17"),
    invented("rights.secret-kept", "An auditor who makes a secret public gets 403.", "Q34"),
    seen("settings.reserved-key", "A key that begins with an underscore is rejected.", "S95", question="Q1"),
    inferred("settings.without-parameter", "A setting that no parameter describes is stored.", "S96"),
    inferred("settings.first-version", "A new setting has version 0.", "S18"),
    seen("settings.handlers", "A changed setting queues a change with the handlers that it triggers.", "S87", "S88"),
    inferred("settings.change-response", "The change of several settings returns all settings.", "S87"),
    invented("settings.host-groups", "Host groups rank between the environment and the host.", "Q3"),
    inferred("settings.definitions", "Settings of a platform or a distribution rank lowest.", "S89", question="Q3"),
    invented("settings.impact", "An impact lists the handlers and the orchestrations that would run.", "Q31"),
    invented(
        "templates.numbers",
        "A number of 1000 or more is written without separators.",
        "Q10",
        switch="--grouped-numbers",
    ),
    invented("templates.undefined", "An undefined variable stays as it is written.", "Q11", facts=("S99",)),
    inferred("changes-of-hosts.tasks", "Tasks are described like those of an installation.", "S72", question="Q19"),
    inferred("changes-of-hosts.roll-out", "A changed application queues a change on each of its hosts.", "S117"),
    inferred(
        "changes-of-hosts.numbers",
        "The numbers of changes continue after a clear.",
        "S69",
        "S72",
        question="Q5",
    ),
    invented("changes-of-hosts.no-machine", "Work for a host without a machine returns 409.", "Q16"),
)
