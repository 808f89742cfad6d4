"""A server that sends the same bytes for each request, whatever they are."""

from __future__ import annotations

import contextlib
import socket
import threading

REQUEST_END = b"\r\n\r\n"


class RawServer:
    """Sends `content` to whoever connects, then closes the connection. Use it as a context manager."""

    def __init__(self) -> None:
        self.content = b""
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=100)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/api"

    def __enter__(self) -> RawServer:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                connection.settimeout(2)
                self._serve(connection)

    def _serve(self, connection: socket.socket) -> None:
        received = b""
        while not self._is_complete(received):
            piece = connection.recv(65536)
            if not piece:
                return
            received += piece
        connection.sendall(self.content)
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(65536):  # closing with unread bytes would reset the connection
            pass

    @staticmethod
    def _is_complete(received: bytes) -> bool:
        head, end, body = received.partition(REQUEST_END)
        if not end:
            return False
        lengths = [
            line.partition(b":")[2] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")
        ]
        if lengths:
            return len(body) >= int(lengths[0])
        return b"transfer-encoding: chunked" not in head.lower() or body.endswith(b"0\r\n\r\n")
