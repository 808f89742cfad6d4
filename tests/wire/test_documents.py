"""The whole document: replaced in place, written to files, read from them, printed."""

from __future__ import annotations

import json
import os
import stat
from typing import ClassVar

import pytest

from comodit_client.wire.applications import Application
from comodit_client.wire.errors import InvalidDocument, UnusableFile
from comodit_client.wire.files import File
from comodit_client.wire.hosts import Host
from comodit_client.wire.instances import Instance, Vnc
from comodit_client.wire.organizations import Organization
from comodit_client.wire.parameters import Parameter
from comodit_client.wire.settings import Setting
from comodit_client.wire.settings_tree import OrganizationSettingTree
from comodit_client.wire.view import MASK, View
from comodit_client.wire.webhooks import Webhook
from tests.each import each
from tests.wire.reflection import VIEWS

DOCUMENT = {"name": "web-1", "zebra": 1, "applications": ["é"], "alpha": None}


class Secret(View):
    """A view with a secret member."""

    __slots__ = ()
    MEMBERS: ClassVar = {"name": "name", "password": "password", "inner": "inner"}
    SECRETS = frozenset({"password"})

    @property
    def name(self):
        return self._data.get("name")

    @property
    def password(self):
        raise AssertionError("what is masked is not even read")

    @property
    def inner(self):
        return self._nested("inner", Secret)


def test_get_json_gives_the_object_itself():
    document = dict(DOCUMENT)
    assert Host(document).get_json() is document


def test_set_json_replaces_what_the_object_holds_in_place():
    document = {"name": "old", "gone": 1}
    host, other = Host(document), Host(document)
    host.set_json(DOCUMENT)
    assert host.get_json() is document
    assert list(document.items()) == list(DOCUMENT.items())
    assert other.name == "web-1"


@pytest.mark.parametrize("document", [None, [], "x", 5, [("name", "x")]])
def test_set_json_takes_objects_only_and_leaves_the_document_otherwise(document):
    host = Host(dict(DOCUMENT))
    with pytest.raises(InvalidDocument):
        host.set_json(document)
    assert host.get_json() == DOCUMENT


def test_get_real_json_is_ascii_text_in_order():
    assert Host(DOCUMENT).get_real_json(None) == (
        '{"name": "web-1", "zebra": 1, "applications": ["\\u00e9"], "alpha": null}'
    )
    assert Host({"a": 1}).get_real_json() == '{\n    "a": 1\n}'
    assert Host({"a": 1}).get_real_json(indent=1) == '{\n "a": 1\n}'


def test_print_json_prints_the_document_and_minds_indent(capsys):
    Host({"a": 1}).print_json()
    Host({"a": 1}).print_json(indent=None)
    assert capsys.readouterr().out == '{\n    "a": 1\n}\n{"a": 1}\n'


def test_what_is_dumped_is_loaded_again(tmp_path):
    Host(DOCUMENT).dump_json(tmp_path / "host.json")
    document = {"old": 1}
    Host(document).load_json(str(tmp_path / "host.json"))
    assert list(document.items()) == list(DOCUMENT.items())


def test_dump_json_minds_indent(tmp_path):
    Host({"a": 1}).dump_json(tmp_path / "host.json", indent=None)
    assert (tmp_path / "host.json").read_text() == '{"a": 1}'


def test_a_new_file_gets_the_mode_that_files_get(tmp_path):
    before = os.umask(0o027)
    try:
        Host(DOCUMENT).dump_json(tmp_path / "host.json")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "host.json").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o666, 0o754])
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path, mode):
    target = tmp_path / "host.json"
    target.write_text("old")
    target.chmod(mode)
    Host(DOCUMENT).dump_json(target)
    assert stat.S_IMODE(target.stat().st_mode) == mode
    assert json.loads(target.read_text()) == DOCUMENT


def test_what_cannot_be_written_as_json_leaves_the_file(tmp_path):
    target = tmp_path / "host.json"
    target.write_text("old")
    with pytest.raises(TypeError):
        Host({"name": object()}).dump_json(target)
    assert [path.name for path in tmp_path.iterdir()] == ["host.json"]
    assert target.read_text() == "old"


def test_a_link_is_followed_not_replaced(tmp_path):
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    Host(DOCUMENT).dump_json(tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text()) == DOCUMENT


def test_a_device_is_written_to_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        Host({"a": 1}).dump_json(pipe, indent=None)
        assert os.read(reader, 100) == b'{"a": 1}'
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_dumping_where_no_folder_is_raises(tmp_path):
    with pytest.raises(UnusableFile, match=r"Cannot write '.*no-such-folder/host\.json': No such file or directory"):
        Host(DOCUMENT).dump_json(tmp_path / "no-such-folder" / "host.json")


@pytest.mark.parametrize(
    "content", [b"[1]", b"null", b'"text"', b"5", b"", b"{", b"\xff\xfe{", b"[" * 100_000, b"<html>"]
)
def test_loading_what_is_no_json_object_raises_and_leaves_the_document(tmp_path, content):
    source = tmp_path / "host.json"
    source.write_bytes(content)
    host = Host(dict(DOCUMENT))
    with pytest.raises(InvalidDocument):
        host.load_json(source)
    assert host.get_json() == DOCUMENT


