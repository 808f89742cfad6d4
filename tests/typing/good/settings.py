"""Configure what is installed."""

from comodit_client.api import Client
from comodit_client.api.environment import Environment
from comodit_client.api.host import Host
from comodit_client.api.settings import LinkSetting, PropertySetting, Setting, SettingCollection, SimpleSetting


def described(setting: SimpleSetting | LinkSetting | PropertySetting) -> str:
    """Return a line about a setting."""
    if isinstance(setting, LinkSetting):
        return f"{setting.key} -> {setting.link}, by default {setting.default}"
    if isinstance(setting, PropertySetting):
        return f"{setting.key} = property {setting.property_f}"
    return f"{setting.key} = {setting.value}"


def copy_settings(source: Host | Environment, target: Host | Environment, prefix: str = "") -> int:
    """Copy settings between owners of different kinds."""
    found: list[Setting] = [setting for setting in source.settings() if setting.key.startswith(prefix)]
    target.settings().change(found, no_delete=True)
    return len(found)


client = Client("https://my.comodit.com/api", "UUU", "PPP")
environment = client.get_environment("OOO", "Default")
host = environment.hosts().get("web-1")

settings: SettingCollection = host.settings()
settings.create("ports", [80, 443])
settings.create("zones", {"primary": "eu", "others": ["us"]})
settings.create_link("zone", "organizations/OOO/settings/zone", "eu")
settings.create_property("address", "publicIp")
settings.update("ports", [80, 443, 8080])
settings["zones"].value["others"].append("ap")
settings.new_simple("site_title", "Our shop").create({"trigger_application_handler": False})
settings.delete("site_title")
environment.settings().change([settings.new_simple("zone", "eu"), {"key": "size", "value": 2}])

print([described(setting) for setting in settings], copy_settings(environment, host))
application = host.get_application("Wordpress")
origin = application.setting_origin("wp_admin_email")
print(origin.value, origin.origin, application.settings()["wp_admin_password"].schema.secret)
for level in client.get_organization("OOO").tree(key="zone").environments:
    print(level.environment, [setting.key for setting in level.settings])
