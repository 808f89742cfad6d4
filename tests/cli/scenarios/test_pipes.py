"""The command in scripts: pipes, redirections, exit statuses, locales and colors."""

from __future__ import annotations

import json
import sys

import pytest

from comodit_client.api import Client
from tests.cli.scenarios.conftest import User

# Each test starts commands in processes of their own, for most of a second.
pytestmark = pytest.mark.slow

LIST = "comodit hosts list OOO Default"


@pytest.fixture
def fleet(user: User) -> User:
    """Three hosts, which are READY."""
    user.sandbox.make_hosts(3, prefix="web-", provisioned=True)
    return user


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_stops_early(user: User, unbuffered: str) -> None:
    user.sandbox.make_hosts(5_000, prefix="web-")
    script = f'{LIST} -o json | head -1; echo "${{PIPESTATUS[0]}}"'
    result = user.shell(script, PYTHONUNBUFFERED=unbuffered)
    assert (result.out, result.err) == ("[\n141\n", "")


def test_one_command_reads_what_another_one_wrote(fleet: User) -> None:
    script = f"set -eo pipefail; {LIST} -o name | xargs -n1 comodit hosts show OOO Default --query state -o name"
    assert fleet.done(script) == "READY\n" * 3


def test_documents_travel_in_a_pipe(fleet: User) -> None:
    script = """set -eo pipefail
    comodit hosts show OOO Default web-00000 -o json | sed 's/"description": "[^"]*"/"description": "piped"/' |
        comodit hosts update OOO Default web-00000 -f - --set description=piped --query description -o name"""
    result = fleet.shell(script)
    assert (result.status, result.out) == (0, "piped\n"), result.err


def test_statuses_in_a_script_that_stops_at_errors(fleet: User) -> None:
    script = """set -e
    comodit hosts show OOO Default nope 2>/dev/null || test $? -eq 3
    comodit hosts lst 2>/dev/null || test $? -eq 2
    comodit environments add OOO --json '{"name": "Default"}' 2>/dev/null || test $? -eq 5
    comodit --pass wrong organizations list 2>/dev/null || test $? -eq 4
    if comodit hosts show OOO Default web-00000 >/dev/null; then echo there; fi
    comodit hosts show OOO Default nope
    echo not reached"""
    result = fleet.shell(script)
    assert (result.status, result.out) == (3, "there\n")


def test_closed_and_full_streams(fleet: User) -> None:
    closed = fleet.shell(f"{LIST} >&-")
    assert (closed.status, "standard output is closed" in closed.err) == (1, True)
    full = fleet.shell(f"{LIST} >/dev/full")
    assert (full.status, "No space left on device" in full.err) == (1, True)
    # A disk that becomes full in the middle of the result.
    limited = fleet.shell(f"ulimit -f 1; trap '' XFSZ; {LIST} -o json >big", PYTHONUNBUFFERED="1")
    assert (limited.status, (fleet.home / "big").stat().st_size) == (1, 1024), limited.err
    no_input = fleet.shell("comodit hosts add OOO Default -f - <&-")
    assert (no_input.status, "standard input" in no_input.err) == (2, True)
    mute = fleet.shell("comodit hosts show OOO Default nope 2>&-")
    assert (mute.status, mute.out, mute.err) == (3, "", "")


def test_a_closed_input_does_not_matter_to_a_list(fleet: User) -> None:
    assert fleet.done(f"{LIST} -o name <&- 2>&-") == "web-00000\nweb-00001\nweb-00002\n"


