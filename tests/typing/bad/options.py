"""Options of a client that do not exist or have another type."""

from comodit_client import aio
from comodit_client.api import Client
from comodit_client.rest.options import Polling, RetryPolicy

Client.from_config(timout=3)  # type error: not ty
Client.from_config("staging", timout=3)  # type error: not ty
Client.from_config(usrname="UUU")  # type error: not ty
Client.from_config(retrys=RetryPolicy())  # type error: not ty
Client.from_config(timeout="3")  # type error
Client.from_config(retries=3)  # type error
Client.from_config(password=5)  # type error
Client.from_config("staging", polling=0.5)  # type error
Client.from_config(profile=5)  # type error
aio.Client.from_config(timout=3)  # type error: not ty
aio.Client.from_config(poling=Polling())  # type error: not ty
