"""The second series of columns as a line over them: PowerPoint draws both in one chart, python-pptx makes but one."""

from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

BARS_ONLY = ("c:invertIfNegative", "c:dLbls", "c:dPt", "c:spPr")
ORDER = ("c:idx", "c:order", "c:tx", "c:spPr", "c:marker", "c:cat", "c:val", "c:smooth")


def second_series_as_line(drawn: Any, ink: str) -> None:
    """Move the second series of a chart of columns into a dotted line on the same axes."""
    plot = drawn.element.find(f".//{qn('c:barChart')}")
    moved = plot.findall(qn("c:ser"))[1]
    plot.remove(moved)
    for tag in BARS_ONLY:
        for each in moved.findall(qn(tag)):
            moved.remove(each)
    look = _made("c:spPr", _made("a:ln", _made("a:solidFill", _made("a:srgbClr", val=ink[1:].upper())), w="19050"))
    look[0].append(_made("a:prstDash", val="sysDot"))
    moved.extend([look, _made("c:marker", _made("c:symbol", val="none")), _made("c:smooth", val="0")])
    parts = {qn(tag): at for at, tag in enumerate(ORDER)}
    moved[:] = sorted(moved, key=lambda each: parts[each.tag])
    line = _made("c:lineChart", _made("c:grouping", val="standard"), _made("c:varyColors", val="0"), moved)
    line.append(_made("c:marker", val="1"))
    line.extend([_made("c:axId", val=each.get("val")) for each in plot.findall(qn("c:axId"))])
    plot.addnext(line)


def _made(tag: str, *parts: Any, **attributes: str) -> Any:
    made = etree.Element(qn(tag), attributes)
    made.extend(parts)
    return made
