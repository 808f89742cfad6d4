"""Every view, built with keywords: what they set, and which mistakes are errors that name the right keyword."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import typing
from collections import deque
from importlib import import_module
from types import MappingProxyType

import pytest

from comodit_client.wire.application_files import ApplicationFile
from comodit_client.wire.applications import Action, Application, Handler, Package
from comodit_client.wire.changes import Change
from comodit_client.wire.errors import InvalidDocument, PythonApiException, WrongType
from comodit_client.wire.hosts import Host
from comodit_client.wire.instances import Property
from comodit_client.wire.lazy import BoundList
from comodit_client.wire.settings import Setting
from comodit_client.wire.steps import Step
from comodit_client.wire.view import View
from tests.each import each
from tests.wire.reflection import VIEWS
from tests.wire.test_views import GIVEN, kind

MAPPED = [(view, keyword, member) for view in VIEWS for keyword, member in view.KEYWORDS.items()]
LISTS = [(view, keyword) for view, keyword, member in MAPPED if kind(view, view.MEMBERS[member]) == "list"]
VIEWS_IN_LISTS = [
    (view, keyword)
    for view, keyword in LISTS
    if isinstance(getattr(view({view.KEYWORDS[keyword]: [{}]}), view.MEMBERS[view.KEYWORDS[keyword]])[0], View)
]
NESTED = [(view, keyword) for view, keyword, member in MAPPED if kind(view, view.MEMBERS[member]) == "view"]


def typed_dict(view: type[View], suffix: str) -> typing.Any:
    """Return the TypedDict of a view."""
    module = import_module(view.__module__.replace("wire.", "wire.dicts."))
    return getattr(module, f"{view.__name__}{suffix}")


@each("view, keyword, member", MAPPED)
def test_a_keyword_sets_its_member(view, keyword, member):
    given = GIVEN[kind(view, view.MEMBERS[member])]
    assert view(**{keyword: given}).get_json() == {member: given}


@each("view", VIEWS)
def test_all_keywords_at_once_describe_the_whole_object(view):
    given = {member: GIVEN[kind(view, view.MEMBERS[member])] for member in view.KEYWORDS.values()}
    made = view(**{keyword: given[member] for keyword, member in view.KEYWORDS.items()}, extra={"x-new": [1]})
    assert json.loads(made.get_real_json()) == {**given, "x-new": [1]}


@each("view", VIEWS)
def test_there_is_a_keyword_for_each_member_that_can_be_written_and_for_no_other(view):
    writable = {member for member, name in view.MEMBERS.items() if getattr(view, name).fset is not None}
    changed_in_place = set(view.KEYWORDS.values()) - writable
    assert writable <= set(view.KEYWORDS.values())
    assert {kind(view, view.MEMBERS[member]) for member in changed_in_place} <= {"list"}


@each("view", VIEWS)
def test_the_types_of_keywords_and_of_json_name_what_the_view_takes(view):
    assert set(typed_dict(view, "Members").__annotations__) == {*view.KEYWORDS, "extra"}
    assert set(typed_dict(view, "Dict").__annotations__) == set(view.MEMBERS)
    assert not typed_dict(view, "Dict").__required_keys__ | typed_dict(view, "Members").__required_keys__


def test_the_options_of_create_lack_what_are_arguments_of_it():
    from comodit_client.wire.dicts.applications import ApplicationMembers, ApplicationOptions

    left_out = set(ApplicationMembers.__annotations__) - set(ApplicationOptions.__annotations__)
    assert left_out == {"name", "description"}


@each("view", VIEWS)
def test_a_keyword_that_does_not_exist_is_an_error(view):
    with pytest.raises(WrongType, match=f"Cannot create {view.__name__}: it has no member 'zzzz'"):
        view(zzzz=1)


@each("view, keyword, member", [(view, keyword, member) for view, keyword, member in MAPPED if len(keyword) > 3])
def test_a_misspelt_keyword_is_an_error_that_suggests_the_right_one(view, keyword, member):
    misspelt = f"{keyword[:-2]}{keyword[-1]}{keyword[-2]}x"
    with pytest.raises(WrongType) as caught:
        view(**{misspelt: 1})
    suggested = caught.value.message.split("Did you mean ")[-1].rstrip("?").strip("'")
    assert suggested in view.KEYWORDS


@each("view, keyword, member", [(view, k, m) for view, k, m in MAPPED if view.MEMBERS[m] not in view.KEYWORDS])
def test_the_name_of_an_attribute_is_an_error_that_names_the_keyword(view, keyword, member):
    with pytest.raises(WrongType, match=f"Use {keyword}=..."):
        view(**{view.MEMBERS[member]: 1})


@each("view, member", [(view, m) for view in VIEWS for m in set(view.MEMBERS) - set(view.KEYWORDS.values())])
def test_a_member_that_the_server_sets_is_no_keyword(view, member):
    with pytest.raises(WrongType, match=f"'{member}' is read-only"):
        view(**{view.MEMBERS[member]: 1})


def test_a_member_named_as_in_json_is_an_error_that_names_the_keyword():
    with pytest.raises(WrongType, match=r"Use ordered_host_groups=\.\.\."):
        Step(orderedHostGroups=[])


@each("view, keyword", LISTS)
@pytest.mark.parametrize("wrong", ["port", b"port", bytearray(b"p"), {"a": 1}, 5, MappingProxyType({})])
def test_a_text_or_an_object_is_no_list(view, keyword, wrong):
    with pytest.raises(WrongType, match=f"Cannot write a value of type {type(wrong).__name__} to "):
        view(**{keyword: wrong})
    document = {view.KEYWORDS[keyword]: []}
    name = view.MEMBERS[view.KEYWORDS[keyword]]
    values = getattr(view(document), name)
    for change in (values.extend, values.__iadd__, lambda wrong: values.__setitem__(slice(None), wrong)):
        with pytest.raises(WrongType):
            change(wrong)
    if getattr(view, name).fset is not None:
        with pytest.raises(TypeError):
            setattr(view(document), name, wrong)
    assert document == {view.KEYWORDS[keyword]: []}


@each("view, keyword", VIEWS_IN_LISTS)
@pytest.mark.parametrize("wrong", ["curl", 1, None, ["curl"], object()])
def test_a_list_of_views_takes_views_and_json_objects_only(view, keyword, wrong):
    with pytest.raises(WrongType):
        view(**{keyword: [wrong]})
    document = {view.KEYWORDS[keyword]: [{"a": 1}]}
    values = getattr(view(document), view.MEMBERS[view.KEYWORDS[keyword]])
    for change in (
        lambda: values.append(wrong),
        lambda: values.insert(0, wrong),
        lambda: values.extend([{}, wrong]),
        lambda: values.__setitem__(0, wrong),
        lambda: values.__setitem__(slice(None), [wrong]),
    ):
        with pytest.raises(WrongType):
            change()
    assert document == {view.KEYWORDS[keyword]: [{"a": 1}]}


@each("view, keyword", NESTED)
def test_a_text_is_no_object(view, keyword):
    with pytest.raises(WrongType):
        view(**{keyword: "text"})
    with pytest.raises(WrongType):
        setattr(view(), view.MEMBERS[view.KEYWORDS[keyword]], "text")


def test_the_kinds_of_members_are_all_met():
    assert (Handler, "on") in LISTS
    assert (Handler, "do") in VIEWS_IN_LISTS
    assert (ApplicationFile, "template") in NESTED
    assert len(MAPPED) > 200


@pytest.mark.parametrize(
    "several",
    [list, tuple, set, frozenset, deque, iter, dict.fromkeys, lambda values: dict.fromkeys(values).keys()],
    ids=["list", "tuple", "set", "frozenset", "deque", "iterator", "dict", "keys"],
)
def test_any_other_iterable_is_a_list(several):
    given = several(["port"])
    if isinstance(given, dict):
        with pytest.raises(WrongType):
            Handler(on=given)
    else:
        assert Handler(on=given).get_json() == {"on": ["port"]}


def test_views_in_keywords_share_their_objects():
    action = Action(action="restart", resource="service://nginx")
    handler = Handler(on=["port"], do=[action, {"action": "update"}])
    action.resource = "service://httpd"
    assert handler.get_json() == {
        "on": ["port"],
        "do": [{"action": "restart", "resource": "service://httpd"}, {"action": "update"}],
    }


def test_a_mapping_that_is_no_dict_becomes_one():
    assert Application(packages=[MappingProxyType({"name": "curl"})]).get_real_json(None) == (
        '{"packages": [{"name": "curl"}]}'
    )


def test_keywords_win_over_the_object_which_stays_the_callers():
    document = {"name": "old", "other": 1}
    package = Package(document, name="curl", extra={"epoch": 2})
    assert package.get_json() is document
    assert document == {"name": "curl", "other": 1, "epoch": 2}


@pytest.mark.parametrize(
    "mistake", [{"on": "port"}, {"name": "x", "nmae": 1}, {"name": "x", "extra": {"on": 1}}, {"do": ["restart"]}]
)
def test_a_mistake_leaves_the_object_as_it_was(mistake):
    document = {"name": "h"}
    with pytest.raises(WrongType):
        Handler(document, **mistake)
    assert document == {"name": "h"}


@pytest.mark.parametrize("extra", [5, "text", [("a", 1)]])
def test_extra_members_are_a_mapping(extra):
    with pytest.raises(WrongType, match="Pass a dict"):
        Package(extra=extra)


def test_extra_members_that_are_in_the_schema_are_an_error_that_names_the_keyword():
    with pytest.raises(WrongType, match=r"'path' is\. Use path=\.\.\."):
        ApplicationFile(extra={"path": "/etc/x"})
    with pytest.raises(WrongType, match="'state' is read-only"):
        Host(extra={"state": "READY"})


def test_extra_members_may_hold_views():
    assert Package(extra={"parts": [Package(name="a")]}).get_json() == {"parts": [{"name": "a"}]}


def test_null_is_a_value():
    assert Handler(name=None, on=None, do=None).get_json() == {"name": None, "on": None, "do": None}
    assert ApplicationFile(template=None).get_json() == {"template": None}


def test_the_object_can_be_given_by_name():
    document = {"name": "curl"}
    assert Package(json_data=document).get_json() is document
    assert Package.from_json(document).get_json() is document
    with pytest.raises(InvalidDocument):
        Package.from_json(typing.cast("dict[str, typing.Any]", ["curl"]))


def test_a_keyword_for_a_word_of_python_ends_with_an_underscore():
    from_ = {"from", "class", "global"} & {member for view in VIEWS for member in view.MEMBERS}
    assert all(f"{member}_" in view.KEYWORDS for view in VIEWS for member in from_ if member in view.KEYWORDS.values())


def test_values_of_the_server_that_are_no_objects_stay():
    change = Change({"tasks": [{"orderNum": 2}, None, "text"]})
    tasks = change.tasks
    tasks.extend(tasks)
    tasks.sort(key=str)
    tasks.reverse()
    tasks += tasks
    assert sorted(map(str, change.get_json()["tasks"])) == sorted(["{'orderNum': 2}", "None", "text"] * 4)
    application = Application({"packages": [{"name": "a"}, "text"]})
    application.packages = application.packages
    assert application.get_json() == {"packages": [{"name": "a"}, "text"]}


@pytest.mark.parametrize("clone", [copy.copy, copy.deepcopy, lambda view: pickle.loads(pickle.dumps(view))])
def test_what_was_built_with_keywords_can_be_copied(clone):
    made = clone(Handler(on=["port"], do=[Action(action="restart")], extra={"x": 1}))
    assert type(made) is Handler
    assert made.get_json() == {"on": ["port"], "do": [{"action": "restart"}], "x": 1}


def test_a_wrong_type_is_an_error_of_the_library_and_of_python():
    assert issubclass(WrongType, (PythonApiException, TypeError))
    assert isinstance(Handler(on=["a"]).triggers, BoundList)


def test_a_setting_is_built_of_any_json_value():
    assert Setting(key="k", value={"a": [1]}).get_json() == {"key": "k", "value": {"a": [1]}}
    assert Property({"key": "a"}).key == "a"


def test_the_arguments_of_views_are_those_that_type_checkers_know():
    assert list(inspect.signature(View.__init__).parameters) == ["self", "json_data", "members"]
