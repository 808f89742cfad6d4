"""A canned server that shows how many requests run in parallel."""

from __future__ import annotations

import asyncio
import threading

import httpx

LONG = 10  # seconds until a test that would hang fails


class Meeting:
    """A canned server at which requests of some kind wait until so many of them have come."""

    def __init__(self, size, is_async):
        self.barrier = asyncio.Barrier(size) if is_async else threading.Barrier(size, timeout=LONG)
        self.lock = threading.Lock()
        self.is_async = is_async
        self.meets = lambda line: False
        self.answers = {}
        self.lines = []
        self.inside = self.most = 0

    def transport(self):
        async def together(request):
            line = self.enter(request)
            if self.meets(line):
                async with asyncio.timeout(LONG):
                    await self.barrier.wait()
            return self.leave(line)

        def alone(request):
            line = self.enter(request)
            if self.meets(line):
                self.barrier.wait()
            return self.leave(line)

        return httpx.MockTransport(together if self.is_async else alone)

    def enter(self, request):
        with self.lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
            self.lines.append(f"{request.method} {request.url.path.removeprefix('/api')}")
            return self.lines[-1]

    def leave(self, line):
        with self.lock:
            self.inside -= 1
        status, document = self.answers.get(line, (404 if line.startswith("GET") else 200, {}))
        return httpx.Response(status, json=document)
