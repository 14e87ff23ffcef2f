"""Pictures of pixels: every text is in them, whatever its font families are."""

import pytest

from analysis.exports.shared.images import svg_to_png

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50">{}</svg>'


@pytest.mark.parametrize(
    "families", ["", 'font-family="Not Loaded"', 'font-family="system-ui, Arial"', 'font-family="monospace"']
)
def test_text_is_drawn_if_none_of_its_families_is_loaded(families: str):
    text = f'<text x="10" y="30" font-size="20" {families}>Kainuu</text>'
    assert svg_to_png(SVG.format(text)) != svg_to_png(SVG.format(""))
