"""Variables of YAML files: from files, the environment and options."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from comodit_client.cli.exits import USAGE, Failure
from comodit_client.cli.inputs.sources import checked

if TYPE_CHECKING:
    from comodit_client.cli.call import Call

#: What the names of environment variables with values begin with.
PREFIX = "COMODIT_VAR_"


def variables_of(call: Call) -> dict[str, str]:
    """Return the values of variables. Options win over the environment, and this over files.

    Args:
        call: The command.

    Returns:
        The values, by name.

    Raises:
        Failure: An option is not valid.
        UnusableFile: A file cannot be read.
    """
    from comodit_client.disk.desired_variables import read_variables

    found: dict[str, str] = {}
    for file in call.option("var-file") or ():
        found |= read_variables(file)
    found |= {name.removeprefix(PREFIX): value for name, value in os.environ.items() if name.startswith(PREFIX)}
    for given in call.option("var") or ():
        name, equals, value = checked(given, "--var").partition("=")
        if not equals or not name:
            # The value may be a secret, so it is not shown.
            raise Failure("Cannot use --var: it is not a name with a value. Write it as NAME=VALUE.", USAGE)
        found[name] = value
    return found
