"""click in the words of the catalogues: help, headings and what is said of a command that is not understood."""

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from importlib import import_module
from tempfile import NamedTemporaryFile
from typing import Any, NoReturn

import click

from analysis.log import traced
from analysis.schema import LANGUAGES, Language
from analysis.settings import language
from analysis.words import Words, words

FAILED = 2
"""Exit status of a command that could not be carried out."""


def default_words() -> Words:
    """The words in the language of the settings; Finnish where they name none that there is."""
    return words(next(each for each in LANGUAGES if each == language()))


WORDS = default_words()


def fail(text: str) -> NoReturn:
    """Say a sentence on standard error and end with the status of failure."""
    click.echo(text, err=True)
    raise click.exceptions.Exit(FAILED)


class Command(click.Command):
    """A command whose help is the text ``command.<name>.help``."""

    def __init__(self, name: str, **given: Any) -> None:
        said = {"help": WORDS(f"command.{name}.help"), "options_metavar": WORDS("command.metavar.options")}
        super().__init__(name, **{**given, **said}, add_help_option=False)
        click.help_option("--help", help=WORDS("command.option.help"))(self)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=WORDS("command.usage") + " ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under their heading."""
        records = [param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, click.Option)]
        with formatter.section(WORDS("command.options")):
            formatter.write_dl([record for record in records if record])


class Commands(Command, click.Group):
    """Commands that are imported when they are asked for, so that each starts as quickly as it can.

    ``modules`` names the module of each command, in which it stands under its own name.
    """

    def __init__(self, name: str, modules: Mapping[str, str]) -> None:
        super().__init__(name, subcommand_metavar=WORDS("command.metavar.command"))
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands in their order."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, None where there is none."""
        if cmd_name not in self.modules:
            return None
        found = getattr(import_module(self.modules[cmd_name]), cmd_name.replace("-", "_"))
        assert isinstance(found, click.Command)
        return found

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, each with its first sentence, and the options."""
        with formatter.section(WORDS("command.commands")):
            formatter.write_dl([(name, WORDS(f"command.{name}.short")) for name in self.modules])
        super().format_options(ctx, formatter)

    def main(self, args: Any = None, prog_name: str | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]
        """Run and end with the command's exit status; whatever goes wrong is said in a sentence."""
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        try:
            status = super().main(args, prog_name, standalone_mode=False)
        except click.UsageError as error:
            status = _misunderstood(error, prog_name or "")
        except click.Abort:
            status = FAILED
        except Exception as error:
            status = _unexpected(error)
        sys.exit(status or 0)


def option(flag: str, text: str, **given: Any) -> Callable[[Any], Any]:
    """An option whose help is the text of a key."""
    return click.option(flag, help=WORDS(text), **given)


def language_option() -> Callable[[Any], Any]:
    """``--language``: handed to the command as `Words`."""
    return option(
        "--language",
        "command.option.language",
        type=click.Choice(LANGUAGES),
        callback=lambda ctx, param, given: _words(given),
    )


def json_option() -> Callable[[Any], Any]:
    """``--json``: handed to the command as ``as_json``."""
    return click.option("--json", "as_json", is_flag=True, help=WORDS("command.option.json"))


def argument(name: str, metavar: str, **given: Any) -> Callable[[Any], Any]:
    """An argument that is called by the text of a key."""
    return click.argument(name, metavar=WORDS(metavar), **given)


def _words(language: Language | None) -> Words:
    return words(language) if language else WORDS


def _unexpected(error: Exception) -> int:
    """Say that something went wrong, and in which new file the traces are; the exit status of failure."""
    text = WORDS("command.error.unexpected", detail=f"{type(error).__name__}: {error}")
    with suppress(OSError):
        with NamedTemporaryFile("w", prefix="klusteripulssi-", suffix=".log", delete=False, encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{traced(error)}\n")
        text = f"{text} {WORDS('command.error.report', file=file.name)}"
    click.echo(text, err=True)
    return FAILED


def _misunderstood(error: click.UsageError, program: str) -> int:
    """Say what of a command was not understood, and where help is."""
    match error:
        case click.NoSuchOption(option_name=name):
            text = WORDS("command.error.option", name=name)
        case click.exceptions.NoSuchCommand(command_name=name):
            text = WORDS("command.error.command", name=name)
        case click.BadOptionUsage(option_name=name):
            text = WORDS("command.error.missing", name=name)
        case click.MissingParameter(param=click.Parameter() as param):
            text = WORDS("command.error.missing", name=_called(param, error.ctx))
        case click.BadParameter(param=click.Parameter() as param):
            text = WORDS("command.error.value", name=_called(param, error.ctx))
        case click.exceptions.NoArgsIsHelpError():
            click.echo(error.format_message(), err=True)
            return FAILED
        case _:
            text = WORDS("command.error.usage")
    path = error.ctx.command_path if error.ctx else program
    click.echo(f"{text} {WORDS('command.error.hint', command=f'{path} --help')}", err=True)
    return FAILED


def _called(param: click.Parameter, ctx: click.Context | None) -> str:
    if isinstance(param, click.Option):
        return param.opts[0]
    return (param.metavar or param.human_readable_name).strip("[].…")
