# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Recipes: packages, files, services and handlers that make up an application."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, TypeAlias

from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.request import Request, Upload, drop_none, identity, segment
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.application_files import ApplicationFile
    from comodit_client.wire.parameters import Parameter

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/applications/"

#: What a handler does; update and execute are for files, restart and reload for services.
HandlerAction: TypeAlias = Literal["update", "execute", "restart", "reload"] | str


class ApplicationList(View):
    """A list answer: a page of Application objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }

    @property
    def count(self) -> int | str | None:
        """Items in this answer."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Place of the first item among all."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Items overall."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[Application]:
        """The items; may be absent when there is none."""
        return self._views("items", Application)

    @items.setter
    def items(self, value: Iterable[Application | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Application(View):
    """A recipe: resources of the operating system, parameters, and handlers that act on the resources."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "version": "version",
        "organization": "organization",
        "name": "name",
        "description": "description",
        "locked": "locked",
        "packages": "packages",
        "services": "services",
        "files": "files_f",
        "parameters": "parameters_f",
        "handlers": "handlers",
        "repositories": "repositories",
        "users": "users",
        "groups": "groups",
        "directories": "directories",
        "compatibility": "compatibility",
        "actions": "actions",
        "commands": "commands",
        "publishedAs": "published_as",
        "purchasedAs": "purchased_as",
        "canPull": "can_pull",
        "canPush": "can_push",
        "url": "url_f",
        "documentation": "documentation",
        "license": "license",
        "price": "price",
    }

    @property
    def uuid(self) -> str | None:
        """Unique identifier, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter, raised by the server on each change."""
        return self._data.get("version")

    @property
    def organization(self) -> str | None:
        """Name of the organization that owns the application."""
        return self._data.get("organization")

    @property
    def name(self) -> str:
        """Name, unique among the applications of the organization."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def description(self) -> str | None:
        """Free text about the application."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def locked(self) -> bool | None:
        """Whether the application is protected against being changed."""
        return self._data.get("locked")

    @property
    def packages(self) -> ViewList[Package]:
        """Packages to install."""
        return self._views("packages", Package)

    @packages.setter
    def packages(self, value: Iterable[Package | Mapping[str, Any]] | None) -> None:
        self._set_list("packages", value)

    @packages.deleter
    def packages(self) -> None:
        self._data.pop("packages", None)

    @property
    def services(self) -> ViewList[Service]:
        """Services to manage."""
        return self._views("services", Service)

    @services.setter
    def services(self, value: Iterable[Service | Mapping[str, Any]] | None) -> None:
        self._set_list("services", value)

    @services.deleter
    def services(self) -> None:
        self._data.pop("services", None)

    @property
    def files_f(self) -> ViewList[ApplicationFile]:
        """Files to put on the machine; written at creation only."""
        from comodit_client.wire.application_files import ApplicationFile

        return self._views("files", ApplicationFile)

    @property
    def parameters_f(self) -> ViewList[Parameter]:
        """Settings that the application expects; written at creation only."""
        from comodit_client.wire.parameters import Parameter

        return self._views("parameters", Parameter)

    @property
    def handlers(self) -> ViewList[Handler]:
        """What to do when settings change or the application is installed or uninstalled."""
        return self._views("handlers", Handler)

    @handlers.setter
    def handlers(self, value: Iterable[Handler | Mapping[str, Any]] | None) -> None:
        self._set_list("handlers", value)

    @handlers.deleter
    def handlers(self) -> None:
        self._data.pop("handlers", None)

    @property
    def repositories(self) -> ViewList[Repository]:
        """Package repositories to make known to the machine."""
        return self._views("repositories", Repository)

    @repositories.setter
    def repositories(self, value: Iterable[Repository | Mapping[str, Any]] | None) -> None:
        self._set_list("repositories", value)

    @repositories.deleter
    def repositories(self) -> None:
        self._data.pop("repositories", None)

    @property
    def users(self) -> ViewList[ApplicationUser]:
        """User accounts to create on the machine."""
        return self._views("users", ApplicationUser)

    @users.setter
    def users(self, value: Iterable[ApplicationUser | Mapping[str, Any]] | None) -> None:
        self._set_list("users", value)

    @users.deleter
    def users(self) -> None:
        self._data.pop("users", None)

    @property
    def groups(self) -> ViewList[ApplicationGroup]:
        """Groups of users to create on the machine."""
        return self._views("groups", ApplicationGroup)

    @groups.setter
    def groups(self, value: Iterable[ApplicationGroup | Mapping[str, Any]] | None) -> None:
        self._set_list("groups", value)

    @groups.deleter
    def groups(self) -> None:
        self._data.pop("groups", None)

    @property
    def directories(self) -> ViewList[Directory]:
        """Directories to create on the machine."""
        return self._views("directories", Directory)

    @directories.setter
    def directories(self, value: Iterable[Directory | Mapping[str, Any]] | None) -> None:
        self._set_list("directories", value)

    @directories.deleter
    def directories(self) -> None:
        self._data.pop("directories", None)

    @property
    def compatibility(self) -> ViewList[CompatibilityRule]:
        """Operating systems that the application fits."""
        return self._views("compatibility", CompatibilityRule)

    @compatibility.setter
    def compatibility(self, value: Iterable[CompatibilityRule | Mapping[str, Any]] | None) -> None:
        self._set_list("compatibility", value)

    @compatibility.deleter
    def compatibility(self) -> None:
        self._data.pop("compatibility", None)

    @property
    def actions(self) -> ViewList[CustomAction]:
        """Custom actions of exports made before 2019, when handlers got names instead."""
        return self._views("actions", CustomAction)

    @actions.setter
    def actions(self, value: Iterable[CustomAction | Mapping[str, Any]] | None) -> None:
        self._set_list("actions", value)

    @actions.deleter
    def actions(self) -> None:
        self._data.pop("actions", None)

    @property
    def commands(self) -> BoundList[Any]:
        """Commands, as exports have them since 2013; their form is not known."""
        return self._values("commands")

    @commands.setter
    def commands(self, value: Iterable[Any] | None) -> None:
        self._set_list("commands", value)

    @commands.deleter
    def commands(self) -> None:
        self._data.pop("commands", None)

    @property
    def published_as(self) -> str | None:
        """Identifier of the entry in the store that offers this application."""
        return self._data.get("publishedAs")

    @property
    def purchased_as(self) -> str | None:
        """Identifier of the purchase by which this application came from the store."""
        return self._data.get("purchasedAs")

    @property
    def can_pull(self) -> bool | None:
        """Whether the store holds something newer than this purchased application."""
        return self._data.get("canPull")

    @property
    def can_push(self) -> bool | None:
        """Whether this published application is newer than the store's copy."""
        return self._data.get("canPush")

    @property
    def url_f(self) -> str | None:
        """Address of a web site about the application."""
        return self._data.get("url")

    @url_f.setter
    def url_f(self, value: str | None) -> None:
        self._data["url"] = value

    @url_f.deleter
    def url_f(self) -> None:
        self._data.pop("url", None)

    @property
    def documentation(self) -> str | None:
        """How to use the application."""
        return self._data.get("documentation")

    @documentation.setter
    def documentation(self, value: str | None) -> None:
        self._data["documentation"] = value

    @documentation.deleter
    def documentation(self) -> None:
        self._data.pop("documentation", None)

    @property
    def license(self) -> str | None:
        """Full text of the licence."""
        return self._data.get("license")

    @license.setter
    def license(self, value: str | None) -> None:
        self._data["license"] = value

    @license.deleter
    def license(self) -> None:
        self._data.pop("license", None)

    @property
    def price(self) -> str | None:
        """Price in the store, a decimal number as text, e.g. "0.00"."""
        return self._data.get("price")

    @price.setter
    def price(self, value: str | None) -> None:
        self._data["price"] = value

    @price.deleter
    def price(self) -> None:
        self._data.pop("price", None)


class Package(View):
    """A package of the operating system."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
    }

    @property
    def name(self) -> str:
        """Name that the package manager knows."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value


class Repository(View):
    """A package repository."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "location": "location",
        "components": "components",
    }

    @property
    def name(self) -> str:
        """Name, unique among the repositories of the application."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def location(self) -> str | None:
        """Base address of the repository, a URL."""
        return self._data.get("location")

    @location.setter
    def location(self, value: str | None) -> None:
        self._data["location"] = value

    @location.deleter
    def location(self) -> None:
        self._data.pop("location", None)

    @property
    def components(self) -> BoundList[str]:
        """Components of an APT repository; empty for others."""
        return self._values("components")

    @components.setter
    def components(self, value: Iterable[str] | None) -> None:
        self._set_list("components", value)

    @components.deleter
    def components(self) -> None:
        self._data.pop("components", None)


class ApplicationUser(View):
    """A user account on the machine."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "password": "password",
        "loginGroup": "login_group",
        "groups": "groups",
        "home": "home",
        "fullName": "full_name",
        "uid": "uid",
        "gid": "gid",
        "shell": "shell",
        "system": "system",
        "createHome": "create_home",
    }
    SECRETS: ClassVar[frozenset[str]] = frozenset(
        {
            "password",
        }
    )

    @property
    def name(self) -> str:
        """Name to log in with."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def password(self) -> str | None:
        """Password of the account, secret."""
        return self._data.get("password")

    @password.setter
    def password(self, value: str | None) -> None:
        self._data["password"] = value

    @password.deleter
    def password(self) -> None:
        self._data.pop("password", None)

    @property
    def login_group(self) -> str | None:
        """Name of the primary group."""
        return self._data.get("loginGroup")

    @login_group.setter
    def login_group(self, value: str | None) -> None:
        self._data["loginGroup"] = value

    @login_group.deleter
    def login_group(self) -> None:
        self._data.pop("loginGroup", None)

    @property
    def groups(self) -> BoundList[str]:
        """Names of the further groups."""
        return self._values("groups")

    @groups.setter
    def groups(self, value: Iterable[str] | None) -> None:
        self._set_list("groups", value)

    @groups.deleter
    def groups(self) -> None:
        self._data.pop("groups", None)

    @property
    def home(self) -> str | None:
        """Absolute path of the home directory."""
        return self._data.get("home")

    @home.setter
    def home(self, value: str | None) -> None:
        self._data["home"] = value

    @home.deleter
    def home(self) -> None:
        self._data.pop("home", None)

    @property
    def full_name(self) -> str | None:
        """Name of the person or purpose."""
        return self._data.get("fullName")

    @full_name.setter
    def full_name(self, value: str | None) -> None:
        self._data["fullName"] = value

    @full_name.deleter
    def full_name(self) -> None:
        self._data.pop("fullName", None)

    @property
    def uid(self) -> int | str | None:
        """Number of the user; -1 for any."""
        return self._data.get("uid")

    @uid.setter
    def uid(self, value: int | str | None) -> None:
        self._data["uid"] = value

    @uid.deleter
    def uid(self) -> None:
        self._data.pop("uid", None)

    @property
    def gid(self) -> int | str | None:
        """Number of the primary group; -1 for any."""
        return self._data.get("gid")

    @gid.setter
    def gid(self, value: int | str | None) -> None:
        self._data["gid"] = value

    @gid.deleter
    def gid(self) -> None:
        self._data.pop("gid", None)

    @property
    def shell(self) -> str | None:
        """Absolute path of the login shell."""
        return self._data.get("shell")

    @shell.setter
    def shell(self, value: str | None) -> None:
        self._data["shell"] = value

    @shell.deleter
    def shell(self) -> None:
        self._data.pop("shell", None)

    @property
    def system(self) -> bool | None:
        """Whether it is an account of the system."""
        return self._data.get("system")

    @system.setter
    def system(self, value: bool | None) -> None:
        self._data["system"] = value

    @system.deleter
    def system(self) -> None:
        self._data.pop("system", None)

    @property
    def create_home(self) -> bool | None:
        """Whether to create the home directory."""
        return self._data.get("createHome")

    @create_home.setter
    def create_home(self, value: bool | None) -> None:
        self._data["createHome"] = value

    @create_home.deleter
    def create_home(self) -> None:
        self._data.pop("createHome", None)


class ApplicationGroup(View):
    """A group of users on the machine."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "gid": "gid",
    }

    @property
    def name(self) -> str:
        """Name of the group."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def gid(self) -> int | str | None:
        """Number of the group; -1 for any."""
        return self._data.get("gid")

    @gid.setter
    def gid(self, value: int | str | None) -> None:
        self._data["gid"] = value

    @gid.deleter
    def gid(self) -> None:
        self._data.pop("gid", None)


class Service(View):
    """A service of the operating system."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "enabled": "enabled",
    }

    @property
    def name(self) -> str:
        """Name that the operating system knows."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def enabled(self) -> bool | None:
        """Whether the service starts when the machine boots."""
        return self._data.get("enabled")

    @enabled.setter
    def enabled(self, value: bool | None) -> None:
        self._data["enabled"] = value

    @enabled.deleter
    def enabled(self) -> None:
        self._data.pop("enabled", None)


class Directory(View):
    """A directory on the machine."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "path": "path",
        "owner": "owner",
        "group": "group",
        "mode": "mode",
    }

    @property
    def name(self) -> str:
        """Free label of the directory."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def path(self) -> str | None:
        """Absolute path on the machine."""
        return self._data.get("path")

    @path.setter
    def path(self, value: str | None) -> None:
        self._data["path"] = value

    @path.deleter
    def path(self) -> None:
        self._data.pop("path", None)

    @property
    def owner(self) -> str | None:
        """Name of the user who owns the directory."""
        return self._data.get("owner")

    @owner.setter
    def owner(self, value: str | None) -> None:
        self._data["owner"] = value

    @owner.deleter
    def owner(self) -> None:
        self._data.pop("owner", None)

    @property
    def group(self) -> str | None:
        """Name of the group that owns the directory."""
        return self._data.get("group")

    @group.setter
    def group(self, value: str | None) -> None:
        self._data["group"] = value

    @group.deleter
    def group(self) -> None:
        self._data.pop("group", None)

    @property
    def mode(self) -> str | None:
        """Rights, octal digits as text, e.g. "755"."""
        return self._data.get("mode")

    @mode.setter
    def mode(self, value: str | None) -> None:
        self._data["mode"] = value

    @mode.deleter
    def mode(self) -> None:
        self._data.pop("mode", None)


class Handler(View):
    """Actions that run when one of the triggers fires, or on demand by name."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "do": "actions",
        "on": "triggers",
    }

    @property
    def name(self) -> str | None:
        """Name by which the handler is run on demand; handlers made before 2019 have none."""
        return self._data.get("name")

    @name.setter
    def name(self, value: str | None) -> None:
        self._data["name"] = value

    @name.deleter
    def name(self) -> None:
        self._data.pop("name", None)

    @property
    def actions(self) -> ViewList[Action]:
        """Actions in the order in which they run."""
        return self._views("do", Action)

    @actions.setter
    def actions(self, value: Iterable[Action | Mapping[str, Any]] | None) -> None:
        self._set_list("do", value)

    @actions.deleter
    def actions(self) -> None:
        self._data.pop("do", None)

    @property
    def triggers(self) -> BoundList[str]:
        """Keys of settings whose change fires the handler, and _install and _uninstall."""
        return self._values("on")

    @triggers.setter
    def triggers(self, value: Iterable[str] | None) -> None:
        self._set_list("on", value)

    @triggers.deleter
    def triggers(self) -> None:
        self._data.pop("on", None)


class Action(View):
    """One step of a handler."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "action": "type",
        "resource": "resource",
    }

    @property
    def type(self) -> HandlerAction | None:
        """What is done to the resource."""
        return self._data.get("action")

    @type.setter
    def type(self, value: HandlerAction | None) -> None:
        self._data["action"] = value

    @type.deleter
    def type(self) -> None:
        self._data.pop("action", None)

    @property
    def resource(self) -> str | None:
        """Resource of the application: file:// or service:// and its name, not percent-encoded."""
        return self._data.get("resource")

    @resource.setter
    def resource(self, value: str | None) -> None:
        self._data["resource"] = value

    @resource.deleter
    def resource(self) -> None:
        self._data.pop("resource", None)


class CompatibilityRule(View):
    """An operating system that an application fits."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "type": "os_type",
        "version": "version",
    }

    @property
    def os_type(self) -> str | None:
        """Kind of operating system, e.g. centos, fedora or debian."""
        return self._data.get("type")

    @os_type.setter
    def os_type(self, value: str | None) -> None:
        self._data["type"] = value

    @os_type.deleter
    def os_type(self) -> None:
        self._data.pop("type", None)

    @property
    def version(self) -> str | None:
        """Version of the operating system."""
        return self._data.get("version")

    @version.setter
    def version(self, value: str | None) -> None:
        self._data["version"] = value

    @version.deleter
    def version(self) -> None:
        self._data.pop("version", None)


class CustomAction(View):
    """An action run on demand, as applications had them before 2019."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "description": "description",
    }

    @property
    def key(self) -> str | None:
        """Key that handlers had as a trigger."""
        return self._data.get("key")

    @key.setter
    def key(self, value: str | None) -> None:
        self._data["key"] = value

    @key.deleter
    def key(self) -> None:
        self._data.pop("key", None)

    @property
    def name(self) -> str | None:
        """Name to show."""
        return self._data.get("name")

    @name.setter
    def name(self, value: str | None) -> None:
        self._data["name"] = value

    @name.deleter
    def name(self) -> None:
        self._data.pop("name", None)

    @property
    def description(self) -> str | None:
        """Free text about the action."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)


def list(
    organization: str,
) -> Request[ApplicationList]:
    """List the applications of the organization.

    Facts: S2, recipes.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is an ApplicationList: the applications.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "applications.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/applications/",
        "object",
        ApplicationList,
    )


