"""The files that the pages load, kept by browsers for good: their names change with their content."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from analysis import static

FOR_GOOD = ", ".join(("public", "max-age=31536000", "immutable"))


async def asset(request: Request) -> Response:
    """A served file, packed where the browser takes that; 404 for a name that no file has now."""
    found = static.by_name().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    headers = {"cache-control": FOR_GOOD, "vary": "accept-encoding"}
    if found.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.packed, headers=headers | {"content-encoding": "gzip"}, media_type=found.media_type)
    return Response(found.plain, headers=headers, media_type=found.media_type)
