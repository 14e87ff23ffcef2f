"""In which language an answer is given."""

from starlette.requests import Request

from analysis.schema import LANGUAGES, Language
from analysis.settings import Settings


def of_request(request: Request, settings: Settings) -> Language:
    """The language that the address names, else that of the settings."""
    return _known(request.query_params.get("lang")) or of_settings(settings)


def of_settings(settings: Settings) -> Language:
    """The language of the settings; the first there is where they name none of ours."""
    return _known(settings.language) or LANGUAGES[0]


def _known(name: str | None) -> Language | None:
    return next((each for each in LANGUAGES if each == name), None)