def test_loading_what_is_no_json_tells_which_file(tmp_path):
    source = tmp_path / "host.json"
    source.write_text("<html>secret</html>")
    with pytest.raises(InvalidDocument, match=r"host\.json: it does not hold JSON") as raised:
        Host().load_json(source)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("path", "reason"), [("host.json", "No such file"), (".", "Is a directory"), ("a\0b", "null byte")]
)
def test_loading_a_file_that_cannot_be_read_raises(tmp_path, path, reason):
    with pytest.raises(UnusableFile, match=f"Cannot read '.*{reason}"):
        Host().load_json(tmp_path / path)
    with pytest.raises(UnusableFile, match="Cannot read 'None'"):
        Host().load_json(None)


def test_show_prints_a_line_for_each_member_that_is_there(capsys):
    Host({"name": "web-1", "description": None, "state": "READY", "applications": ["a", "é", None], "own": 1}).show()
    assert capsys.readouterr().out.splitlines() == [
        " Name: web-1",
        " Description: null",
        ' Application names: ["a", "é", null]',
        " State: READY",
    ]


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("text, with null", " Value: text, with null"),
        ("", " Value: "),
        (None, " Value: null"),
        (True, " Value: true"),
        (8080, " Value: 8080"),
        (["eu", "us"], ' Value: ["eu", "us"]'),
        ([], " Value: []"),
        ([None, True, ["x"], {"a": None}], ' Value: [null, true, ["x"], {"a": null}]'),
        ({"host": "proxy", "port": None}, ' Value: {"host": "proxy", "port": null}'),
    ],
)
def test_show_prints_text_as_it_is_and_other_values_as_json(capsys, value, line):
    Setting({"key": "k", "value": value}).show()
    assert capsys.readouterr().out.splitlines() == [" Key: k", line]


@pytest.mark.parametrize(
    ("secret", "shown"), [(False, "v"), (True, MASK), (None, MASK), ("false", MASK), (0, MASK), ("absent", MASK)]
)
def test_show_masks_a_header_unless_it_says_that_it_is_no_secret(capsys, secret, shown):
    header = {"name": "X-Id", "value": "v", "secret": secret}
    if secret == "absent":
        del header["secret"]
    Webhook({"headers": [header], "parameters": [header], "token": "hush"}).show()
    printed = capsys.readouterr().out
    assert printed.count(f"   Value: {shown}\n") == 2
    assert f" Token: {MASK}\n" in printed


def test_show_indents_nested_objects_and_lists_of_objects(capsys):
    File({"name": "f", "delimiter": {"start": "<<"}}).show(indent=2)
    Instance({"properties": [{"key": "a", "value": "1"}, "odd"]}).show()
    assert capsys.readouterr().out.splitlines() == [
        "   Name: f",
        "   Delimiter:",
        "     Start: <<",
        " Properties:",
        "   Key: a",
        "   Value: 1",
        "   odd",
    ]


def test_show_takes_a_number_as_its_indent(capsys):
    Host({"name": "web-1"}).show(3)
    assert capsys.readouterr().out == "    Name: web-1\n"


def test_show_as_json_prints_the_document(capsys):
    Host({"name": "web-1"}).show(True)
    Host({"name": "web-1"}).show(as_json=True)
    assert capsys.readouterr().out == '{\n    "name": "web-1"\n}\n' * 2


def test_show_masks_secret_members_at_every_depth(capsys):
    Secret({"name": "n", "password": "hush", "inner": {"password": "hush too"}}).show()
    shown = capsys.readouterr().out
    assert "hush" not in shown
    assert shown.splitlines() == [" Name: n", f" Password: {MASK}", " Inner:", f"   Password: {MASK}"]


def test_show_masks_the_keys_of_agents_and_machines(capsys):
    Organization({"name": "o", "access": {"accessKey": "a", "secretKey": "hush"}}).show()
    Vnc({"hostname": "h", "token": "hush"}).show()
    shown = capsys.readouterr().out
    assert "hush" not in shown
    assert shown.count(MASK) == 2


@pytest.mark.parametrize("kind", [Setting, Parameter])
def test_show_masks_a_value_whose_schema_says_that_it_is_secret(kind, capsys):
    kind({"key": "k", "value": "hush", "schema": {"secret": True}}).show()
    kind({"key": "k", "value": "loud", "schema": {"secret": False}}).show()
    shown = capsys.readouterr().out
    assert "hush" not in shown
    assert f"alue: {MASK}" in shown
    assert "alue: loud" in shown


def test_show_masks_secret_values_in_a_tree_of_settings(capsys):
    setting = {"key": "k", "value": "hush", "schema": {"secret": True}}
    environments = [{"environment": "E", "settings": [setting]}]
    OrganizationSettingTree({"organization": "O", "settings": [setting], "environments": environments}).show()
    shown = capsys.readouterr().out
    assert "hush" not in shown
    assert shown.count(MASK) == 2


@each("view", VIEWS)
def test_every_view_can_be_shown_printed_and_dumped_whatever_it_holds(view, capsys, tmp_path):
    for value in (None, "text", 5, True, [], ["x"], [{"x": 1}], {"x": 1}):
        shown = view(dict.fromkeys(view.MEMBERS, value))
        shown.show()
        shown.print_json()
        shown.dump_json(tmp_path / "x.json")
        assert json.loads((tmp_path / "x.json").read_text()) == shown.get_json()
        assert repr(shown).startswith(view.__name__)


def test_an_application_survives_a_round_trip_with_all_its_lists(tmp_path):
    application = Application({"name": "a"})
    application.packages.append({"name": "httpd"})
    application.parameters_f.append(Parameter({"name": "p"}))
    application.dump_json(tmp_path / "a.json")
    read = Application()
    read.load_json(tmp_path / "a.json")
    assert read.get_json() == {"name": "a", "packages": [{"name": "httpd"}], "parameters": [{"name": "p"}]}
