"""What a presentation shows, as it stands in an address."""

from urllib.parse import parse_qsl

import hypothesis.strategies as st
from hypothesis import given

from analysis.sections.presentation.outline import LONGEST, Outline, SlideSpec, read_outline
from analysis.selection import SLIDES, Address, Selection
from analysis.selection import read as read_address

TEXT = st.text(max_size=60).map(str.strip)
KEYS = st.text("abcdefgh:-_", min_size=1, max_size=12)
CODES = st.lists(st.sampled_from(["19", "17", "rahoitus"]), max_size=2, unique=True).map(tuple)
YEARS = st.none() | st.tuples(st.integers(2018, 2021), st.integers(2022, 2025))
SELECTIONS = st.builds(Selection, YEARS, CODES, CODES)
STEPS = st.builds(SlideSpec, KEYS, KEYS.filter(lambda key: "," not in key), TEXT, TEXT, st.none() | SELECTIONS)
OUTLINES = st.builds(Outline, st.lists(STEPS, max_size=5).map(tuple), TEXT, SELECTIONS, st.sampled_from(["", "12"]))


def again(query: str) -> Outline:
    return read_outline(dict(parse_qsl(query, keep_blank_values=True)))


@given(OUTLINES)
def test_an_address_reads_back_to_the_same_outline(outline: Outline):
    assert again(outline.query("fi")) == outline


@given(OUTLINES)
def test_a_page_keeps_all_of_it_in_its_address(outline: Outline):
    address = read_address(dict(parse_qsl(outline.query("fi", "7"))))
    assert read_outline(address.query()) == outline
    assert (address.language, address.revision) == ("fi", "7")


def test_the_address_is_readable():
    steps = (
        SlideSpec("overview", "numbers"),
        SlideSpec("regions:participants", "map", "Oma", selection=Selection(regions=("19",))),
    )
    assert Outline(steps, selection=Selection((2020, 2024))).query("sv") == (
        "slides=overview.numbers,regions:participants.map&h2=Oma&f2=regions:19&years=2020-2024&lang=sv"
    )


def test_twelve_slides_with_headlines_of_their_own_are_a_short_address():
    headline = "Pohjois-Pohjanmaan tapahtumista yhteisiä on jo yhdeksän kymmenestä"
    steps = tuple(SlideSpec("stories", "story_clusters", headline) for _ in range(12))
    assert len(Outline(steps, "Klusteritoiminta Itä- ja Pohjois-Suomessa vuonna 2024").query("fi")) < 1500


def test_what_readers_are_given_holds_no_notes():
    outline = Outline((SlideSpec("overview", "years", "Otsikko", "Älä unohda kiittää"),))
    assert outline.without_notes() == Outline((SlideSpec("overview", "years", "Otsikko"),))
    assert "kiitt" not in outline.without_notes().query()


def test_what_is_too_long_or_too_much_is_cut():
    found = read_outline({"slides": ",".join(["a.b"] * 99), "title": "x" * 999, "h1": "x" * 999, "n1": "x" * 9999})
    assert len(found.slides) == SLIDES
    assert (len(found.title), len(found.slides[0].headline), len(found.slides[0].notes)) == tuple(LONGEST.values())


def test_what_cannot_be_read_is_left_out():
    found = read_outline({"slides": ",x,.,a.b,<script>", "f1": "regions", "f2": "what:ever;years:x", "hx": "y"})
    assert [step.key for step in found.slides] == [".", "a.b"]
    assert found.slides[1].selection == Selection()


def test_other_pages_do_not_take_it_over():
    address = read_address({"slides": "a.b", "h1": "x", "regions": "19"})
    assert address.for_other_pages() == Address(Selection(regions=("19",)))
