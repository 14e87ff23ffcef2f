"""The cell styles of an xlsx whose font is struck through (ECMA-376 part 1, 18.8.22 and 18.8.10)."""

from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring


def struck_styles(xml: bytes) -> frozenset[str]:
    """The numbers of the styles, as cells name them, of a part of styles.

    Raises ParseError or DefusedXmlException if the part cannot be parsed.
    """
    if b"strike" not in xml:
        return frozenset()
    styles: Element = fromstring(xml)
    fonts = {str(number) for number, font in enumerate(styles.iterfind("{*}fonts/{*}font")) if _is_struck(font)}
    formats = enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
    return frozenset(str(number) for number, each in formats if each.get("fontId") in fonts)


def _is_struck(font: Element) -> bool:
    strike = font.find("{*}strike")
    return strike is not None and strike.get("val") not in ("0", "false")
