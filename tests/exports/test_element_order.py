"""The children of elements in Word and PowerPoint files are in the order that their schema wants.

The sequences are those of the transitional schemas of ISO/IEC 29500-1 (wml, dml-main, dml-chart), of the elements that
the exporters or the templates touch.
"""

import io
from collections.abc import Iterator
from dataclasses import replace
from zipfile import ZipFile

import pytest
from lxml import etree

from analysis.charts import Panels
from analysis.exports import Branding, powerpoint_file, word_document
from analysis.sections import Slide
from analysis.sections.presentation.full_sections import ALL_SECTIONS, full_sections
from analysis.selection import Selection
from analysis.words import translator
from tests.exports.presentations import basis
from tests.exports.presentations import whole as every_slide
from tests.exports.test_provenance_everywhere import origin

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
PREFIXES = {W: "w", A: "a", C: "c", P: "p"}

FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
LINE = (*FILLS, "prstDash", "custDash", "round", "bevel", "miter", "headEnd", "tailEnd", "extLst")
LETTERS = (
    *("ln", *FILLS, "effectLst", "effectDag", "highlight", "uLnTx", "uLn", "uFillTx", "uFill", "latin", "ea", "cs"),
    *("sym", "hlinkClick", "hlinkMouseOver", "rtl", "extLst"),
)
PARAGRAPH = (
    *("lnSpc", "spcBef", "spcAft", "buClrTx", "buClr", "buSzTx", "buSzPct", "buSzPts", "buFontTx", "buFont"),
    *("buNone", "buAutoNum", "buChar", "buBlip", "tabLst", "defRPr", "extLst"),
)
SHAPE = ("xfrm", "custGeom", "prstGeom", *FILLS, "ln", "effectLst", "effectDag", "scene3d", "sp3d", "extLst")
AXIS = (
    *("axId", "scaling", "delete", "axPos", "majorGridlines", "minorGridlines", "title", "numFmt", "majorTickMark"),
    *("minorTickMark", "tickLblPos", "spPr", "txPr", "crossAx", "crosses", "crossesAt"),
)
TEXT = ("bodyPr", "lstStyle", "p")
ORDER: dict[str, tuple[str, ...]] = {
    "w:tblPr": (
        *("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW"),
        *("jc", "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption"),
        *("tblDescription", "tblPrChange"),
    ),
    "w:tcPr": (
        *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection"),
        *("tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel", "cellMerge", "tcPrChange"),
    ),
    "w:tblBorders": ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV"),
    "w:tcBorders": ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV", "tl2br", "tr2bl"),
    "w:tbl": ("tblPr", "tblGrid", "tr"),
    "w:tr": ("tblPrEx", "trPr", "tc"),
    "w:tc": ("tcPr", "p"),
    "w:p": ("pPr", "r hyperlink"),
    "w:pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
        *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct"),
        *("topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind"),
        *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
        *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    ),
    "w:r": ("rPr", "t tab br drawing fldChar instrText"),
    "w:rPr": (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
        *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern"),
        *("position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs"),
        *("em", "lang", "eastAsianLayout", "specVanish", "oMath"),
    ),
    "w:sectPr": (
        *("headerReference footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc"),
        *("pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg"),
        *("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange"),
    ),
    "w:style": (
        *("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden"),
        *("unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid", "pPr", "rPr"),
        *("tblPr", "trPr", "tcPr", "tblStylePr"),
    ),
    "a:tbl": ("tblPr", "tblGrid", "tr"),
    "a:tblPr": (*FILLS, "effectLst", "effectDag", "tableStyle", "tableStyleId", "extLst"),
    "a:tc": ("txBody", "tcPr", "extLst"),
    "a:tcPr": ("lnL", "lnR", "lnT", "lnB", "lnTlToBr", "lnBlToTr", "cell3D", *FILLS, "headers", "extLst"),
    **dict.fromkeys(("a:ln", "a:lnL", "a:lnR", "a:lnT", "a:lnB"), LINE),
    **dict.fromkeys(("a:rPr", "a:defRPr", "a:endParaRPr"), LETTERS),
    **dict.fromkeys(("a:pPr", *(f"a:lvl{level}pPr" for level in range(1, 10))), PARAGRAPH),
    "a:p": ("pPr", "r br fld", "endParaRPr"),
    "a:r": ("rPr", "t"),
    "a:bodyPr": ("prstTxWarp", "noAutofit", "normAutofit", "spAutoFit", "scene3d", "sp3d", "flatTx", "extLst"),
    **dict.fromkeys(("a:txBody", "p:txBody", "c:txPr", "c:rich"), TEXT),
    **dict.fromkeys(("p:spPr", "c:spPr"), SHAPE),
    "p:sp": ("nvSpPr", "spPr", "style", "txBody", "extLst"),
    "p:pic": ("nvPicPr", "blipFill", "spPr", "style", "extLst"),
    "p:graphicFrame": ("nvGraphicFramePr", "xfrm", "graphic", "extLst"),
    "c:chartSpace": (
        *("date1904", "lang", "roundedCorners", "AlternateContent", "style", "clrMapOvr", "pivotSource", "protection"),
        *("chart", "spPr", "txPr", "externalData", "printSettings", "userShapes", "extLst"),
    ),
    "c:chart": (
        *("title", "autoTitleDeleted", "pivotFmts", "view3D", "floor", "sideWall", "backWall", "plotArea", "legend"),
        *("plotVisOnly", "dispBlanksAs", "showDLblsOverMax", "extLst"),
    ),
    "c:title": ("tx", "layout", "overlay", "spPr", "txPr", "extLst"),
    "c:plotArea": ("layout", "barChart", "lineChart", "catAx", "valAx", "dTable", "spPr", "extLst"),
    "c:barChart": (
        *("barDir", "grouping", "varyColors", "ser", "dLbls", "gapWidth", "overlap", "serLines", "axId", "extLst"),
    ),
    "c:lineChart": (
        *("grouping", "varyColors", "ser", "dLbls", "dropLines", "hiLowLines", "upDownBars", "marker", "smooth"),
        *("axId", "extLst"),
    ),
    "c:barChart/c:ser": (
        *("idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "dPt", "dLbls", "trendline", "errBars"),
        *("cat", "val", "shape", "extLst"),
    ),
    "c:lineChart/c:ser": (
        *("idx", "order", "tx", "spPr", "marker", "dPt", "dLbls", "trendline", "errBars", "cat", "val", "smooth"),
        "extLst",
    ),
    "c:marker": ("symbol", "size", "spPr", "extLst"),
    "c:dPt": ("idx", "invertIfNegative", "marker", "bubble3D", "explosion", "spPr", "pictureOptions", "extLst"),
    "c:dLbls": (
        *("dLbl", "delete", "numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", "showVal", "showCatName"),
        *("showSerName", "showPercent", "showBubbleSize", "separator", "showLeaderLines", "leaderLines", "extLst"),
    ),
    "c:scaling": ("logBase", "orientation", "max", "min", "extLst"),
    "c:catAx": (*AXIS, "auto", "lblAlgn", "lblOffset", "tickLblSkip", "tickMarkSkip", "noMultiLvlLbl", "extLst"),
    "c:valAx": (*AXIS, "crossBetween", "majorUnit", "minorUnit", "dispUnits", "extLst"),
}
"""Element, or parent and element → its children in order; names in one text may follow each other in any order."""


