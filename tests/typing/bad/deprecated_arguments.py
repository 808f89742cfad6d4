"""Old names of arguments, which type checkers mark as deprecated."""

# mypy: enable-error-code="deprecated"

from comodit_client.api import Client

client = Client("https://my.comodit.com/api", "UUU", "PPP")
key = client.get_application_key("O", name="deploy")
key = client.get_application_key("O", token="deploy")  # type error

hosts = client.hosts("O", "E")
host = hosts.create("h", "", platform="p", distribution="d", applications=["a"])
host = hosts.create("h", plat="p")  # type error: not ty
host = hosts.create("h", "", "p", dist="d", apps=["a"])  # type error: not ty
host = hosts.new("h", platform="p", dist="d")  # type error: not ty
host.update({"force": True})
host.update(parameters={"force": True})  # type error
print(hosts.list(parameters={"key": "K"}))  # type error
print(hosts.get("h", parameters={"key": "K"}))  # type error
hosts.delete("h", parameters={"key": "K"})  # type error
host.wait_for_state("READY", timeout=5)
host.wait_for_state("READY", time_out=5)  # type error
host.wait_for_pending_changes(time_out=5)  # type error
host.wait_for_change_terminated("key", time_out=5)  # type error
hosts.wait_for_state("READY", ["h"], time_out=5)  # type error

instance = host.get_instance()
instance.wait_for_state("RUNNING", time_out=5)  # type error
name: str = instance.wait_for_property("key", time_out=5)  # type error
address: str = instance.wait_for_address(time_out=5)  # type error

execution = host.run_orchestration("o")
execution.wait_finished(timeout=5)
execution.wait_finished(time_out=5, show=True)  # type error

app = client.get_application("O", "A")
app.files().create("a.conf", file_path="/etc/a.conf")  # type error
app.files().new("a.conf", path="/etc/a.conf")
host.applications().create(app_name="A")  # type error
host.platform().create(plat_name="P")  # type error
host.distribution().new(dist_name="D")  # type error
client.app_store().create(app_uuid="U")  # type error
client.dist_store().new(dist_uuid="U")  # type error
client.get_organization("O").purchased_apps().create(pub_uuid="U", name="Blog")  # type error
client.host_groups("O").create(json_data={"name": "G"})  # type error
client.orchestration_handlers("O", "o").new(json_data={"name": "h"})  # type error
