import base64
import hashlib

from analysis.web import policy


def directives(text: str) -> dict[str, list[str]]:
    """A policy by directive; the same directive twice is a fault."""
    parts = [part.split() for part in text.split(";")]
    assert len({part[0] for part in parts}) == len(parts)
    return {name: sources for name, *sources in parts}


def test_the_page_runs_its_own_scripts_and_no_other():
    script = "\n window.x = false\n"
    hashed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert directives(policy.document([script], "'none'"))["script-src"] == ["'self'", "blob:", f"'sha256-{hashed}'"]


def test_no_policy_names_a_foreign_host_or_lets_text_become_code():
    for text in (policy.document(["x"], "'none'"), policy.plain("'none'"), policy.handed_out("'none'")):
        sources = {source for each in directives(text).values() for source in each}
        allowed = {"'self'", "'none'", "blob:", "data:", "'unsafe-inline'"}
        assert {each for each in sources if not each.startswith("'sha256-")} <= allowed
        assert "'unsafe-inline'" not in directives(text).get("script-src", [])


def test_what_is_handed_out_can_do_nothing():
    found = directives(policy.handed_out("'none'"))
    assert (found["default-src"], found["sandbox"]) == (["'none'"], [])


def test_the_setting_says_who_may_show_the_pages_in_a_frame():
    allowed = "'self' https://liitto.example"
    for text in (policy.document([], allowed), policy.plain(allowed), policy.handed_out(allowed)):
        assert directives(text)["frame-ancestors"] == allowed.split()
