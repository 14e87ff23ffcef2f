"""click with texts from the catalogues: help, headings and error messages."""

import gc
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, NoReturn

import click

from analysis.schema import LANGUAGES
from analysis.settings import language
from analysis.words import Translator, translator

FAILED = 2
"""Exit status of a command that could not be carried out."""


def default_words() -> Translator:
    """Texts in the language of the settings, in Finnish if they name none that is known."""
    return translator(next(each for each in LANGUAGES if each == language()))


WORDS = default_words()


def fail(text: str) -> NoReturn:
    """Print a sentence on standard error and end the command with the status of failure."""
    click.echo(text, err=True)
    raise click.exceptions.Exit(FAILED)


class Command(click.Command):
    """A command whose help is the text ``command.<prefix><name>.help``; ``prefix``: of the group that it is in."""

    def __init__(self, name: str, prefix: str = "", **options: Any) -> None:
        texts = {"help": WORDS(f"command.{prefix}{name}.help"), "options_metavar": WORDS("command.metavar.options")}
        super().__init__(name, **{**options, **texts}, add_help_option=False)
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
    """Commands that are imported on demand. ``modules``: each one's dotted module, with a function of its name, before
    which ``prefix`` stands."""

    def __init__(self, name: str, modules: Mapping[str, str], prefix: str = "") -> None:
        super().__init__(name, subcommand_metavar=WORDS("command.metavar.command"))
        self.modules, self.prefix = modules, prefix

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands in their order."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, None if there is none."""
        if cmd_name not in self.modules:
            return None
        function = f"{self.prefix}{cmd_name}".replace("-", "_")
        command: click.Command = getattr(import_module(self.modules[cmd_name]), function)
        if not gc.isenabled():
            # What is loaded by now stays until the process ends.
            gc.freeze()
            gc.enable()
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, each with its first sentence, and the options."""
        with formatter.section(WORDS("command.commands")):
            formatter.write_dl([(name, WORDS(f"command.{self.prefix}{name}.short")) for name in self.modules])
        super().format_options(ctx, formatter)

    def main(self, args: Any = None, prog_name: str | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]
        """Run and exit with the command's status; every error is printed as a sentence."""
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        try:
            status = super().main(args, prog_name, standalone_mode=False)
        except click.UsageError as error:
            status = _usage_error(error, prog_name or "")
        except click.Abort:
            status = FAILED
        except Exception as error:
            status = _unexpected_error(error)
        sys.exit(status or 0)


PATH = click.Path(path_type=Path)


def option(name: str, metavar: str = "", **settings: Any) -> Callable[[Any], Any]:
    """The option ``--name``, its help and the word for its value from the catalogue; ``settings``: as in click."""
    if metavar:
        settings["metavar"] = WORDS(f"command.metavar.{metavar}")
    return click.option(f"--{name}", help=WORDS(f"command.option.{name.replace('-', '_')}"), **settings)


JSON_OPTION = click.option("--json", "as_json", is_flag=True, help=WORDS("command.option.json"))
LANGUAGE_OPTION = option(
    "language",
    type=click.Choice(LANGUAGES),
    callback=lambda ctx, param, value: translator(value) if value else WORDS,
)
"""The parameter ``language`` of a command: a `Translator`."""


def _unexpected_error(error: Exception) -> int:
    """Print that something went wrong and in which new file the traces are; the exit status of failure."""
    from analysis.log import exception_trace

    text = WORDS("command.error.unexpected", detail=f"{type(error).__name__}: {error}")
    with suppress(OSError):
        with NamedTemporaryFile("w", prefix="klusteripulssi-", suffix=".log", delete=False, encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{exception_trace(error)}\n")
        text = f"{text} {WORDS('command.error.report', file=file.name)}"
    click.echo(text, err=True)
    return FAILED


def _usage_error(error: click.UsageError, program: str) -> int:
    """Print what was not understood of a command and how to get help; the exit status of failure."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return FAILED
    match error:
        case click.NoSuchOption(option_name=name):
            text = WORDS("command.error.option", name=name)
        case click.exceptions.NoSuchCommand(command_name=name):
            text = WORDS("command.error.command", name=name)
        case click.BadOptionUsage(option_name=name):
            text = WORDS("command.error.missing", name=name)
        case click.BadParameter(param=click.Parameter() as param):
            is_option = isinstance(param, click.Option)
            name = param.opts[0] if is_option else (param.metavar or param.human_readable_name).strip("[].…")
            wrong = "missing" if isinstance(error, click.MissingParameter) else "value"
            text = WORDS(f"command.error.{wrong}", name=name)
        case _:
            text = WORDS("command.error.usage")
    path = error.ctx.command_path if error.ctx else program
    click.echo(f"{text} {WORDS('command.error.hint', command=f'{path} --help')}", err=True)
    return FAILED
