"""From a request to a response: credentials, route, checks and handler in one transaction.

The steps between them are a generator, which yields each request to another server. So the same steps serve sockets in
an event loop, and calls in any thread.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from attrs import frozen

from comodit_client.sandbox import operations
from comodit_client.sandbox.errors import ApiError, conflict
from comodit_client.sandbox.http.audit import record
from comodit_client.sandbox.http.auth import check_credentials
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.documents import parse
from comodit_client.sandbox.http.examples import example_response
from comodit_client.sandbox.http.exchange import Exchange
from comodit_client.sandbox.http.masking import Masking
from comodit_client.sandbox.http.read_only import ensure_writable
from comodit_client.sandbox.http.responses import ApiResponse, Listing, Pieces, error_response
from comodit_client.sandbox.http.rights import ADMIN, AUDIT, SECRETS, Rights, Scope, check_rights
from comodit_client.sandbox.http.routing import HANDLERS, Router
from comodit_client.sandbox.http.uploads import FORM, Upload
from comodit_client.sandbox.http.validation import Validator
from comodit_client.sandbox.operations.versions import ensure_current
from comodit_client.sandbox.parity.members import unknown_members
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.agenda import catch_up
from comodit_client.sandbox.simulation.outgoing import Delivery, Reply
from comodit_client.sandbox.state.definitions import secret_keys

if TYPE_CHECKING:
    from comodit_client.sandbox.http.routing import Handler
    from comodit_client.sandbox.state.world import World

_LOG = logging.getLogger("comodit_sandbox")
T = TypeVar("T")
#: Steps that yield requests to other servers, and receive their replies.
_Steps: TypeAlias = Generator[Delivery, Reply, T]
#: A list with as many pieces, one batch and the end, is sent as a whole.
_SHORT = 2
# Importing the modules binds their handlers.
for _module in iter_modules(operations.__path__, f"{operations.__name__}."):
    import_module(_module.name)


@frozen
class IncomingRequest:
    """A request as the web framework received it.

    Attributes:
        method: The HTTP method.
        path: The path below the API's root, percent-encoded.
        query: The query.
        headers: The headers; lookups ignore case.
        body: The body, or the file in it if it is a form.
        base_url: The server's URL as the client wrote it, without a path.
    """

    method: str
    path: bytes
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Upload
    base_url: str


class Dispatcher:
    """Dispatches requests to the operations of the schema."""

    def __init__(self, world: World, document: Mapping[str, Any]) -> None:
        self._world = world
        self._document = document
        self._router = Router(document)
        self._validator = Validator(document)
        self._masking = Masking(document)

    async def dispatch(self, request: IncomingRequest, exchange: Exchange | None = None) -> ApiResponse:
        """Run the work that is due, then handle a request. A request that fails changes nothing.

        Args:
            request: The request.
            exchange: Receives what becomes of the request. Default: nothing does.
        """
        exchange = exchange or Exchange(request.method, "")
        response = await self._run(self._steps(request, exchange))
        return self._marked(await _collected(response) if isinstance(response, Listing) else response, exchange)

    async def catch_up(self) -> None:
        """Run the work that is due.

        Raises:
            ApiError: The disk has no room for the changes.
        """
        await self._run(self._catch_up())

    async def _run(self, steps: _Steps[T]) -> T:
        try:
            delivery = next(steps)
            while True:
                delivery = steps.send(await asyncio.to_thread(self._send, delivery))
        except StopIteration as end:
            result: T = end.value
            return result

    def dispatch_blocking(self, request: IncomingRequest, exchange: Exchange | None = None) -> ApiResponse:
        """Do the same in this thread."""
        exchange = exchange or Exchange(request.method, "")
        steps = self._steps(request, exchange)
        try:
            delivery = next(steps)
            while True:
                delivery = steps.send(self._send(delivery))
        except StopIteration as end:
            return self._marked(end.value.complete() if isinstance(end.value, Listing) else end.value, exchange)

    def _send(self, delivery: Delivery) -> Reply:
        from comodit_client.sandbox.simulation.sending import send

        return send(delivery.request, self._world.reach)

    def _marked(self, response: ApiResponse, exchange: Exchange) -> ApiResponse:
        request = f"{exchange.method} {exchange.operation_id or exchange.path}"
        return self._world.parity.marked(response, exchange.notes, request)

    def _steps(self, request: IncomingRequest, exchange: Exchange) -> _Steps[ApiResponse | Listing]:
        try:
            yield from self._catch_up()
            with self._world.store.transaction(), self._world.parity.recording(exchange.notes):
                response = self._handle(request, exchange)
            return (yield from self._deliver(response)) if isinstance(response, Delivery) else response
        except ApiError as error:
            return error_response(error)
        except Exception:  # noqa: BLE001  a bug of the sandbox must give a response as well
            # Otherwise the web server closes the connection before the client has read the response.
            _LOG.exception("Unexpected error in the sandbox: %s %r", request.method, request.path)
            return error_response(ApiError(500, "Unexpected error in the sandbox; its log has the traceback"))

    def _catch_up(self) -> _Steps[None]:
        while not self._world.read_only:
            with self._world.store.transaction():
                delivery = catch_up(self._world)
            if delivery is None:
                return
            yield from self._deliver(delivery)

    def _deliver(self, delivery: Delivery) -> _Steps[Any]:
        """Send a request outside of any transaction: its receiver may call this server."""
        self._world.sending.add(delivery.entry)
        generation = self._world.store.generation
        try:
            reply = yield delivery
            with self._world.store.transaction():
                if self._world.store.generation == generation:
                    return delivery.finish(reply)
                if delivery.entry < 0:
                    raise conflict("The state of the sandbox was replaced during the request to another server")
                return None
        finally:
            self._world.sending.discard(delivery.entry)

    def _handle(self, request: IncomingRequest, exchange: Exchange) -> ApiResponse | Listing | Delivery:
        caller = check_credentials(self._world, request.headers)
        exchange.caller = caller.name
        route = self._router.find(request.method, request.path)
        operation_id = route.operation["operationId"]
        exchange.operation_id, exchange.operation, exchange.names = operation_id, route.operation, route.names
        handler = HANDLERS.get(operation_id) or _example_handler(route.operation, request.method)
        scope = Scope.of(self._world.store, route.names)
        rights = Rights(self._world.store, caller, scope.owners)
        check_rights(rights, caller, request.method, operation_id, scope)
        if request.method != "GET":
            ensure_writable(self._world)
        self._validator.check_query(route.operation, request.query)
        right = self._right(rights, scope)
        body = self._body(route.operation, request, right, exchange) if "requestBody" in route.operation else None
        exchange.is_valid = True
        # What is read only does not change the owners and the rights.
        known, may = (scope, rights) if request.method == "GET" else (Scope(), None)
        call = Call(self._world, caller, route.names, request.query, body, request.base_url, known, may)
        ensure_current(operation_id, call, request.headers)
        with self._secrets_kept(scope, request.method, right):
            response = handler(call)
        if request.method != "GET":
            record(self._world, caller, scope, operation_id, route.names, body)
        if isinstance(response, ApiResponse):
            return self._masking.apply(route.operation, response, right)
        if isinstance(response, Listing):
            return self._masking.apply_to_list(route.operation, response, right)
        return response

    def _right(self, rights: Rights, scope: Scope) -> int:
        """Return the right that decides which secrets a response shows; outside of organizations there are none."""
        right = rights.at(scope.owners[-1]) if scope.owners else ADMIN
        if right < SECRETS:
            note(self._world, "rights.secrets-masked")
        if right == AUDIT:
            note(self._world, "rights.auditors")
        return right

    @contextmanager
    def _secrets_kept(self, scope: Scope, method: str, right: int) -> Iterator[None]:
        """Check that a caller who may not see secrets does not make them public in the block.

        Raises:
            ApiError: A secret key of settings would become public.
        """
        organization = scope.organization
        if organization is None or method == "GET" or right >= SECRETS:
            yield
            return
        before = secret_keys(self._world.store, organization)
        yield
        if lost := before - secret_keys(self._world.store, organization):
            raise ApiError(
                403,
                f"Settings with the key {min(lost)} are secret, and only those who can read them may change that",
                behaviour="rights.secret-kept",
            )

    def _body(self, operation: Mapping[str, Any], request: IncomingRequest, right: int, exchange: Exchange) -> Any:
        """Return the uploaded file, or the validated JSON body; the content type is required (S4)."""
        exchange.upload = request.body
        if FORM in operation["requestBody"]["content"]:
            return request.body
        media_type = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if media_type != "application/json":
            raise ApiError(415, "The body must come with Content-Type application/json")
        content = request.body.read()
        body = parse(content)
        # The handler may change the parsed body.
        exchange.content = content
        note(self._world, "bodies.schema")
        self._validator.check_body(operation, body)
        self._world.parity.warn_of(unknown_members(self._document, operation, body))
        self._masking.check_body(operation, body, right)
        return body


async def _collected(listing: Listing) -> ApiResponse:
    """Return the response with a list; other requests are handled between its batches.

    All of it is made before the first byte is sent: the length is known then, and an error can still be reported.
    """
    pieces: list[bytes] = []
    for piece in listing.pieces():
        pieces.append(piece)
        if len(pieces) > _SHORT:
            await asyncio.sleep(0)
    content = b"".join(pieces) if len(pieces) <= _SHORT else Pieces(pieces)
    return ApiResponse(200, content, "application/json")


def _example_handler(operation: Mapping[str, Any], method: str) -> Handler:
    """Return a handler for an operation that the sandbox does not implement: the schema's example of its response.

    Only reading has one: a change that does nothing must not pass for a success.

    Raises:
        ApiError: The operation changes something, or the schema has no example of its response.
    """
    operation_id = operation["operationId"]
    response = example_response(operation) if method == "GET" else None
    if response is None:
        raise ApiError(501, f"The sandbox does not implement {operation_id}")

    def respond(_: Call) -> ApiResponse:
        _LOG.warning("The sandbox does not implement %s: it returns the schema's example", operation_id)
        return response

    return respond