@pytest.mark.parametrize(
    ("variables", "colored"),
    [({}, False), ({"CLICOLOR_FORCE": "1"}, True), ({"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False)],
)
def test_colors_in_a_pipe(fleet: User, variables: dict[str, str], colored: bool) -> None:
    assert ("\x1b[32mREADY" in fleet.done(LIST, **variables)) is colored


@pytest.mark.parametrize(("variables", "colored"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colors_on_a_terminal(fleet: User, variables: dict[str, str], colored: bool) -> None:
    with fleet.terminal("hosts", "list", "OOO", "Default", **variables) as terminal:
        assert terminal.wait() == 0
    assert ("\x1b[32mREADY" in terminal.raw) is colored
    assert terminal.text.count("READY") == 3


def test_a_table_on_a_narrow_terminal(user: User) -> None:
    user.host("web", description="a long description " * 20)
    words = ("hosts", "list", "OOO", "Default", "--columns", "name,state,description")
    shown = {}
    for columns in (40, 0):
        with user.terminal(*words, size=(20, columns)) as terminal:
            assert terminal.wait() == 0
        shown[columns] = terminal.text.splitlines()
    assert max(map(len, shown[40])) == 40
    assert shown[40][1].endswith("…")
    assert len(shown[0]) == 2


@pytest.mark.parametrize("variables", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LANG": "xx_YY", "PYTHONUTF8": "0"}])
def test_names_in_a_locale_without_their_characters(user: User, variables: dict[str, str]) -> None:
    user.host("büro-東京")
    table = user.shell(LIST, **variables)
    assert (table.status, table.out.count("\n"), table.err) == (0, 2, "")
    found = json.loads(user.done(f"{LIST} -o json", **variables))
    assert [one["name"] for one in found] == ["büro-東京"]
    # A name that was typed in UTF-8 arrives at the server as it was typed.
    assert user.done('comodit hosts show OOO Default "$1" --query platform -o name', "büro-東京", **variables)


def test_quiet_leaves_the_result_and_the_errors(fleet: User) -> None:
    loud = fleet.shell("comodit hosts delete OOO Default web-00000 --dry-run -v")
    quiet = fleet.shell("comodit -q organizations export OOO exported -o json")
    assert loud.out.startswith("DELETE ")
    assert (quiet.status, quiet.err, json.loads(quiet.out)["folder"]) == (0, "", "exported")
    wrong = fleet.shell("comodit -q hosts show OOO Default nope")
    assert (wrong.status, wrong.out, "nope" in wrong.err) == (3, "", True)


def test_queries_of_lists(fleet: User) -> None:
    ready = "[?state=='READY' && name!='web-00001'].name"
    assert fleet.done(f'{LIST} --query "$1" -o name', ready) == "web-00000\nweb-00002\n"
    assert json.loads(fleet.done(f"{LIST} -o json --query 'length(@)'")) == 3
    wrong = fleet.shell(f"{LIST} --query '[?'")
    assert (wrong.status, wrong.out) == (2, "")


def test_errors_for_programs(fleet: User) -> None:
    script = """comodit hosts list OOO Nope -o json >out 2>error.json
    echo $? $(wc -c <out) $("$1" -c "import json; print(json.load(open('error.json'))['error']['status'])")"""
    assert fleet.done(script, sys.executable) == "3 0 3\n"


def test_ten_thousand_hosts_in_a_table(user: User) -> None:
    user.sandbox.make_hosts(10_000, prefix="web-")
    before = user.requests()
    out = user.done(f"{LIST} --columns name,state --sort -name")
    assert len(out.splitlines()) == 10_001
    assert out.splitlines()[1].split()[0] == "web-09999"
    sent = {
        line: count - before.get(line, 0) for line, count in user.requests().items() if count != before.get(line, 0)
    }
    assert sent == {"GET /api/organizations/OOO/environments/Default/hosts/": 1}


@pytest.mark.parametrize("name", ["web ü/1  東京", 'it\'s "quoted" 100% & more?#x=1', "-dash"])
def test_names_with_special_characters(user: User, name: str) -> None:
    with Client(user.sandbox.url, "UUU", "PPP") as client:
        client.get_environment("OOO", "Default").hosts().create(
            name, platform="Demo Platform", distribution="Demo Distribution"
        )
    assert user.done(f"{LIST} -o name") == f"{name}\n"
    script = """set -e
    name=$(comodit hosts list OOO Default -o name)
    comodit hosts update OOO Default --set description="of $name" -o name -- "$name"
    comodit hosts show OOO Default -o json --query description -- "$name"
    comodit hosts delete OOO Default --yes -- "$name"
    comodit hosts list OOO Default -o json"""
    assert user.done(script).split("\n", 1) == [name, f"{json.dumps(f'of {name}', ensure_ascii=False)}\n[]\n"]
