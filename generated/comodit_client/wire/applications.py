# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Definitions of applications: packages, files, services, settings and handlers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.request import Request, Upload, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.application_files import ApplicationFile
    from comodit_client.wire.dicts.application_files import ApplicationFileDict
    from comodit_client.wire.dicts.applications import (
        ActionDict,
        ActionMembers,
        ApplicationDict,
        ApplicationGroupDict,
        ApplicationGroupMembers,
        ApplicationListDict,
        ApplicationListMembers,
        ApplicationMembers,
        ApplicationUserDict,
        ApplicationUserMembers,
        CompatibilityRuleDict,
        CompatibilityRuleMembers,
        CustomActionDict,
        CustomActionMembers,
        DirectoryDict,
        DirectoryMembers,
        HandlerDict,
        HandlerMembers,
        PackageDict,
        PackageMembers,
        RepositoryDict,
        RepositoryMembers,
        ServiceDict,
        ServiceMembers,
    )
    from comodit_client.wire.dicts.parameters import ParameterDict
    from comodit_client.wire.iterables import Values
    from comodit_client.wire.parameters import Parameter

#: Type of an action: update and execute for files, restart and reload for services.
HandlerAction: TypeAlias = Literal["update", "execute", "restart", "reload"]


class ApplicationList(View):
    """A list response: one page of Application objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: ApplicationListDict | None = None, **members: Unpack[ApplicationListMembers]
        ) -> None: ...

    @property
    def count(self) -> int | str | None:
        """Number of items on this page."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Position of the first item among all items."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Number of items on all pages."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[Application, Application | ApplicationDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Application)

    @items.setter
    def items(self, value: Iterable[Application | ApplicationDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Application(View):
    """The definition of an application: resources of the operating system, parameters, and handlers that act on the
    resources.
    """

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
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "packages": "packages",
        "services": "services",
        "files": "files",
        "parameters": "parameters",
        "handlers": "handlers",
        "repositories": "repositories",
        "users": "users",
        "groups": "groups",
        "directories": "directories",
        "compatibility": "compatibility",
        "actions": "actions",
        "commands": "commands",
        "url": "url",
        "documentation": "documentation",
        "license": "license",
        "price": "price",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: ApplicationDict | None = None, **members: Unpack[ApplicationMembers]) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Unique identifier, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter; the server increments it on each change."""
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
        """Description of the application."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def locked(self) -> bool | None:
        """Whether the application is protected against changes."""
        return self._data.get("locked")

    @property
    def packages(self) -> ViewList[Package, Package | PackageDict]:
        """Packages to install."""
        return self._views("packages", Package)

    @packages.setter
    def packages(self, value: Iterable[Package | PackageDict] | None) -> None:
        self._set_views("packages", value)

    @packages.deleter
    def packages(self) -> None:
        self._data.pop("packages", None)

    @property
    def services(self) -> ViewList[Service, Service | ServiceDict]:
        """Services to manage."""
        return self._views("services", Service)

    @services.setter
    def services(self, value: Iterable[Service | ServiceDict] | None) -> None:
        self._set_views("services", value)

    @services.deleter
    def services(self) -> None:
        self._data.pop("services", None)

    @property
    def files_f(self) -> ViewList[ApplicationFile, ApplicationFile | ApplicationFileDict]:
        """Files to install on the machine; only set on creation."""
        from comodit_client.wire.application_files import ApplicationFile

        return self._views("files", ApplicationFile)

    @property
    def parameters_f(self) -> ViewList[Parameter, Parameter | ParameterDict]:
        """Settings that the application expects; only set on creation."""
        from comodit_client.wire.parameters import Parameter

        return self._views("parameters", Parameter)

    @property
    def handlers(self) -> ViewList[Handler, Handler | HandlerDict]:
        """Actions on installation, on uninstallation and on changes of settings."""
        return self._views("handlers", Handler)

    @handlers.setter
    def handlers(self, value: Iterable[Handler | HandlerDict] | None) -> None:
        self._set_views("handlers", value)

    @handlers.deleter
    def handlers(self) -> None:
        self._data.pop("handlers", None)

    @property
    def repositories(self) -> ViewList[Repository, Repository | RepositoryDict]:
        """Package repositories to add to the machine."""
        return self._views("repositories", Repository)

    @repositories.setter
    def repositories(self, value: Iterable[Repository | RepositoryDict] | None) -> None:
        self._set_views("repositories", value)

    @repositories.deleter
    def repositories(self) -> None:
        self._data.pop("repositories", None)

    @property
    def users(self) -> ViewList[ApplicationUser, ApplicationUser | ApplicationUserDict]:
        """User accounts to create on the machine."""
        return self._views("users", ApplicationUser)

    @users.setter
    def users(self, value: Iterable[ApplicationUser | ApplicationUserDict] | None) -> None:
        self._set_views("users", value)

    @users.deleter
    def users(self) -> None:
        self._data.pop("users", None)

    @property
    def groups(self) -> ViewList[ApplicationGroup, ApplicationGroup | ApplicationGroupDict]:
        """Groups of users to create on the machine."""
        return self._views("groups", ApplicationGroup)

    @groups.setter
    def groups(self, value: Iterable[ApplicationGroup | ApplicationGroupDict] | None) -> None:
        self._set_views("groups", value)

    @groups.deleter
    def groups(self) -> None:
        self._data.pop("groups", None)

    @property
    def directories(self) -> ViewList[Directory, Directory | DirectoryDict]:
        """Directories to create on the machine."""
        return self._views("directories", Directory)

    @directories.setter
    def directories(self, value: Iterable[Directory | DirectoryDict] | None) -> None:
        self._set_views("directories", value)

    @directories.deleter
    def directories(self) -> None:
        self._data.pop("directories", None)

    @property
    def compatibility(self) -> ViewList[CompatibilityRule, CompatibilityRule | CompatibilityRuleDict]:
        """Operating systems that the application is compatible with."""
        return self._views("compatibility", CompatibilityRule)

    @compatibility.setter
    def compatibility(self, value: Iterable[CompatibilityRule | CompatibilityRuleDict] | None) -> None:
        self._set_views("compatibility", value)

    @compatibility.deleter
    def compatibility(self) -> None:
        self._data.pop("compatibility", None)

    @property
    def actions(self) -> ViewList[CustomAction, CustomAction | CustomActionDict]:
        """Custom actions in exports made before 2019. They were replaced by named handlers."""
        return self._views("actions", CustomAction)

    @actions.setter
    def actions(self, value: Iterable[CustomAction | CustomActionDict] | None) -> None:
        self._set_views("actions", value)

    @actions.deleter
    def actions(self) -> None:
        self._data.pop("actions", None)

    @property
    def commands(self) -> BoundList[Any]:
        """Commands, present in exports since 2013. Their format is unknown."""
        return self._values("commands")

    @commands.setter
    def commands(self, value: Values[Any] | None) -> None:
        self._set_values("commands", value)

    @commands.deleter
    def commands(self) -> None:
        self._data.pop("commands", None)

    @property
    def published_as(self) -> str | None:
        """Identifier of the store entry of this application."""
        return self._data.get("publishedAs")

    @property
    def purchased_as(self) -> str | None:
        """Identifier of the purchase of this application in the store."""
        return self._data.get("purchasedAs")

    @property
    def can_pull(self) -> bool | None:
        """Whether the store has a newer version of this purchased application."""
        return self._data.get("canPull")

    @property
    def can_push(self) -> bool | None:
        """Whether this published application is newer than the copy in the store."""
        return self._data.get("canPush")

    @property
    def url_f(self) -> str | None:
        """URL of a website about the application."""
        return self._data.get("url")

    @url_f.setter
    def url_f(self, value: str | None) -> None:
        self._data["url"] = value

    @url_f.deleter
    def url_f(self) -> None:
        self._data.pop("url", None)

    @property
    def documentation(self) -> str | None:
        """Usage instructions of the application."""
        return self._data.get("documentation")

    @documentation.setter
    def documentation(self, value: str | None) -> None:
        self._data["documentation"] = value

    @documentation.deleter
    def documentation(self) -> None:
        self._data.pop("documentation", None)

    @property
    def license(self) -> str | None:
        """Full text of the license."""
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
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: PackageDict | None = None, **members: Unpack[PackageMembers]) -> None: ...

    @property
    def name(self) -> str:
        """Name as known to the package manager."""
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
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "location": "location",
        "components": "components",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: RepositoryDict | None = None, **members: Unpack[RepositoryMembers]) -> None: ...

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
        """Base URL of the repository."""
        return self._data.get("location")

    @location.setter
    def location(self, value: str | None) -> None:
        self._data["location"] = value

    @location.deleter
    def location(self) -> None:
        self._data.pop("location", None)

    @property
    def components(self) -> BoundList[str]:
        """Components of an APT repository; empty for other repositories."""
        return self._values("components")

    @components.setter
    def components(self, value: Values[str] | None) -> None:
        self._set_values("components", value)

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
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "password": "password",
        "login_group": "loginGroup",
        "groups": "groups",
        "home": "home",
        "full_name": "fullName",
        "uid": "uid",
        "gid": "gid",
        "shell": "shell",
        "system": "system",
        "create_home": "createHome",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: ApplicationUserDict | None = None, **members: Unpack[ApplicationUserMembers]
        ) -> None: ...

    @property
    def name(self) -> str:
        """Login name."""
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
        """Names of the secondary groups."""
        return self._values("groups")

    @groups.setter
    def groups(self, value: Values[str] | None) -> None:
        self._set_values("groups", value)

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
        """Full name or purpose of the user."""
        return self._data.get("fullName")

    @full_name.setter
    def full_name(self, value: str | None) -> None:
        self._data["fullName"] = value

    @full_name.deleter
    def full_name(self) -> None:
        self._data.pop("fullName", None)

    @property
    def uid(self) -> int | str | None:
        """User id (uid); -1 for any."""
        return self._data.get("uid")

    @uid.setter
    def uid(self, value: int | str | None) -> None:
        self._data["uid"] = value

    @uid.deleter
    def uid(self) -> None:
        self._data.pop("uid", None)

    @property
    def gid(self) -> int | str | None:
        """Id of the primary group (gid); -1 for any."""
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
        """Whether the user is a system account."""
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
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "gid": "gid",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: ApplicationGroupDict | None = None, **members: Unpack[ApplicationGroupMembers]
        ) -> None: ...

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
        """Group id (gid); -1 for any."""
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
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "enabled": "enabled",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: ServiceDict | None = None, **members: Unpack[ServiceMembers]) -> None: ...

    @property
    def name(self) -> str:
        """Name as known to the operating system."""
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
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "path": "path",
        "owner": "owner",
        "group": "group",
        "mode": "mode",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: DirectoryDict | None = None, **members: Unpack[DirectoryMembers]) -> None: ...

    @property
    def name(self) -> str:
        """Label of the directory."""
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
        """Name of the user that owns the directory."""
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
        """Permissions, octal digits as text, e.g. "755"."""
        return self._data.get("mode")

    @mode.setter
    def mode(self, value: str | None) -> None:
        self._data["mode"] = value

    @mode.deleter
    def mode(self) -> None:
        self._data.pop("mode", None)


