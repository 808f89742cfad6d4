"""Read and write dates, and list the entries of a log."""

from datetime import UTC, datetime, timedelta
from typing import assert_type

from comodit_client.api import Client

client = Client("https://my.comodit.com/api", "UUU", "PPP")
org = client.get_organization("OOO")
host = client.get_host("OOO", "Default", "web-1")

now = datetime.now(UTC)
entries = org.audit_logs().list(since=now - timedelta(hours=1), until=now, user="UUU")
for entry in entries:
    assert_type(entry.time, datetime | None)
    if entry.time is not None and now - entry.time < timedelta(minutes=5):
        print(f"{entry.time:%H:%M} {entry.username} {entry.message} {entry.timestamp}")
latest = max((entry.time for entry in host.agent_logs().list() if entry.time), default=now)
print(latest.astimezone().isoformat())