def named(element: etree._Element) -> str:
    """An element's name with the usual prefix of its namespace."""
    tag = etree.QName(element)
    return f"{PREFIXES.get(tag.namespace or '', '')}:{tag.localname}"


def disorder(root: etree._Element) -> Iterator[str]:
    """The elements whose children are in another order, or that have one which the schema does not know."""
    for element in root.iter(etree.Element):
        parent = element.getparent()
        names = (f"{named(parent)}/{named(element)}" if parent is not None else "", named(element))
        order = next((ORDER[name] for name in names if name in ORDER), None)
        if order is None:
            continue
        places = {name: at for at, group in enumerate(order) for name in group.split()}
        children = [etree.QName(each).localname for each in element.iterchildren(etree.Element)]
        unknown = [name for name in children if name not in places]
        if unknown or children != sorted(children, key=lambda name: places[name]):
            yield f"{names[1]}: {', '.join(children)}"


def lined(slide: Slide) -> Slide:
    """A slide whose small columns have a line over them."""
    if slide.chart is None or not isinstance(slide.chart.mark, Panels):
        return slide
    mark = replace(slide.chart.mark, line=(1.5,) * len(slide.chart.mark.years))
    return replace(slide, chart=replace(slide.chart, mark=mark))


def made(kind: str) -> bytes:
    """A file of all sections."""
    context, w = basis("fi"), translator("fi")
    mine = origin(context, Selection())
    if kind == "docx":
        return word_document(full_sections(ALL_SECTIONS, context, Selection()), w, mine)
    deck = every_slide(Selection())
    deck = replace(deck, slides=tuple(lined(slide) for slide in deck.slides))
    return powerpoint_file(deck, w, mine, Branding(emblem=True, live="https://a.example/"))


@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_children_are_in_the_order_of_their_schema(kind: str):
    with ZipFile(io.BytesIO(made(kind))) as packed:
        parts = {name: etree.fromstring(packed.read(name)) for name in packed.namelist() if name.endswith(".xml")}
    assert {name: tags for name, root in parts.items() if (tags := list(disorder(root)))} == {}
    wanted = {"w:tblPr", "w:sectPr"} if kind == "docx" else {"a:tcPr", "c:catAx", "c:lineChart"}
    assert wanted <= {named(each) for root in parts.values() for each in root.iter(etree.Element)}


def test_borders_after_the_layout_of_a_table_are_out_of_order():
    properties = etree.fromstring(f'<w:tblPr xmlns:w="{W}"><w:tblLayout/><w:tblBorders/></w:tblPr>')
    assert list(disorder(properties)) == ["w:tblPr: tblLayout, tblBorders"]