class Handler(View):
    """Actions that run when one of the triggers fires, or on demand by the handler's name."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "do": "actions",
        "on": "triggers",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "do": "do",
        "on": "on",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: HandlerDict | None = None, **members: Unpack[HandlerMembers]) -> None: ...

    @property
    def name(self) -> str | None:
        """Name for running the handler on demand; handlers created before 2019 have none."""
        return self._data.get("name")

    @name.setter
    def name(self, value: str | None) -> None:
        self._data["name"] = value

    @name.deleter
    def name(self) -> None:
        self._data.pop("name", None)

    @property
    def actions(self) -> ViewList[Action, Action | ActionDict]:
        """Actions in the order of execution."""
        return self._views("do", Action)

    @actions.setter
    def actions(self, value: Iterable[Action | ActionDict] | None) -> None:
        self._set_views("do", value)

    @actions.deleter
    def actions(self) -> None:
        self._data.pop("do", None)

    @property
    def triggers(self) -> BoundList[str]:
        """Keys of the settings whose change runs the handler, or _install and _uninstall."""
        return self._values("on")

    @triggers.setter
    def triggers(self, value: Values[str] | None) -> None:
        self._set_values("on", value)

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
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "action": "action",
        "resource": "resource",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: ActionDict | None = None, **members: Unpack[ActionMembers]) -> None: ...

    @property
    def type(self) -> HandlerAction | str | None:
        """Type of the action."""
        return self._data.get("action")

    @type.setter
    def type(self, value: HandlerAction | str | None) -> None:
        self._data["action"] = value

    @type.deleter
    def type(self) -> None:
        self._data.pop("action", None)

    @property
    def resource(self) -> str | None:
        """Resource of the application: file:// or service:// followed by its name, not percent-encoded."""
        return self._data.get("resource")

    @resource.setter
    def resource(self, value: str | None) -> None:
        self._data["resource"] = value

    @resource.deleter
    def resource(self) -> None:
        self._data.pop("resource", None)


