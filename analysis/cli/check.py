"""``check``: what files hold and what has to be mended, before anything is published."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from analysis import publishing
from analysis.cli import here, lines, shapes
from analysis.cli.spoken import WORDS, Command, argument, fail, json_option, language_option, option
from analysis.intake import Checked
from analysis.publishing import Preview
from analysis.words import Words

STATUS = {"ok": 0, "issues": 1, "refused": 2}


@click.command("check", cls=Command)
@argument("files", "command.metavar.files", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option()
@language_option()
@option(
    "--annotate", "command.option.annotate", metavar=WORDS("command.metavar.workbook"), type=click.Path(path_type=Path)
)
@option("--compare", "command.option.compare", is_flag=True)
def check(files: tuple[Path, ...], as_json: bool, language: Words, annotate: Path | None, compare: bool) -> int:
    """Check files; 0 where they can be published as they are, 1 with errors, 2 where one is refused."""
    outs = _outs(files, annotate, language) if annotate else []
    with here.in_words(language) as settings, here.found(settings) as store, here.checker(settings) as checker:
        uploads = here.uploads(files, settings)
        given = (uploads, store, checker, here.now())
        workbook = Path(settings.workbook)
        seen = publishing.preview(*given, workbook=workbook) if compare else None
        checked = seen.checked if seen else publishing.check(*given, workbook=workbook)
        for place, out in enumerate(outs):
            out.write_bytes(checker.marked(uploads, checked, place, language).data)
    if as_json:
        told = shapes.check(checked, seen.confirmations if seen else (), language)
        shapes.print_json(told | (shapes.changes(seen.changes) if seen else {}))
    else:
        lines.print_lines([*_lines(checked, seen, language), *(language("command.written", file=out) for out in outs)])
    return STATUS[checked.status]


def _outs(files: Sequence[Path], annotate: Path, words: Words) -> list[Path]:
    """Where the marked copy of each file goes: one file's to the path that is named, of several each to that name with
    its own added, and a number where two are alike."""
    if annotate.suffix.casefold() != ".xlsx":
        fail(words("command.error.format", file=annotate))
    outs: list[Path] = []
    for file in files:
        out = annotate if len(files) == 1 else annotate.with_stem(f"{annotate.stem}-{file.stem}")
        again = 1
        while out in outs:
            again += 1
            out = annotate.with_stem(f"{annotate.stem}-{file.stem}-{again}")
        if out.resolve() in [each.resolve() for each in files]:
            fail(words("command.error.same", file=out))
        outs.append(out)
    return outs


def _lines(checked: Checked, seen: Preview | None, words: Words) -> Iterator[str]:
    yield from lines.tables(checked, words)
    yield from lines.issues([*checked.issues, *(seen.confirmations if seen else ())], words)
    yield from lines.unlisted(checked, words)
    if seen and checked.status != "refused":
        yield from lines.difference(seen.changes, words)
    yield lines.counts(checked, words)
    yield words(f"command.check.{checked.status}")
