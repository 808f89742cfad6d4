"""The commands and groups of click, made from the table when they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from comodit_client.cli import table
from comodit_client.cli.call import Call, argument_key, option_key

if TYPE_CHECKING:
    from comodit_client.cli.table import ArgumentSpec, CommandSpec, GroupSpec, OptionSpec

HELP = ["-h", "--help"]
SETTINGS: dict[str, Any] = {"help_option_names": HELP, "max_content_width": 100}
#: The sections of options, by the trait of the commands that have them. Other options are those of the command.
SECTIONS = {"input": "Input options", "all": "Output options", "plain": "General options"}
OWN_SECTION = "Options"
#: Shown below the help of the command itself.
EPILOG = (
    "Run 'comodit COMMAND --help' for the arguments and options of a command. Options may stand anywhere. "
    "Credentials come from options, from the environment (COMODIT_API, COMODIT_USERNAME, COMODIT_PASSWORD, "
    "COMODIT_TOKEN, COMODIT_PROFILE), or from a profile: run 'comodit login'."
)


class Words(click.Group):
    """A group of commands, which makes its commands when they are needed.

    Args:
        words: The words of the group; none for the root.
        spec: The group.
        more: Arguments of click.
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
            options_metavar=None,
            subcommand_metavar="COMMAND [ARGUMENTS]... [OPTIONS]",
            **more,
        )
        self.words = words
        self.spec = spec

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse what follows the words of the group.

        Args:
            ctx: The context of click.
            args: The words and options.

        Raises:
            click.UsageError: An option stands there, but no command.
        """
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            if table.takes_value(error.option_name) is not None:
                raise click.UsageError("Missing command.", ctx) from None
            raise click.NoSuchOption(error.option_name, possibilities=table.all_flags(), ctx=ctx) from None

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
        found: Any = table.below(self.spec, cmd_name)
        if found is None:
            return None
        words = (*self.words, cmd_name)
        return Leaf(words, found) if "traits" in found else Words(words, found)

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
            rows = [(word, member["summary"].rstrip(".")) for word, member in members.items()]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


class Root(Words):
    """The command itself."""

    def __init__(self) -> None:
        super().__init__((), table.ROOT, params=[_version(), _describe()], epilog=EPILOG)


class Leaf(click.Command):
    """A command.

    Args:
        words: Its words.
        spec: Its description in the table.
    """

    def __init__(self, words: tuple[str, ...], spec: CommandSpec) -> None:
        passes = "passthrough" in spec["traits"]
        more = {"ignore_unknown_options": True, "allow_interspersed_args": False} if passes else {}
        super().__init__(
            words[-1],
            help="\n\n".join(filter(None, (spec["summary"], spec.get("description", "")))),
            context_settings=SETTINGS | more,
            params=[*_parameters(spec)],
            callback=self._run,
            add_help_option=not passes,  # it has options of its own, and a help
        )
        self.words = words
        self.spec = spec

    def _run(self, **values: Any) -> None:
        from comodit_client.cli.execute import execute

        execute(Call(self.words, self.spec, values))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments and options.

        Args:
            ctx: The context of click.
            args: The arguments and options.

        Raises:
            click.NoSuchOption: An option is unknown; the message says how to give it as a value.
        """
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            if error.possibilities or not self.spec.get("arguments"):
                raise
            hint = f"{error.message} If it is a value, put -- before it, after all options."
            raise click.NoSuchOption(error.option_name, hint, ctx=ctx) from None

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options by their sections, those of the command first.

        Args:
            ctx: The context of click.
            formatter: Where to write.
        """
        titles = {option_key(name): _section(option) for name, option, _ in table.options_of(self.spec)}
        sections: dict[str, list[tuple[str, str]]] = {title: [] for title in (OWN_SECTION, *SECTIONS.values())}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None and not isinstance(parameter, click.Argument):
                sections[titles.get(parameter.name or "", SECTIONS["plain"])].append(record)
        for title, records in sections.items():
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)


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
        help=spec["description"],
        metavar=_metavar(spec),
        nargs=-1 if repeated else 1,
    )


def _metavar(spec: ArgumentSpec) -> str:
    name = spec["name"].upper()
    repeated = "..." if spec.get("repeated") else ""
    return f"[{name}]{repeated}" if spec.get("optional") or repeated else name


def _section(spec: OptionSpec) -> str:
    traits = spec.get("traits", ())
    return next((title for trait, title in reversed(SECTIONS.items()) if trait in traits), OWN_SECTION)


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


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
