#!/usr/bin/env bash
# resvg-py 0.5.0: a text whose font families are not loaded is left out of the picture, without an error, although
# `font_family` and `sans_serif_family` name a loaded font. The renderer falls back to the *serif* family alone,
# "Times New Roman" unless `serif_family` is given. Seen on 2026-11-29:
#   no family, font_family given: text drawn
#   unknown family, font_family and sans_serif_family given: no text
#   unknown family, serif_family given: text drawn
# Exits 1 if that changes.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check resvg-py==0.5.0 font-source-sans-pro==0.0.1
"$folder/venv/bin/python" - <<'PY'
from importlib.resources import files

from resvg_py import svg_to_bytes

FAMILY = "Source Sans Pro"
FONT = str(files("font_source_sans_pro") / "files" / "SourceSansPro-Regular.ttf")


def picture(text: str, **families: str) -> bytes:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50"><rect width="200" height="50" fill="white"/>{text}</svg>'
    return bytes(svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[FONT], **families))


def drawn(attributes: str, **families: str) -> bool:
    return picture(f'<text x="10" y="30" font-size="20" {attributes}>Kainuu</text>', **families) != picture("")


seen = {
    "no family, font_family given": drawn("", font_family=FAMILY),
    "unknown family, font_family and sans_serif_family given": drawn(
        'font-family="Not Loaded"', font_family=FAMILY, sans_serif_family=FAMILY
    ),
    "unknown family, serif_family given": drawn('font-family="Not Loaded"', serif_family=FAMILY),
}
for case, there in seen.items():
    print(f"{case}: {'text drawn' if there else 'no text'}")
raise SystemExit(0 if list(seen.values()) == [True, False, True] else 1)
PY
