"""The evaluation of templates and variables, compared with Ansible itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Undefined
from jinja2.utils import missing

from comodit_client.ansible.judge.failure import Failure
from comodit_client.ansible.judge.templating import Variables
from comodit_client.ansible.judge.yaml_files import YamlFiles

VARIABLES = """\
---
plain: text
number: 5
yes_: true
none_: null
floating: 1.50
list_: [1, two, {three: é}]
nested: {inner: "{{ plain }}", list: ["{{ number }}", "{{ plain }}s"]}
literal_: !unsafe "{{ nothing }} {# x #}"
copied: "{{ nested }}"
typed: "{{ number }}"
hidden: "{{ undef(hint='no value') }}"
broken: "{{ nowhere }}"
chosen: "{{ hidden | default('a\\\\b') }}"
lines: "one\\ntwo\\n"
backslash: 'C:\\new'
empty: ""
listed_text: "[1, 2]"
"""
#: Templates, whose contents Ansible and the emulation must agree on.
TEMPLATES = [
    "{{ plain }}",
    "{{ plain }}\n",
    "a {{ number }} {{ yes_ }} {{ none_ }} {{ floating }}\n",
    "{{ number }}",
    "{{ yes_ }}",
    "{{ none_ }}",
    "{{ none_ }}\n\n",
    "{{ list_ }}",
    "{{ list_ }}\n",
    "{{ list_ | to_json }} {{ 'é/ü' | urlencode }} {{ 'é' | to_json(ensure_ascii=false) }}",
    "{{ nested.inner }} {{ nested['list'] | to_json }} {{ copied.list[0] is string }}\n",
    "{{ literal_ }} {{ typed is number }} {{ typed + 1 }}",
    "{{ hidden | default('d') }} {{ hidden is defined }} {{ hidden.a.b | default('e') }}",
    "{{ broken | default('d') }} {{ missing_one.member['x'] | default('f') }}",
    "{{ chosen }} {{ 'a\\\\b' }} {{ backslash }}",
    "{{ lines }}",
    "{{ lines }}\n",
    "x\n{{ lines }}\n\n\n",
    "{% if yes_ %}\nyes\n{% endif %}\n\nend\n",
    "{% if yes_ +%}\nyes\n{% endif %}",
    "  {% for one in list_ %}\n  {{ loop.index0 }}{{ not loop.last }}\n  {% endfor %}\n",
    "#jinja2: trim_blocks: False, lstrip_blocks: True\n  {% if yes_ %}\nyes\n  {% endif %}\n",
    "{# a comment #}\n{{ '{{' }} {% raw %}{% x %}{% endraw %}\n",
    "a\r\nb\rc\n",
    "{{ listed_text }}",
    "{{ empty }}",
    "{{ empty }}\n",
    "{% set x = number %}{{ x }}",
    "{{ 5 }}",
    "{{ true }} {{ 1.0 }} {{ [1, true] }}",
    "{{ 'x' | regex_replace('^x', 'y') }} {{ 'true' | bool }} {{ yes_ | ternary('a', 'b') }}",
    "{{ ({'a': 1} | combine({'b': 2})).b }} {{ ('[1]' | from_json)[0] }}",
    "é {{ plain if plain is string else plain | to_json }}",
]
#: Templates that neither of the two renders.
ERRORS = [
    "{{ nowhere }}",
    "{% if hidden %}x{% endif %}",
    "{{ nested.nothing }} x",
    "{{ list_ | to_jsonx }}",
    "{% if %}",
]
PLAYBOOK = """\
- hosts: localhost
  gather_facts: false
  vars_files: [variables.yml]
  tasks:
"""
TASK = """\
    - ansible.builtin.template: {{src: {number}.j2, dest: {number}.txt}}
      ignore_errors: true
"""


def variables(folder: Path) -> Variables:
    (folder / "variables.yml").write_text(VARIABLES)
    return Variables(YamlFiles(folder, {}).mapping("variables.yml"), {})


@pytest.mark.slow
def test_templates_are_evaluated_as_by_ansible(tmp_path: Path) -> None:
    found = variables(tmp_path)
    texts = TEMPLATES + ERRORS
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.j2").write_bytes(text.encode())
    (tmp_path / "play.yml").write_text(PLAYBOOK + "".join(TASK.format(number=number) for number in range(len(texts))))
    command = [str(Path(sys.executable).parent / "ansible-playbook"), "-i", "localhost,", "-c", "local"]
    command += ["-e", f"ansible_python_interpreter={sys.executable}", "play.yml"]
    settings = {"ANSIBLE_HOME": str(tmp_path / "home"), "ANSIBLE_NOCOLOR": "1", "ANSIBLE_PIPELINING": "1"}
    environment = {**os.environ, **settings}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for number, text in enumerate(texts):
        written = tmp_path / f"{number}.txt"
        if text in ERRORS:
            assert not written.exists(), text
            with pytest.raises(Failure):
                found.render(text, {})
        else:
            assert written.exists(), (text, done.stdout)
            assert found.render(text, {}) == written.read_bytes().decode(), text


def test_arguments_of_the_module_are_respected(tmp_path: Path) -> None:
    found = variables(tmp_path)
    arguments = {"variable_start_string": "<<", "variable_end_string": ">>", "trim_blocks": False}
    assert found.render("{% if yes_ %}\n<< plain >>{{ x }}{% endif %}", arguments) == "\ntext{{ x }}"


def test_variables_are_found_or_missing_or_undefined(tmp_path: Path) -> None:
    found = variables(tmp_path)
    assert found.find("nowhere") is missing
    assert isinstance(found.find("hidden"), Undefined)
    assert found.find("copied") == {"inner": "text", "list": [5, "texts"]}


def test_a_value_that_refers_to_itself_is_an_error() -> None:
    found = Variables({"a": "{{ b }}", "b": "{{ a }}", "c": "{{ c }}"}, {})
    for name in ("a", "b", "c"):
        with pytest.raises(Failure, match="refers to itself"):
            found.find(name)


def test_fixed_variables_are_no_templates() -> None:
    found = Variables({"inventory_hostname": "{{ x }}"}, {"inventory_hostname": "{{ web }}"})
    assert found.render("{{ inventory_hostname }}", {}) == "{{ web }}"
