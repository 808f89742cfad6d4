"""What failed in the execution of an orchestration or a pipeline."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedPart:
    """A part of an execution that is in ERROR.

    Args:
        host: The host's name in full, in an orchestration.
        error: Why the host failed, in the server's words.
        stage: The stage's name, in a pipeline.
        step: The step's name; None when the stage names none.
        webhook: The name of the webhook that the step calls.
        orchestration: The name of the orchestration that the step runs.
        context: The uuid of that orchestration's execution, which tells the hosts and why they failed.
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
            return f"{self.host}: {self.error or 'no reason was given'}"
        named = {"stage": self.stage, "step": self.step, "webhook": self.webhook, "orchestration": self.orchestration}
        told = ", ".join(f"{what} {name}" for what, name in named.items() if name is not None)
        return told if self.context is None else f"{told} (execution {self.context})"
