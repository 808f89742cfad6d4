"""Misspelt keywords of methods."""

from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.api.importer import Import
from comodit_client.api.sync import SyncEngine
from comodit_client.rest.options import Polling, RetryPolicy, Timeouts

client = Client("https://my.comodit.com/api", "UUU", "PPP")
org = client.get_organization("OOO")
hosts = client.hosts("OOO", "Default")
host = hosts.get("web-1")

hosts.create("web-1", platfrom="Demo Platform")  # type error: not ty
hosts.create(nmae="web-1")  # type error
hosts.wait_for_state("READY", name=["web-1"])  # type error
host.wait_for_state("READY", timout=60)  # type error
host.wait_for_pending_changes(progres=print)  # type error
host.get_instance().delete(forced=True)  # type error
host.update(if_unchaged=True)  # type error
host.run_orchestration(orchestraton_name="Restart")  # type error
host.settings().create("site_title", valeu="Our shop")  # type error
org.applications().create("Gate", descripton="Front gate")  # type error: not ty
client.app_store().list(wich="public")  # type error
client.with_options(retrys=RetryPolicy())  # type error
Client("https://my.comodit.com/api", usrname="UUU")  # type error
Timeouts(conect=5)  # type error
RetryPolicy(attemps=3)  # type error
Polling(interval=1)  # type error
Export(forced=True)  # type error
Import(update_exisitng=True)  # type error
SyncEngine("folder", on_conflict="overwrite")  # type error
SyncEngine("folder", onconflict="folder")  # type error
