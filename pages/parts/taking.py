"""What is done with a presentation: shown full screen, taken along as a file, sent as a link."""

from dataclasses import replace

import streamlit as st

from analysis.exports import deck, file_name, report
from analysis.sections import Outline, Section, overview, section
from pages.parts import download, markup, moments, stage
from pages.parts.view import View

NOTES = "present_share_notes"


def card(view: View, given: Outline) -> None:
    """The buttons; the notes go along only where the switch says so."""
    words = view.words
    with st.container(key="card-taking"):
        notes = st.toggle(words("present.share_notes"), key=NOTES)
        markup.show(
            "taking",
            words,
            show=stage.address(view, given, notes=notes),
            file=_name(view, given, "html"),
            copy=stage.page(view, given, notes=notes),
        )
        with st.container(key="files", horizontal=True, gap="small"):
            button = download.button
            button(words("present.pptx"), lambda: _deck(view, given, notes), _name(view, given, "pptx"), "take_pptx")
            button(words("present.report"), lambda: _report(view, given), _name(view, given, "html"), "take_report")
        _snippet(view, given)


def _deck(view: View, given: Outline, notes: bool) -> bytes:
    shown = stage.made(view, given if notes else given.without_notes())
    return deck(shown, view.words, download.origin(view, _sections(view, given)[0]))


def _report(view: View, given: Outline) -> bytes:
    sections = _sections(view, given)
    return report(sections, view.words, download.origin(view, sections[0]), title=given.title)


def _sections(view: View, given: Outline) -> list[Section]:
    """The sections that the slides are taken from, each once; the overview where they are from none."""
    basis = stage.basis(view, given.since)
    names = dict.fromkeys(step.section for step in given.steps)
    found = [made for name in names if (made := section(name, basis, given.selection))]
    return found or [overview(view.tables, given.selection, view.words, view.today)]


def _snippet(view: View, given: Outline) -> None:
    """The code with which another site shows the chart of the chosen slide."""
    if not given.steps:
        return
    step = given.steps[stage.at(given)]
    found = section(step.section, stage.basis(view, given.since), step.selection or given.selection)
    if found and any(chart.key == step.part for chart in found.charts):
        shown = replace(view.address, selection=step.selection or given.selection, language=view.words.language)
        address = f"{stage.root()}embed/{step.section}/{step.part}{shown.elsewhere().suffix()}"
        markup.show("snippet", view.words, address=address, title=found.title)


def _name(view: View, given: Outline, ending: str) -> str:
    revision = view.revision
    day = revision.published.astimezone(moments.HOME).date() if revision else None
    title = given.title or view.words("present.untitled")
    return file_name(title, ending=ending, revision=f"r{revision.id}" if revision else "", day=day)