def create(
    organization: str,
    body: Application | Mapping[str, Any],
) -> Request[Application]:
    """Create an application.

    Contents of files are uploaded afterwards. The organization, uuid and version of the body do not matter, so that
    an exported application can be created elsewhere.

    Facts: S4, S103, S111, S115, recipes.

    Args:
        organization: Name of the organization.
        body: What to send.

    Returns:
        The request; its answer is an Application: the application as created.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "applications.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/applications/",
        "object",
        Application,
        body=unwrapped(body),
        secret=("password",),
    )


def clear(
    organization: str,
) -> Request[None]:
    """Delete all applications of the organization.

    Inherited by every collection of the old client, never used; whether the server has it is not known.

    Facts: recipes. Inferred.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "applications.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/applications/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    application: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Application]:
    """Get the application.

    Facts: S1, S111, recipes, core.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is an Application: the application.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "applications.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}",
        "object",
        Application,
        query=drop_none(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "obfuscate": obfuscate,
            }
        ),
    )


def update(
    organization: str,
    application: str,
    body: Application | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Application]:
    """Update the application.

    Files and parameters are ignored: their own collections change them. A new name in the body renames the
    application.

    Facts: S111, S117, recipes.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is an Application: the application as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "applications.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}",
        "object",
        Application,
        query=drop_none(
            {
                "force": force,
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
        body=unwrapped(body),
        secret=("password",),
    )


def delete(
    organization: str,
    application: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete the application.

    Facts: recipes.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "applications.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )


def clone(
    organization: str,
    application: str,
    *,
    name: str,
) -> Request[Application]:
    """Clone the application in its organization.

    Facts: S121, recipes.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        name: Name of the copy; it must be free.

    Returns:
        The request; its answer is an Application: the clone.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "applications.clone",
        "PUT",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/_clone",
        "object",
        Application,
        query=drop_none(
            {
                "name": name,
            }
        ),
    )


def lock(
    organization: str,
    application: str,
) -> Request[None]:
    """Protect the application against being changed.

    Facts: S9, recipes.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "applications.lock",
        "POST",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/lock",
        "nothing",
        identity,
    )


def unlock(
    organization: str,
    application: str,
) -> Request[None]:
    """Let the application be changed again.

    Facts: S9, recipes.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "applications.unlock",
        "POST",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/unlock",
        "nothing",
        identity,
    )


def get_thumbnail(
    organization: str,
    application: str,
) -> Request[bytes]:
    """Get the picture of the application.

    404 when there is none.

    Facts: recipes.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request; its answer is bytes: the picture, a PNG of 128 by 128 pixels mostly.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "applications.get_thumbnail",
        "GET",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/thumb",
        "bytes",
        identity,
        timeout_class="long",
    )


def set_thumbnail(
    organization: str,
    application: str,
    upload: Upload,
) -> Request[None]:
    """Set the picture of the application.

    Facts: recipes.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        upload: The picture.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "applications.set_thumbnail",
        "POST",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/thumb",
        "nothing",
        identity,
        parts={"file": upload},
        timeout_class="long",
    )
