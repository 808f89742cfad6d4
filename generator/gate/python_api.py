"""Compares the Python API of two versions."""

from __future__ import annotations

from collections.abc import Iterator

import griffe
from attrs import define, evolve, field

from generator.diff.change import Change, once
from generator.gate.annotations import accepts_less, returns_other
from generator.gate.surface import Surface

#: Bases that say nothing about what an object can do, or what catches it.
_TYPING_ONLY = ("typing.", "abc.", "collections.abc.", "_typeshed.")
#: The module with all public names that griffe compares. It skips a name that it has seen, so ours have other paths.
_PUBLIC = "public"
_KINDS = {
    griffe.BreakageKind.PARAMETER_MOVED: ("parameter-moved", "the parameter has another position"),
    griffe.BreakageKind.PARAMETER_REMOVED: ("parameter-removed", "the parameter was removed"),
    griffe.BreakageKind.PARAMETER_CHANGED_KIND: ("parameter-kind-changed", "the parameter is passed in another way"),
    griffe.BreakageKind.PARAMETER_CHANGED_DEFAULT: ("default-changed", "the default of the parameter changed"),
    griffe.BreakageKind.PARAMETER_CHANGED_REQUIRED: ("became-required", "the parameter is required now"),
    griffe.BreakageKind.PARAMETER_ADDED_REQUIRED: ("required-parameter-added", "the parameter is new and required"),
    griffe.BreakageKind.RETURN_CHANGED_TYPE: ("return-type-changed", "the type of the return value was removed"),
    griffe.BreakageKind.OBJECT_REMOVED: ("removed", "the name was removed"),
    griffe.BreakageKind.OBJECT_CHANGED_KIND: ("kind-changed", "the name stands for another kind of object"),
}


def breaking(old: Surface, new: Surface) -> list[Change]:
    """Return the breaking changes of the Python API.

    Args:
        old: The old version.
        new: The new version.
    """
    return _Comparison(old, new).changes()


def additions(old: Surface, new: Surface) -> list[Change]:
    """Return what is new in the Python API: what would break if the new version became the old one.

    Args:
        old: The old version.
        new: The new version.
    """
    kinds = {
        "module-removed": ("module-added", "the module is new"),
        "removed": ("added", "the name is new"),
        "parameter-removed": ("parameter-added", "the parameter is new"),
        "base-removed": ("base-added", "the base class is new"),
        "setter-removed": ("setter-added", "the property can be set now"),
    }
    return [
        evolve(change, kind=kinds[change.kind][0], text=kinds[change.kind][1], breaking=False, old=False)
        for change in _Comparison(new, old).changes()
        if change.kind in kinds
    ]


Member = griffe.Object | griffe.Alias


