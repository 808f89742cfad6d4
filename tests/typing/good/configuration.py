"""Create clients with all kinds of options."""

import os
import ssl
from pathlib import Path

import httpx

from comodit_client import aio
from comodit_client.api import Client, DriftReport
from comodit_client.rest.options import Polling, RetryPolicy, Timeouts

Client("https://my.comodit.com/api")
Client("https://my.comodit.com/api", "UUU", os.environ["COMODIT_PASSWORD"], timeout=10)
report = DriftReport()
watched = Client("https://my.comodit.com/api", "UUU", "PPP", on_drift=report).with_options(on_drift=print)
statuses: list[int] = [drift.status for drift in report if drift.kind == "unknown status"]
Client("https://my.comodit.com/api", token="TTT", verify=ssl.create_default_context(), proxy="http://proxy:3128")
Client("https://my.comodit.com/api", "UUU", "PPP", mfa=lambda: input("Code: "), keep_login=Path.home() / ".login")
Client("https://my.comodit.com/api", "UUU", "PPP", transport=httpx.HTTPTransport(retries=1), user_agent="deploy/1")
aio.Client("https://my.comodit.com/api", "UUU", "PPP", http_client=httpx.AsyncClient(), max_response_size=10**6)

Client.from_config()
Client.from_config("staging")
Client.from_config(profile="staging", retries=RetryPolicy(attempts=5, statuses=frozenset({503})))
Client.from_config("staging", timeout=Timeouts(connect=2.5, read=60), polling=Polling(max_interval=30))
Client.from_config(endpoint="https://my.comodit.com/api", username="UUU", password="PPP", timeout=3)
aio.Client.from_config("staging", timeout=3, verify="ca.pem")

with Client.from_config() as client:
    patient = client.with_options(timeout=60, retries=RetryPolicy(attempts=1), polling=Polling(initial_interval=5))
    print(patient.get_organization("OOO").name, patient.endpoint)
