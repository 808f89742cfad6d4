"""An exported organization, and its correct conversion, both written by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

#: The bytes of a file that is not a template.
LOGO = b"\x89PNG\r\n\x00\xff"


def uuid(number: int) -> str:
    return str(UUID(int=number, version=1))


SHOP: dict[str, Any] = {
    "name": "Shop",
    "organization": "Acme",
    "packages": [{"name": "httpd"}, {"name": "php"}],
    "services": [{"name": "httpd"}],
    "files": [
        {
            "name": "shop.conf",
            "path": "/etc/shop.conf",
            "mode": "640",
            "template": {"name": "shop.conf", "delimiter": {"start": "${", "end": "}"}},
        },
        {"name": "names", "path": "/etc/names", "template": {"delimiter": {"start": "[[", "end": "]]"}}},
        {"name": "logo.png", "path": "/var/logo.png", "template": {}},
    ],
    "parameters": [
        {"name": "port", "key": "port", "value": 8080, "schema": {"type": "integer"}},
        {"name": "debug", "key": "debug", "value": False, "schema": {"type": "boolean"}},
        {"name": "password", "key": "password", "schema": {"type": "string", "secret": True}},
        {"name": "domains", "key": "domains", "value": ["a.example"], "schema": {"type": "array"}},
    ],
}
ARCHIVE: dict[str, Any] = {
    "definition.json": {
        "name": "Acme",
        "uuid": uuid(1),
        "access": {"accessKey": "AK", "secretKey": "SK"},
        "environments": ["Prod"],
        "settings": [{"key": "ntp.server", "value": "ntp.acme"}, {"key": "greeting", "value": "Hello {{ you }}"}],
    },
    "applications/Shop/definition.json": SHOP,
    "applications/Shop/files/shop.conf": (
        "port ${port}\npassword ${password}\n<#if debug>\ndebug on\n</#if>\n"
        "ntp ${ntp.server} ${unknown}\n<#list domains as domain>\n- ${domain}\n</#list>\n"
        "mode ${_mode}\n{{ literally }}\n${greeting} on ${_host.name}\n"
    ),
    "applications/Shop/files/names": "[[_application.name]] [[_env_name]] [[_org.secret_key]] ${port}\n",
    "applications/Shop/files/logo.png": LOGO,
    "distributions/Linux/definition.json": {
        "name": "Linux",
        "files": [{"name": "kick:start", "delimiter": {"start": "${", "end": "}"}}],
        "parameters": [{"name": "zone", "key": "zone", "value": "UTC"}],
        "settings": [{"key": "zone", "value": "CET"}],
    },
    "distributions/Linux/files/kick%3Astart": "timezone ${zone}\n",
    "hostgroups/Web/definition.json": {
        "name": "Web",
        "uuid": uuid(2),
        "hosts": [{"environment": "Prod", "host": "web-2"}],
        "settings": [{"key": "debug", "value": True}],
    },
    "environments/Prod/definition.json": {
        "name": "Prod",
        "hosts": ["web-1", "web-2"],
        "settings": [{"key": "port", "value": 9090}],
    },
    "environments/Prod/hosts/web-1/definition.json": {
        "name": "web-1",
        "uuid": uuid(3),
        "applications": ["Shop"],
        "distribution": "Linux",
        "state": "READY",
        "settings": [{"key": "password", "value": "pass-1"}],
    },
    "environments/Prod/hosts/web-1/applications/Shop.json": {"application": "Shop", "settings": []},
    "environments/Prod/hosts/web-1/distribution.json": {"distribution": "Linux", "settings": []},
    "environments/Prod/hosts/web-2/definition.json": {
        "name": "web-2",
        "uuid": uuid(4),
        "applications": ["Shop"],
        "state": "READY",
        "settings": [{"key": "port", "value": 9091}, {"key": "password", "value": "pass-2"}],
    },
    "environments/Prod/hosts/web-2/applications/Shop.json": {
        "application": "Shop",
        "settings": [{"key": "port", "value": 9092}],
    },
}

TEMPLATE = """\
port {{ port }}
password {{ password | default('${password}') }}
{% if debug %}
debug on
{% endif %}
ntp {{ ntp_server | default('${ntp.server}') }} {{ unknown | default('${unknown}') }}
{% for domain in domains %}
- {{ domain }}
{% endfor %}
mode {{ _mode }}
{{ '{{' }} literally }}
{{ greeting }} on {{ _host.name }}
"""
_SERVER = """\
_host: {name: %s, uuid: %s}
_host_name: %s
"""
OUTPUT: dict[str, str | bytes] = {
    "site.yml": """\
