"""Steps of a pipeline's stages."""

from __future__ import annotations

import builtins
from typing import Any, ClassVar

from comodit_client.aio.described import DescribedCollection
from comodit_client.aio.entity import Entity
from comodit_client.aio.ordered_host_groups import HasOrderedHostGroups, in_order
from comodit_client.wire import steps as views


class Step(HasOrderedHostGroups, views.Step, Entity):
    """A part of a stage: it runs an orchestration on given host groups, or calls a webhook."""

    __slots__ = ()

    HOST_GROUPS: ClassVar[tuple[str, str]] = ("orderedHostGroups", "orderedHostGroup")

    def _lines(self, indent: int) -> builtins.list[str]:
        return views.Step(in_order(self._data, *self.HOST_GROUPS))._lines(indent)


class StepCollection(DescribedCollection[Step]):
    """The steps of a stage."""

    __slots__ = ()
    _api = views

    def _new(self, json_data: dict[str, Any] | None = None) -> Step:
        return Step(self, json_data)
