import json
import re
from importlib.metadata import version
from pathlib import Path

import pytest

from analysis import static
from analysis.streamlit_adapter import bundle


def test_every_file_is_named_by_its_content():
    one, same, other = (static.static_file("a", ".js", content) for content in (b"1", b"1", b"2"))
    assert one == same and one.name != other.name
    assert re.fullmatch(r"assets/a-[0-9a-f]{10}\.js", one.address)


def test_only_what_is_meant_for_browsers_is_served():
    assert {Path(name).suffix for name in static.own_files()} <= set(static.TYPES)
    assert "figures.js" in static.own_files()
    assert not [name for name in static.own_files() if name.startswith("package")]


def test_the_whole_bundle_of_the_package_serves_where_npm_did_not_run(tmp_path):
    result = static.plotly_bundle(static.whole_bundle())
    assert result.name.startswith("plotly-") and result.media_type.startswith("text/javascript")
    assert result.content == static.whole_bundle().read_bytes()


def test_both_bundles_are_of_one_version():
    declared = json.loads((static.ASSETS / "package.json").read_text(encoding="utf-8"))["dependencies"]
    small = declared["plotly.js-cartesian-dist-min"]
    assert static.plotly_bundle(static.whole_bundle()).name.startswith(f"plotly-{small}-"), version("plotly")


def test_a_file_that_is_no_bundle_is_not_served_as_one(tmp_path):
    (tmp_path / "x.js").write_text("alert(1)", encoding="utf-8")
    with pytest.raises(ValueError, match="no bundle"):
        static.plotly_bundle(tmp_path / "x.js")


def test_what_a_page_needs_of_streamlit_comes_first_and_no_drawer_of_foreign_charts_at_all():
    files = list(static.streamlit_files())
    addresses = [each.address for each in files]
    first = {*bundle.document_files(), *bundle.part_scripts()} & set(addresses)
    assert len(first) > 50 and set(addresses[: len(first)]) == first
    assert len(addresses) == len(set(addresses)) and all(address.startswith("static/") for address in addresses)
    assert not [each.name for each in files if re.match(r"(PlotlyChart|DeckGl|EChartsChart).*js$", each.name)]


def test_only_the_fonts_that_are_cut_are_asked_for_again():
    changing = {each.name for each in static.streamlit_files() if not each.is_for_good}
    assert changing == {path.name for path in map(bundle.font, bundle.FONTS) if path}


def test_the_lock_holds_no_address():
    lock = (static.ASSETS / "package-lock.json").read_text(encoding="utf-8")
    assert "resolved" not in lock and "://" not in lock
    assert set(json.loads(lock)["packages"]) == {
        "",
        "node_modules/axe-core",
        "node_modules/plotly.js-cartesian-dist-min",
    }


def test_no_class_that_changes_makes_the_browser_work_out_all_styles_anew():
    """Streamlit gives each part another class while a page is made. A rule that asks for a class by a part of its name
    and ends in any element concerns everything below; one that ends in a class or a tag concerns these alone."""
    style = re.sub(r"/\*.*?\*/", "", (static.ASSETS / "style.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    rules = [each.strip() for each in re.findall(r"[^{};]*(?=\{)", style) if "[class*=" in each]
    names_of = re.compile(r"[.#\w\[]|:is\([.\w\[]")
    ends = [re.split(r"[\s>+~]+(?![^(]*\))", part)[-1] for rule in rules for part in re.split(r",(?![^(]*\))", rule)]
    assert len(ends) > 20 and [each for each in ends if not names_of.match(each)] == []
