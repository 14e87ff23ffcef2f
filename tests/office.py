"""LibreOffice as a person runs it: files opened and saved as something else, on a machine of any language."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

SOFFICE = shutil.which("soffice")
LOCALES = ("fi-FI", "en-US")
CSV = "csv:Text - txt - csv (StarCalc):{separator},34,76,1,,0,false,true,{as_shown},false,false,-1"
"""Filter of csv in UTF-8, every sheet a file of its own; ``as_shown``: "true" (the dialog's default) or "false"."""
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop>
</item>
</oor:items>
"""


def converted(sources: Sequence[Path], form: str, locale: str, profiles: Path) -> list[Path]:
    """The files that LibreOffice makes of these, beside each other in a folder of their own.

    ``form``: as its ``--convert-to`` takes it: "pdf", or an ending with a filter. ``locale``: that of the machine.
    ``profiles``: a folder for LibreOffice's own files, to be used again.
    """
    profile = profiles / locale
    if not profile.exists():
        (profile / "user").mkdir(parents=True)
        settings = profile / "user" / "registrymodifications.xcu"
        settings.write_text(_SETTINGS.format(locale), encoding="utf-8")
    folder = profiles / f"{sources[0].stem}-{form.partition(':')[0]}-{locale}-{len(list(profiles.iterdir()))}"
    command = [str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
    given = ["--outdir", str(folder), *map(str, sources)]
    subprocess.run([*command, *given], check=True, capture_output=True, timeout=240)
    return sorted(folder.iterdir())
