"""The pages' paths, as the folder of their scripts has them."""

from functools import cache

from analysis.settings import ROOT

FOLDER = ROOT / "pages"
ROUTER = "main"
HOME = "overview"


@cache
def pages() -> dict[str, str]:
    """The name of each page by its path: ``{"/": "overview", "/events": "events"}``."""
    names = [path.stem for path in sorted(FOLDER.glob("*.py")) if path.stem != ROUTER]
    return {"/" if name == HOME else f"/{name}": name for name in names}
