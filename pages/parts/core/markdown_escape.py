"""Labels of widgets, which Streamlit takes for Markdown: what the workbook holds is shown in them as it is written."""

import re

JOINER = "\u2060"
"""Word joiner: invisible, of no width. It separates what Streamlit would replace even if it is escaped."""
REPLACED = re.compile(r":(?=[\w/])|@(?=\w)|\bwww(?=\.)|[-<>=~](?=[-<>=])", re.IGNORECASE)
"""Icons, emoji and addresses, and arrows made of signs."""
MARKUP = re.compile(r"[\\`*_\[\]<>$~]|:(?=\S)|&(?=[#\w])|^[-+#=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")


def label(text: str) -> str:
    """The text as a label that shows just that."""
    return MARKUP.sub(r"\\\g<0>", REPLACED.sub(rf"\g<0>{JOINER}", text))
