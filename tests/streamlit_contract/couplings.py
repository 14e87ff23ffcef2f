"""Each place where the program leans on how Streamlit is built: what, who owns it, what happens when it changes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Coupling:
    """One coupling: its name, the file of ours that knows it, and its fallback."""

    name: str
    owner: str
    fallback: str


ADAPTER, ASSETS = "analysis/streamlit_adapter", "analysis/assets"
COUPLINGS = {
    each.name: each
    for each in (
        Coupling(
            "document",
            f"{ADAPTER}/document.py",
            "a place that is missing is left as it is, with one line in the log; without a document Streamlit answers",
        ),
        Coupling("part scripts", f"{ADAPTER}/bundle.py", "none are asked for early: pages load more slowly"),
        Coupling("document files", f"{ADAPTER}/bundle.py", "they are compressed after others"),
        Coupling("icon font", f"{ADAPTER}/bundle.py", "it is served whole: pages load more slowly"),
        Coupling("font", f"{ADAPTER}/bundle.py", "files made for download are set in the font of their reader"),
        Coupling("routes", f"{ADAPTER}/routes.py", "a route that is not listed is refused (404)"),
        Coupling("document route", f"{ADAPTER}/routes.py", "an unknown address shows the document instead of 404"),
        Coupling("xsrf cookie", f"{ADAPTER}/routes.py", "readers get a cookie that they do not need"),
        Coupling("origin of sockets", f"{ADAPTER}/routes.py", "behind such a proxy no socket opens"),
        Coupling("options", f"{ADAPTER}/server.py", "none: the start fails and names the option"),
        Coupling("event loop", f"{ADAPTER}/server.py", "small messages wait, some 40 ms each"),
        Coupling("open files", f"{ADAPTER}/server.py", "fewer or more pages are open at once than the files allow"),
        Coupling(
            "messages", f"{ADAPTER}/messages.py", "a message that is not listed is refused; runs go on without turns"
        ),
        Coupling(
            "download files", f"{ADAPTER}/download_files.py", "none: files of buttons are not made and the log says why"
        ),
        Coupling("uploaded files", f"{ADAPTER}/uploads.py", "none: uploads fail and the log says why"),
        Coupling("built-in texts", f"{ADAPTER}/built_in_texts.json", "a text that is worded otherwise stays English"),
        Coupling(
            "names in scripts",
            f"{ASSETS}/page.js, figures.js, page_repairs.js, takeover.js",
            "what needs the name does not happen",
        ),
        Coupling("names in styles", f"{ASSETS}/style.css", "the rule does not apply: Streamlit's own look"),
        Coupling("navigation", f"{ASSETS}/page.js", "the address changes and the page stays; a reload shows it"),
    )
}
