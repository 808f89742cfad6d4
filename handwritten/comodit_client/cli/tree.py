"""The commands and groups of click, made from the table when they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from comodit_client._commands import INDEX
from comodit_client.cli import table
from comodit_client.cli.call import Call, argument_key, option_key

if TYPE_CHECKING:
    from comodit_client.cli.table import ArgumentSpec, CommandSpec, GroupSpec, OptionSpec

HELP = ["-h", "--help"]
SETTINGS: dict[str, Any] = {"help_option_names": HELP, "max_content_width": 100}


class Words(click.Group):
    """A group of commands, which makes its commands when they are needed.

    Args:
        words: The words of the group; none for the root.
        spec: The group.
    """

    def __init__(self, words: tuple[str, ...], spec: GroupSpec, **more: Any) -> None:
        super().__init__(
            name=words[-1] if words else table.NAME,
            help="\n\n".join(filter(None, (_sentence(spec["summary"]), spec.get("description", "")))),
            short_help=spec["summary"],
            context_settings=SETTINGS,
            no_args_is_help=False,
            invoke_without_command=True,
            callback=_show_help,
            **more,
        )
        self.words = words
        self.spec = spec

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the words that may follow.

        Args:
            ctx: The context of click.
        """
        return [*self.spec.get("commands", {}), *self.spec.get("groups", {})]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command or the group of a word; None if there is none.

        Args:
            ctx: The context of click.
            cmd_name: The word.
        """
        words = (*self.words, cmd_name)
        command = self.spec.get("commands", {}).get(cmd_name)
        if command is not None:
            return leaf(words, command)
        group = self.below(cmd_name)
        if group is not None:
            return Words(words, group)
        return Help(self) if cmd_name == "help" else None

    def below(self, word: str) -> GroupSpec | None:
        """Return a group below this one.

        Args:
            word: Its word.
        """
        return self.spec.get("groups", {}).get(word)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command of the first word.

        Args:
            ctx: The context of click.
            args: The words.

        Raises:
            click.exceptions.NoSuchCommand: There is none; the message names similar ones.
        """
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing and not args[0].startswith("-"):
            raise click.exceptions.NoSuchCommand(args[0], possibilities=self.list_commands(ctx), ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands and the groups below this one, without making them.

        Args:
            ctx: The context of click.
            formatter: Where to write.
        """
        for title, members in (("Commands", self.spec.get("commands", {})), ("Groups", self.spec.get("groups", {}))):
            rows = [(word, _short(member, formatter)) for word, member in members.items()]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


class Root(Words):
    """The command itself."""

    def __init__(self) -> None:
        groups = {word: {"summary": summary} for word, summary in INDEX["groups"].items()}
        spec: Any = {"summary": INDEX["summary"], "commands": INDEX["commands"], "groups": groups}
        super().__init__((), spec, params=[_version(), _describe()])

    def below(self, word: str) -> GroupSpec | None:
        """Load a group.

        Args:
            word: Its word.
        """
        return table.top(word)


class Help(click.Command):
    """The command `help` of a group."""

    def __init__(self, group: Words) -> None:
        super().__init__("help", help="Show this help.", callback=self._show, context_settings=SETTINGS)
        self._group = group

    def _show(self) -> None:
        ctx = click.get_current_context().parent
        if ctx is not None:
            click.echo(self._group.get_help(ctx))


def leaf(words: tuple[str, ...], spec: CommandSpec) -> click.Command:
    """Make a command.

    Args:
        words: Its words.
        spec: The command.
    """
    help_text = "\n\n".join(filter(None, (spec["summary"], spec.get("description", ""))))
    passes = "passthrough" in spec["traits"]
    settings = SETTINGS | ({"ignore_unknown_options": True, "allow_interspersed_args": False} if passes else {})
    command = click.Command(
        words[-1],
        help=help_text,
        context_settings=settings,
        params=[*_parameters(spec)],
        add_help_option=not passes,  # it has options of its own, and a help
    )

    def run(**values: Any) -> None:
        from comodit_client.cli.execute import execute

        execute(Call(words, spec, values))

    command.callback = run
    return command


def _parameters(spec: CommandSpec) -> Iterator[click.Parameter]:
    for argument in table.arguments_of(spec):
        yield _argument(argument)
    if "passthrough" in spec["traits"]:
        return
    for name, option, hidden in table.options_of(spec):
        yield _option(name, option, hidden)


def _argument(spec: ArgumentSpec) -> click.Argument:
    repeated = spec.get("repeated", False)
    return click.Argument(
        [argument_key(spec["name"])],
        required=not spec.get("optional", False) and not repeated,
        metavar=spec["name"].upper(),
        nargs=-1 if repeated else 1,
    )


def _option(name: str, spec: OptionSpec, hidden: bool) -> click.Option:
    choices = spec.get("choices")
    more: dict[str, Any] = {}
    if choices:
        more["type"] = click.Choice(choices)
    elif "value" in spec:
        more["metavar"] = spec["value"]
    else:
        more["is_flag"] = True
    repeated = spec.get("repeated", False)
    return click.Option(
        [*spec["flags"], option_key(name)], help=spec["description"], hidden=hidden, multiple=repeated, **more
    )


def _version() -> click.Option:
    return click.Option(
        ["--version"], is_flag=True, expose_value=False, is_eager=True, help="Show the version.", callback=_show_version
    )


def _describe() -> click.Option:
    return click.Option(
        ["--describe"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        help="Print all commands, arguments and options as JSON.",
        callback=_show_description,
    )


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from comodit_client.rest.version import __version__

        click.echo(f"{table.NAME} {__version__}")
        ctx.exit()


def _show_description(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from comodit_client.cli.describe import description

        click.echo(description())
        ctx.exit()


def _show_help() -> None:
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def _short(spec: GroupSpec | CommandSpec, formatter: click.HelpFormatter) -> str:
    return spec["summary"].rstrip(".")


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