---
- name: Configure web-1
  hosts: web-1
  tasks:
    - name: Install Shop
      ansible.builtin.import_role:
        name: shop
- name: Configure web-2
  hosts: web-2
  tasks:
    - name: Install Shop
      ansible.builtin.import_role:
        name: shop
      vars:
        port: 9092
""",
    "provision.yml": """\
---
- name: Render the files of machines
  hosts: distribution_Linux
  gather_facts: false
  tasks:
    - name: Render the files of Linux
      ansible.builtin.import_role:
        name: distribution_linux
""",
    "inventory/hosts.yml": """\
---
all:
  children:
    environment_Prod: {hosts: {web-1: {}, web-2: {}}}
    hostgroup_Web: {hosts: {web-2: {}}, vars: {ansible_group_priority: 2}}
    distribution_Linux: {hosts: {web-1: {}}}
""",
    "inventory/group_vars/all/vars.yml": """\
---
ntp_server: ntp.acme
greeting: !unsafe "Hello {{ you }}"
_org: {name: Acme, access_key: AK, secret_key: "{{ vault__org_secret_key }}"}
_org_name: Acme
""",
    "inventory/group_vars/all/vault.yml": "$ANSIBLE_VAULT;1.1;AES256\n6162\n",
    "inventory/group_vars/environment_Prod/vars.yml": "_env: {name: Prod}\n_env_name: Prod\nport: 9090\n",
    "inventory/group_vars/hostgroup_Web/vars.yml": "debug: true\n",
    "inventory/host_vars/web-1/vars.yml": _SERVER % ("web-1", uuid(3), "web-1") + "password: pass-1\n",
    "inventory/host_vars/web-2/vars.yml": _SERVER % ("web-2", uuid(4), "web-2") + "password: pass-2\nport: 9091\n",
    "roles/shop/defaults/main.yml": "port: 8080\ndebug: false\ndomains: [a.example]\n",
    "roles/shop/vars/main.yml": "_application: {name: Shop}\n",
    "roles/shop/tasks/main.yml": """\
---
- name: Write file shop.conf
  ansible.builtin.template:
    src: shop.conf.j2
    dest: /etc/shop.conf
    mode: "0640"
  vars:
    _mode: "640"
- name: Write the others
  block:
    - name: Write file names
      ansible.builtin.template:
        src: names.j2
        dest: /etc/names
        mode: "0644"
    - name: Write file logo.png
      ansible.builtin.copy:
        src: logo.png
        dest: /var/logo.png
        mode: "0644"
""",
    "roles/shop/templates/shop.conf.j2": TEMPLATE,
    "roles/shop/templates/names.j2": "{{ _application.name }} {{ _env_name }} {{ _org.secret_key }} ${port}\n",
    "roles/shop/files/logo.png": LOGO,
    "roles/distribution_linux/defaults/main.yml": "zone: CET\n",
    "roles/distribution_linux/vars/main.yml": "_distribution: {name: Linux}\n",
    "roles/distribution_linux/tasks/main.yml": """\
---
- name: Write file kick:start
  ansible.builtin.template:
    src: kick%3Astart.j2
    dest: "{{ playbook_dir }}/provisioning/{{ inventory_hostname }}/kick%3Astart"
    mode: "0600"
  delegate_to: localhost
""",
    "roles/distribution_linux/templates/kick%3Astart.j2": "timezone {{ zone }}\n",
}
SECRETS = {"inventory/group_vars/all": {"vault__org_secret_key": "SK"}}


def write(folder: Path, files: dict[str, Any]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content))
    return folder
