"""The failed parts of an orchestration or a pipeline."""

from __future__ import annotations

import attrs

from comodit_client.wire.errors import escaped


@attrs.frozen(kw_only=True)
class FailedPart:
    """A part of an execution that is in ERROR.

    Args:
        host: The host's full name, in an orchestration.
        error: The reason the host failed, as the server states it.
        stage: The stage's name, in a pipeline.
        step: The step's name; None when the stage has no named step.
        webhook: The name of the webhook that the step calls.
        orchestration: The name of the orchestration that the step runs.
        context: The uuid of that orchestration's execution, which lists the hosts and their errors.
    """

    host: str | None = None
    error: str | None = None
    stage: str | None = None
    step: str | None = None
    webhook: str | None = None
    orchestration: str | None = None
    context: str | None = None

    def __str__(self) -> str:
        if self.host is not None:
            return escaped(f"{self.host}: {self.error or 'no reason was given'}")
        named = {"stage": self.stage, "step": self.step, "webhook": self.webhook, "orchestration": self.orchestration}
        text = ", ".join(f"{what} {name}" for what, name in named.items() if name is not None)
        return escaped(text if self.context is None else f"{text} (execution {self.context})")
