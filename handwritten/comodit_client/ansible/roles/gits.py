"""Git repositories that are checked out."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from comodit_client.ansible.roles.files import RoleFile
from comodit_client.ansible.roles.parts import parts_of
from comodit_client.ansible.roles.role import Role
from comodit_client.ansible.roles.steps import Steps, drop, named, task
from comodit_client.ansible.sources import Source
from comodit_client.ansible.yaml_text import literal
from comodit_client.disk import layout


def gits_of(role: Role, files: tuple[RoleFile, ...]) -> Steps:
    """Return the tasks for Git repositories.

    Args:
        role: The role.
        files: The files of the application, one of which may be a key.

    Returns:
        Those that check them out and remove them. They run only where the folder is given.
    """
    steps = Steps()
    for item in named(parts_of(role, layout.GIT), "endpoint"):
        name = item.text("name")
        slug = role.slug("git", name)
        folder = role.option(f"{slug}_dest", f"The folder for the Git repository {name}; without it, none is made.")
        role.note(f"ComodIT has no folder for the Git repository {name}. Define {folder} to check it out.")
        arguments = {
            "repo": _address(role, item, slug),
            "dest": f"{{{{ {folder} }}}}",
            "version": _version(role, item, slug),
            **_key(item, files),
        }
        _note_method(item)
        secret = True if item.peek("token") else None
        defined = f"{folder} is defined"
        steps.install.append(task(f"Check out {name}", "git", arguments, when=defined, no_log=secret))
        steps.remove.append(
            task(f"Remove the checkout of {name}", "file", {"path": arguments["dest"], "state": "absent"}, when=defined)
        )
    return steps


def _version(role: Role, item: Source, slug: str) -> Any:
    branch = item.text("branch")
    if branch:
        return literal(branch)
    return f"{{{{ {role.option(f'{slug}_version', 'The branch, tag or commit to check out.', 'HEAD')} }}}}"


def _address(role: Role, item: Source, slug: str) -> Any:
    """Return the address, with the user name and the token in it if there are any."""
    address, user = item.text("endpoint"), item.text("username")
    scheme, _, rest = address.partition("://")
    if scheme not in ("http", "https"):
        for member in ("username", "token"):
            drop(item, member, "only an address with http or https can hold it")
        return literal(address)
    login = quote(user, safe="")
    if not item.peek("token"):
        return literal(f"{scheme}://{login}@{rest}" if login else address)
    token = role.variable(f"{slug}_token")
    reference = role.keep_secret(token, item.get("token"), item, "token")
    role.option(f"{slug}_token", f"The token for {rest}.", reference, secret=True)
    return f"{scheme}://{login}:{{{{ {token} | default('') | urlencode }}}}@{rest.replace('{', '%7B')}"


def _note_method(item: Source) -> None:
    """Record the method of authentication, which the scheme of the address implies."""
    is_http = item.text("endpoint").startswith(("http://", "https://"))
    if item.peek("authenticationMethod") == ("HTTPS" if is_http else "SSH"):
        item.get("authenticationMethod")
    else:
        item.explain("authenticationMethod", "Git authenticates as the address says")


def _key(item: Source, files: tuple[RoleFile, ...]) -> dict[str, Any]:
    name = item.peek("keyName")
    if not name:
        return {}
    path = next((file.path for file in files if file.name == name), None)
    if path is None:
        item.lose("keyName", "the application has no file of that name")
        return {}
    item.get("keyName")
    return {"key_file": literal(path), "accept_newhostkey": True}
