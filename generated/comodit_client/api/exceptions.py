# Made by `python -m generator` from handwritten/comodit_client/aio/exceptions.py.
# Do not edit: change that, then run `make generate`.
"""The exceptions of this library.

At run time, all of them are those of `comodit_client.rest.exceptions`. For type checkers, the exceptions of waits hold
the entities of this API.
"""

# Nothing sets the attributes of an exception after it was made, so a subclass may narrow their types.
# pyright: reportIncompatibleVariableOverride=false

from typing import TYPE_CHECKING

from comodit_client.rest.exceptions import __all__ as __all__

if TYPE_CHECKING:
    from comodit_client.api.change import Change
    from comodit_client.api.compliance import ComplianceError
    from comodit_client.api.diagnosis import Diagnosis
    from comodit_client.api.fleet import FleetReport
    from comodit_client.api.host import Host, HostCollection
    from comodit_client.api.instance import Instance
    from comodit_client.api.orchestration_context import OrchestrationContext
    from comodit_client.api.pipeline_context import PipelineContext
    from comodit_client.rest import exceptions, failed_waits
    from comodit_client.rest.exceptions import ApiException as ApiException
    from comodit_client.rest.exceptions import BadRequest as BadRequest
    from comodit_client.rest.exceptions import ClientClosed as ClientClosed
    from comodit_client.rest.exceptions import ConfigException as ConfigException
    from comodit_client.rest.exceptions import Conflict as Conflict
    from comodit_client.rest.exceptions import ConnectError as ConnectError
    from comodit_client.rest.exceptions import EntityNotFoundException as EntityNotFoundException
    from comodit_client.rest.exceptions import ExportException as ExportException
    from comodit_client.rest.exceptions import Forbidden as Forbidden
    from comodit_client.rest.exceptions import ImportException as ImportException
    from comodit_client.rest.exceptions import IncompleteList as IncompleteList
    from comodit_client.rest.exceptions import IncompleteListError as IncompleteListError
    from comodit_client.rest.exceptions import IncompleteResponse as IncompleteResponse
    from comodit_client.rest.exceptions import InvalidArgument as InvalidArgument
    from comodit_client.rest.exceptions import InvalidBody as InvalidBody
    from comodit_client.rest.exceptions import InvalidCertificate as InvalidCertificate
    from comodit_client.rest.exceptions import InvalidDate as InvalidDate
    from comodit_client.rest.exceptions import InvalidDocument as InvalidDocument
    from comodit_client.rest.exceptions import InvalidEndpoint as InvalidEndpoint
    from comodit_client.rest.exceptions import InvalidName as InvalidName
    from comodit_client.rest.exceptions import InvalidResponse as InvalidResponse
    from comodit_client.rest.exceptions import InvalidText as InvalidText
    from comodit_client.rest.exceptions import MissingCredentials as MissingCredentials
    from comodit_client.rest.exceptions import NoCollection as NoCollection
    from comodit_client.rest.exceptions import NotQueued as NotQueued
    from comodit_client.rest.exceptions import PlanException as PlanException
    from comodit_client.rest.exceptions import PlanOutdated as PlanOutdated
    from comodit_client.rest.exceptions import PythonApiException as PythonApiException
    from comodit_client.rest.exceptions import RequestTimeout as RequestTimeout
    from comodit_client.rest.exceptions import ServerError as ServerError
    from comodit_client.rest.exceptions import SyncException as SyncException
    from comodit_client.rest.exceptions import TooManyRequests as TooManyRequests
    from comodit_client.rest.exceptions import TransportError as TransportError
    from comodit_client.rest.exceptions import Unauthorized as Unauthorized
    from comodit_client.rest.exceptions import UnknownState as UnknownState
    from comodit_client.rest.exceptions import UnsupportedOperation as UnsupportedOperation
    from comodit_client.rest.exceptions import UnusableFile as UnusableFile
    from comodit_client.rest.exceptions import VersionConflict as VersionConflict
    from comodit_client.rest.exceptions import WrongType as WrongType

    class FleetFailed(exceptions.FleetFailed):
        """An action on many hosts did not succeed on all of them.

        [Cause and remedy](../exceptions/FleetFailed.md)
        """

        report: FleetReport

    class WaitException(failed_waits.WaitException):
        """A wait did not reach its goal.

        [Cause and remedy](../exceptions/WaitException.md)
        """

        entity: Host | HostCollection | Instance | OrchestrationContext | PipelineContext

    class WaitTimeout(failed_waits.WaitTimeout, WaitException):
        """A wait exceeded its timeout.

        [Cause and remedy](../exceptions/WaitTimeout.md)
        """

    class HostFailed(failed_waits.HostFailed, WaitException):
        """A host is in ERROR.

        [Cause and remedy](../exceptions/HostFailed.md)
        """

        entity: Host | HostCollection
        last: str | dict[str, str | None] | None
        diagnoses: dict[str, Diagnosis]
        compliance_errors: list[ComplianceError]

        @property
        def diagnosis(self) -> Diagnosis | None: ...

    class ChangeFailed(failed_waits.ChangeFailed, WaitException):
        """A task of a change ended in ERROR.

        [Cause and remedy](../exceptions/ChangeFailed.md)
        """

        entity: Host
        changes: list[Change]

    class ExecutionFailed(failed_waits.ExecutionFailed, WaitException):
        """An orchestration or a pipeline did not complete.

        [Cause and remedy](../exceptions/ExecutionFailed.md)
        """

        entity: OrchestrationContext | PipelineContext
        last: str | None

else:
    from comodit_client.rest.exceptions import *  # noqa: F403 - that module defines the names
