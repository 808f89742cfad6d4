"""Calls that the server does not offer."""

from comodit_client.api import Client

client = Client("https://my.comodit.com/api", "UUU", "PPP")
org = client.get_organization("OOO")
host = client.get_host("OOO", "Default", "web-1")
flavor = client.get_flavor("Debian 12")
change = host.changes().get(1)
error = host.get_compliance_error("applications/Wordpress/services/httpd")
context = org.orchestrations().get("Restart").get_context("5E5E")
execution = org.pipelines().get("Release").get_context("5E5E")
stages = org.pipelines().get("Release").stages

client.flavors().delete("Debian 12")  # type error
client.flavors().clear()  # type error
client.flavors().create("Debian 13")  # type error
flavor.update()  # type error
flavor.delete()  # type error
flavor.create()  # type error
flavor.rename("Debian")  # type error

host.changes().create("Install Wordpress")  # type error
change.update()  # type error
change.create()  # type error
change.rename("2")  # type error
host.compliance().create("httpd")  # type error
error.update()  # type error
error.create()  # type error

org.orchestrations().clear()  # type error
org.orchestrations().get("Restart").contexts().create()  # type error
org.orchestrations().get("Restart").contexts().clear()  # type error
org.orchestrations().get("Restart").handlers().clear()  # type error
context.update()  # type error
context.create()  # type error
org.pipelines().clear()  # type error
org.pipelines().get("Release").contexts().clear()  # type error
stages.clear()  # type error
stages.get("Deploy").steps.clear()  # type error
execution.update()  # type error
execution.create()  # type error
host.get_orchestrations().delete("Restart")  # type error
host.get_orchestrations().create("Restart")  # type error

client.users().clear()  # type error
org.webhooks().clear()  # type error
org.notifications().clear()  # type error
org.host_groups().clear()  # type error
host.applications().clear()  # type error
host.instance().clear()  # type error
host.get_instance().update()  # type error
host.platform().clear()  # type error
host.get_platform().update()  # type error
host.get_distribution().update()  # type error
host.audit_logs().clear()  # type error
host.audit_logs().delete("1")  # type error
host.audit_logs().create("hello")  # type error
host.audit_logs().list()[0].update()  # type error
host.audit_logs().list()[0].delete()  # type error
org.notification_logs().clear()  # type error
