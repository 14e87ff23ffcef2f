"""What is routed, and through which layers every request and answer goes, the outermost first."""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from analysis.web.assets import asset
from analysis.web.cookies import Cookies
from analysis.web.document import Document
from analysis.web.embed import embed
from analysis.web.files import file
from analysis.web.guard import Guard
from analysis.web.headers import SafeHeaders
from analysis.web.health import health
from analysis.web.people import back, sign_in
from analysis.web.private import Private
from analysis.web.sign_in import SignIn, sign_out
from analysis.web.stories import story

routes: list[BaseRoute] = [
    Route("/health", health),
    Route("/assets/{name}", asset),
    Route("/files/{revision}/{sha256}", file),
    Route("/sign-in", sign_in),
    Route("/sign-in/back", back),
    Route("/stories/{language}/{name:path}", story),
    Route("/embed/{section}", embed),
    Route("/embed/{section}/{chart}", embed),
    Route("/sign-out", sign_out, methods=["GET", "POST"]),
]
middleware = [Middleware(each) for each in (SafeHeaders, Cookies, SignIn, Private, Guard, Document)]