@define
class _Comparison:
    old: Surface
    new: Surface
    _homes: dict[str, str] = field(factory=dict)
    _found: dict[tuple[str, str], dict[str, Change]] = field(factory=dict)
    _lost: dict[str, set[str]] = field(factory=dict)

    def changes(self) -> list[Change]:
        self._homes = _homes(self.old) | _homes(self.new)
        gone = self.old.modules.keys() - self.new.modules.keys()
        for path in sorted(gone):
            module = self.old.modules[path]
            self._add("module-removed", module.path, path, module, self.old, "the module was removed", old=True)
        for item, other in self._classes():
            self._bases(item, other)
            self._members(item, other)
        for breakage in griffe.find_breaking_changes(_one_module(self.old, gone), _one_module(self.new, gone)):
            self._breakage(breakage)
        return once([_merged(by_api, self.new.layout.apis) for by_api in self._found.values()])

    def _classes(self) -> Iterator[tuple[griffe.Class, griffe.Class]]:
        seen: set[str] = set()
        for path, item in self.old.names.items():
            other = self.new.names.get(path)
            # Most classes have several public names: in their module, in the package, under old import paths.
            if isinstance(item, griffe.Class) and isinstance(other, griffe.Class) and item.path not in seen:
                seen.add(item.path)
                yield item, other

    def _breakage(self, breakage: griffe.Breakage) -> None:
        if breakage.kind is griffe.BreakageKind.CLASS_REMOVED_BASE:
            return  # it counts the bases; ours are compared by name
        kind, text = _KINDS[breakage.kind]
        if breakage.kind is griffe.BreakageKind.OBJECT_REMOVED:
            self._removed(breakage.obj, kind, text)
            return
        suffix = ""
        if "parameter" in text:
            parameter = breakage.old_value or breakage.new_value
            suffix = f"({parameter.name})"
        if kind == "default-changed":
            text = f"the default is {breakage.new_value.default} instead of {breakage.old_value.default}"
        self._report(kind, breakage.obj, text, self.new, suffix)

    def _removed(self, item: Member, kind: str, text: str) -> None:
        target = item.final_target if isinstance(item, griffe.Alias) else item
        holder, owner = item.parent, target.parent
        if holder is not None and owner is not None and owner.path in self._lost.get(holder.path, ()):
            return  # it went with a base, which is reported
        surface = holder is not None and holder.path == _PUBLIC
        home = self._homes.get(target.path, item.name)
        place = (item.name if home in self.new.names else home) if surface else self._place(item)
        self._add(kind, target.canonical_path, place, target, self.old, text, old=True)

    def _report(self, kind: str, item: griffe.Object, text: str, side: Surface, suffix: str = "") -> None:
        self._add(kind, item.canonical_path + suffix, self._place(item) + suffix, item, side, text)

    @property
    def _prefix(self) -> str:
        return f"{self.new.layout.package}."

    def _place(self, item: Member) -> str:
        parent = item.parent
        if parent is not None and parent.is_class:
            home = self._homes.get(parent.path, parent.path.removeprefix(self._prefix))
            return f"{home}.{item.name}"
        return self._homes.get(item.path, item.path.removeprefix(self._prefix))

    def _bases(self, old: griffe.Class, new: griffe.Class) -> None:
        gone = _all_bases(old) - _all_bases(new)
        for base in sorted(gone):
            if base.startswith(self._prefix):
                # A private base that was taken out is noticed by its members.
                home = self._homes.get(base)
                if home is None or home.rpartition(".")[2] != base.rpartition(".")[2]:
                    continue
            elif base.startswith(_TYPING_ONLY):
                continue
            name = base.rpartition(".")[2]
            text = f"{name} is not a base class any longer"
            self._report("base-removed", new, text, self.new, f"({name})")
            self._lost[old.path] = gone

    def _members(self, old: griffe.Class, new: griffe.Class) -> None:
        others = new.all_members
        for name, member in old.all_members.items():
            other = others.get(name)
            if other is None or not member.is_public:
                continue
            if member.is_attribute and "property" in other.labels:
                self._property(member, other)
            if member.is_function and other.is_function:
                self._method(member, other)

    def _property(self, old: Member, new: Member) -> None:
        was, now = _attribute(old).annotation, _attribute(new).annotation
        if returns_other(was, now):
            self._member("type-changed", new, f"the type is {now} instead of {was}")
        if _is_settable(old) and not _is_settable(new):
            self._member("setter-removed", new, "the property cannot be set any longer")
        elif "deletable" in old.labels - new.labels:
            self._member("deleter-removed", new, "the property cannot be deleted any longer")

    def _method(self, old: Member, new: Member) -> None:
        self._types(_function(old), _function(new), new)
        if ("async" in old.labels) != ("async" in new.labels):
            self._member("async-changed", new, "the method is awaited in one version only")
        # The signatures of overloads are those that callers see; griffe compares the one behind them.
        known = {parameter.name for function in _overloads(new) for parameter in function.parameters}
        for name in dict.fromkeys(parameter.name for function in _overloads(old) for parameter in function.parameters):
            if name not in known:
                self._member("parameter-removed", new, "the parameter was removed", f"({name})")

    def _types(self, old: griffe.Function, new: griffe.Function, member: Member) -> None:
        if old.overloads or new.overloads:
            return  # the types that callers see are those of the overloads, which do not match one to one
        if returns_other(old.returns, new.returns):
            self._member("type-changed", member, f"it returns {new.returns} instead of {old.returns}")
        for parameter in old.parameters:
            if parameter.name in new.parameters:
                was, now = parameter.annotation, new.parameters[parameter.name].annotation
                if accepts_less(was, now):
                    text = f"the type is {now} instead of {was}"
                    self._member("type-changed", member, text, f"({parameter.name})")

    def _member(self, kind: str, item: Member, text: str, suffix: str = "") -> None:
        target = item.final_target if isinstance(item, griffe.Alias) else item
        self._add(kind, target.canonical_path + suffix, self._place(item) + suffix, target, self.new, text)

    def _add(
        self, kind: str, path: str, place: str, item: griffe.Object, side: Surface, text: str, old: bool = False
    ) -> None:
        file = item.filepath if not isinstance(item.filepath, list) else None
        change = Change(side.place(file), item.lineno or 1, kind, place, text, True, old)
        self._found.setdefault((kind, self._without_api(path)), {}).setdefault(_api(place), change)

    def _without_api(self, path: str) -> str:
        for api in self.new.layout.apis:
            path = path.replace(f"{self._prefix}{api}.", self._prefix, 1)
        return path


def _merged(by_api: dict[str, Change], apis: tuple[str, ...]) -> Change:
    # The blocking API is derived from the async one: a break of both is one, and its source is in the latter.
    if by_api.keys() != set(apis):
        return next(iter(by_api.values()))
    blocking, facade = (by_api[api] for api in apis)
    return evolve(facade, place=blocking.place, text=f"{facade.text}, in {' and '.join(apis)}")


def _homes(surface: Surface) -> dict[str, str]:
    # A class that is public by its subclasses only is known as the first of them.
    homes: dict[str, str] = {}
    for path, item in surface.names.items():
        if item.path == f"{surface.layout.package}.{path}":
            homes[item.path] = path
    for path, item in surface.names.items():
        homes.setdefault(item.path, path)
    for item in surface.names.values():
        if isinstance(item, griffe.Class):
            for base in item.mro():
                homes.setdefault(base.path, homes[item.path])
    return homes


def _one_module(surface: Surface, without: set[str]) -> griffe.Module:
    module = griffe.Module(_PUBLIC)
    module.exports = []
    for path, item in surface.names.items():
        if path.rpartition(".")[0] not in without:
            module.members[path] = griffe.Alias(path, item, parent=module)
            module.exports.append(path)
    return module


def _all_bases(cls: griffe.Class) -> set[str]:
    found: set[str] = set()
    for each in [cls, *cls.mro()]:
        for base in each.bases:
            name = base if isinstance(base, str) else base.canonical_path
            found.add(name)
        found.add(each.path)
    return found - {cls.path}


def _is_settable(member: Member) -> bool:
    return "property" not in member.labels or "writable" in member.labels


def _attribute(member: Member) -> griffe.Attribute:
    target = member.final_target if isinstance(member, griffe.Alias) else member
    assert isinstance(target, griffe.Attribute)
    return target


def _function(member: Member) -> griffe.Function:
    target = member.final_target if isinstance(member, griffe.Alias) else member
    assert isinstance(target, griffe.Function)
    return target


def _overloads(member: Member) -> list[griffe.Function]:
    function = _function(member)
    return [*(function.overloads or []), function]


def _api(place: str) -> str:
    return place.partition(".")[0]
