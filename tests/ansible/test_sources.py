"""Objects that record which of their members were read."""

from __future__ import annotations

from comodit_client.ansible.sources import Source


def losses_of(source: Source) -> dict[str, str]:
    return {loss.member: loss.reason for loss in source.losses("unread")}


def test_an_explanation_counts_only_for_members_that_nobody_reads() -> None:
    source = Source({"read": 1, "unread": 1, "empty": None, "lost": 1, "other": 1}, "hosts/web")
    for member in ("read", "unread", "empty", "lost", "missing"):
        source.explain(member, "explained")
    source.get("read")
    source.lose("lost", "gone")
    assert losses_of(source) == {"unread": "explained", "other": "unread", "lost": "gone"}


def test_an_explanation_reads_nothing() -> None:
    source = Source({"a": 1}, "hosts/web")
    source.explain("a", "explained")
    assert source.is_untouched
