"""Dates used as text, and bounds of a period that are no dates."""

from datetime import UTC, datetime

from comodit_client.api import Client

client = Client("https://my.comodit.com/api", "UUU", "PPP")
entries = client.get_organization("OOO").audit_logs()
key = client.get_application_key("OOO", "ci")
now = datetime.now(UTC)

print(entries.list()[0].time.strtfime("%H:%M"))  # type error
print("at " + entries.list()[0].time)  # type error
entries.list(since=5)  # type error
entries.list(sinse=now)  # type error
entries.list(user=5)  # type error
entries.list(until=datetime)  # type error
print(entries.list()[0].time > now)  # type error
print(entries.list()[0].timestamp > now)  # type error
entries.list()[0].time = now  # type error
key.expiration_date = 5  # type error
print(key.expires_at.year)  # type error
key.expires_at = now  # type error
