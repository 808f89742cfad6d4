"""Export, import and sync definitions."""

import sys
from pathlib import Path

from comodit_client.ansible.judge import verify
from comodit_client.api import Client
from comodit_client.api.exceptions import SyncException
from comodit_client.api.exporter import AnsibleExport, Export
from comodit_client.api.importer import Import
from comodit_client.api.inventory import Inventory
from comodit_client.api.sync import SyncEngine
from comodit_client.rest.progress import Count


def shown(count: Count) -> None:
    """Print the progress of an export or an import."""
    print(f"\r{count.done}/{count.total} {count.item}", end="", file=sys.stderr)


folder = Path.home() / "definitions"
client = Client("https://my.comodit.com/api", "UUU", "PPP")
org = client.get_organization("OOO")

Export(force=True, parallel=4, progress=shown).export_organization(org, folder)
Export().export_application(org.get_application("Wordpress"), str(folder / "Wordpress"), backup=True)

importer = Import(update_existing=True, progress=shown)
importer.import_organization(client, folder)
importer.import_application(org, folder / "applications" / "Wordpress")
if importer.report is not None:
    print("\n".join([*importer.report.done, *importer.report.skipped]))

queued = Import(skip_conflict=True, queue_actions=True)
queued.import_environment(org, folder / "environments" / "Default")
if queued.no_conflict():
    print(len(queued.actions), queued.execute_queue().done)

engine = SyncEngine(folder, on_conflict="folder")
try:
    print([str(difference) for difference in engine.pull(org, dry_run=True)], len(engine.push(org)))
except SyncException as error:
    print(", ".join(error.conflicts))

ansible = AnsibleExport(force=True, links="reference", names={"applications/Wordpress": "blog"}, judge=verify)
ansible.export_organization(org, folder / "ansible")
if ansible.verdict is not None and not ansible.verdict.ok():
    print([f"{difference.host}: {difference.reason}" for difference in ansible.verdict.differing])
print([f"{loss.entity} {loss.member}: {loss.reason}" for loss in ansible.losses])
print(sorted(Inventory(org, with_secrets=True).to_json()))
