"""Examples of reading the data that can be copied as they are: for the command line, Python, R, Excel, Power Query."""

from markupsafe import Markup, escape

ADDRESS, LANGUAGE = "{address}", "{language}"
NEW_LINE = Markup("&#10;")
EXAMPLES = {
    "curl": """curl --fail --compressed "{address}/events?region=19&year=2020-2024&language={language}\"""",
    "python": """import json
from urllib.request import urlopen

address = "{address}/events?region=19&limit=1000"
rows = []
while address:
    with urlopen(address) as answer:
        page = json.load(answer)
    rows += page["rows"]
    address = page["next"]
print(len(rows), "/", page["total"])""",
    "r": """events <- read.csv(
  "{address}/events.csv",
  encoding = "UTF-8", colClasses = "character", na.strings = ""
)
events$participants <- as.integer(events$participants)
table(substr(events$starts, 1, 4))""",
    "excel": "{address}/events.csv",
    "powerquery": """let
    Source = Csv.Document(
        Web.Contents("{address}/events.csv"),
        [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]
    ),
    Rows = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
    Typed = Table.TransformColumnTypes(Rows, {{"participants", Int64.Type}}, "en-US")
in
    Typed""",
}
"""By name: the text of an example, in which the address of the interface and the language are filled in."""


def code_example(name: str, address: str, language: str) -> Markup:
    """An example as HTML; its lines stay lines although templates are put on one."""
    text = EXAMPLES[name].replace(ADDRESS, address).replace(LANGUAGE, language)
    return NEW_LINE.join(escape(line) for line in text.splitlines())
