"""The fonts of pages hold what pages can need, and no more."""

import io
import re

import pytest
from fontTools.ttLib import TTFont

from analysis.settings import ROOT
from analysis.static import fonts
from analysis.streamlit_adapter import bundle


@pytest.fixture(scope="module")
def text_font() -> TTFont:
    path = bundle.font()
    assert path
    return TTFont(io.BytesIO(fonts.for_pages(path)))


def test_the_text_font_has_every_letter_of_the_catalogues_that_it_had(text_font):
    path = bundle.font()
    assert path
    texts = "".join(each.read_text(encoding="utf-8") for each in (ROOT / "data" / "locale").rglob("*.po"))
    whole, cut = (set(each.getBestCmap()) for each in (TTFont(path), text_font))
    assert {chr(code) for code in {ord(sign) for sign in texts} & whole - cut} == set()
    assert {ord(sign) for sign in "åäöÅÄÖšžŠŽáČđŋŧ–—’”€→×≥½²"} <= cut


def test_the_text_font_keeps_its_weights(text_font):
    assert [axis.axisTag for axis in text_font["fvar"].axes] == ["wght"]


def test_both_fonts_are_much_smaller_than_streamlits():
    for path, share in ((bundle.font(), 0.5), (bundle.font(bundle.ICON_FONT), 0.1)):
        assert path and len(fonts.for_pages(path)) < share * path.stat().st_size


def test_every_icon_that_a_page_of_ours_names_is_in_the_icon_font():
    path = bundle.font(bundle.ICON_FONT)
    assert path
    pages = "".join(each.read_text(encoding="utf-8") for each in (ROOT / "pages").rglob("*.py"))
    named = set(re.findall(r":material/(\w+):", pages))
    assert named and named <= set(fonts.icon_names())
    whole = set(TTFont(path).getGlyphOrder())
    assert named <= whole
    icons = TTFont(io.BytesIO(fonts.for_pages(path)))
    assert len(icons.getGlyphOrder()) >= len(whole & set(fonts.icon_names())) + len(fonts.LETTERS)


def test_a_file_that_is_no_such_font_stays_as_it_is(tmp_path):
    (tmp_path / "a.woff2").write_bytes(b"wOF2")
    assert fonts.for_pages(tmp_path / "a.woff2") == b"wOF2"


def test_a_font_that_cannot_be_cut_is_served_whole(tmp_path, monkeypatch, caplog):
    broken = tmp_path / "SourceSansVF-Upright.woff2"
    broken.write_bytes(b"no font at all")
    monkeypatch.setattr(bundle, "font", lambda name="": None if name else broken)
    assert fonts.for_pages(broken) == b"no font at all"
    assert broken.name in caplog.text