class CompatibilityRule(View):
    """An operating system that an application is compatible with."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "type": "os_type",
        "version": "version",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "version": "version",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: CompatibilityRuleDict | None = None, **members: Unpack[CompatibilityRuleMembers]
        ) -> None: ...

    @property
    def os_type(self) -> str | None:
        """Name of the operating system, e.g. centos, fedora or debian."""
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
    """A custom action, run on demand. Applications had them before 2019."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "description": "description",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "description": "description",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: CustomActionDict | None = None, **members: Unpack[CustomActionMembers]
        ) -> None: ...

    @property
    def key(self) -> str | None:
        """Key that handlers used as a trigger."""
        return self._data.get("key")

    @key.setter
    def key(self, value: str | None) -> None:
        self._data["key"] = value

    @key.deleter
    def key(self) -> None:
        self._data.pop("key", None)

    @property
    def name(self) -> str | None:
        """Display name."""
        return self._data.get("name")

    @name.setter
    def name(self, value: str | None) -> None:
        self._data["name"] = value

    @name.deleter
    def name(self) -> None:
        self._data.pop("name", None)

    @property
    def description(self) -> str | None:
        """Description of the action."""
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

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is an ApplicationList: the applications.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, recipes.
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

    Upload the contents of files afterwards. The organization, uuid and version in the body are ignored, so that you
    can create an exported application elsewhere.

    Args:
        organization: Name of the organization.
        body: The request body.

    Returns:
        The request. Its response is an Application: the created application.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, S103, S111, S115, recipes.
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

    The original client has this method but never calls it; the server may not support it.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes. Inferred.
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

    Args:
        organization: Name of the organization.
        application: Name of the application.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is an Application: the application.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, S111, recipes, core.
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

    Files and parameters are ignored: change them through their own collections. A new name in the body renames the
    application.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is an Application: the updated application.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S111, S117, recipes.
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

    Args:
        organization: Name of the organization.
        application: Name of the application.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes.
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

    Args:
        organization: Name of the organization.
        application: Name of the application.
        name: Name of the copy; it must not exist yet.

    Returns:
        The request. Its response is an Application: the clone.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S121, recipes.
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
    """Protect the application against changes.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, recipes.
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
    """Allow changes to the application again.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, recipes.
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
    """Get the thumbnail of the application.

    The server returns 404 if there is none.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request. Its response is bytes: the thumbnail, usually a PNG of 128 by 128 pixels.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes.
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
    """Set the thumbnail of the application.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        upload: The thumbnail.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes.
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


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization",)

    URL: ClassVar[str] = "organizations/{}/applications/"

    def __init__(self, organization: str) -> None:
        self._organization = organization

    def list(self) -> Request[ApplicationList]:
        """List the applications of the organization."""
        return list(self._organization)

    def create(self, body: Application | Mapping[str, Any]) -> Request[Application]:
        """Create an application."""
        return create(self._organization, body)

    def clear(self) -> Request[None]:
        """Delete all applications of the organization."""
        return clear(self._organization)

    def get(
        self,
        application: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Application]:
        """Get the application."""
        return get(self._organization, application, secret_only=secret_only, no_secret=no_secret, obfuscate=obfuscate)

    def update(
        self,
        application: str,
        body: Application | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Application]:
        """Update the application."""
        return update(
            self._organization,
            application,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        application: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete the application."""
        return delete(
            self._organization,
            application,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def clone(self, application: str, *, name: str) -> Request[Application]:
        """Clone the application in its organization."""
        return clone(self._organization, application, name=name)

    def lock(self, application: str) -> Request[None]:
        """Protect the application against changes."""
        return lock(self._organization, application)

    def unlock(self, application: str) -> Request[None]:
        """Allow changes to the application again."""
        return unlock(self._organization, application)

    def get_thumbnail(self, application: str) -> Request[bytes]:
        """Get the thumbnail of the application."""
        return get_thumbnail(self._organization, application)

    def set_thumbnail(self, application: str, upload: Upload) -> Request[None]:
        """Set the thumbnail of the application."""
        return set_thumbnail(self._organization, application, upload)
