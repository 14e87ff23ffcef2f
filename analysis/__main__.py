"""The command line: ``python -m analysis …``."""

import gc
import os

if __name__ == "__main__":
    # A tenth of a short command would be the search for garbage among what it loads, another one the start of threads
    # for linear algebra, of which there is none.
    gc.disable()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from analysis.cli.translated_click import Commands

MODULES = {
    "check": "analysis.cli.check",
    "publish": "analysis.cli.publish",
    "draft": "analysis.cli.drafts",
    "history": "analysis.cli.revisions",
    "show": "analysis.cli.revisions",
    "diff": "analysis.cli.revisions",
    "restore": "analysis.cli.revisions",
    "withdraw": "analysis.cli.revisions",
    "search": "analysis.cli.search",
    "links": "analysis.cli.links",
    "watch": "analysis.cli.watch",
    "settings": "analysis.cli.settings",
    "usage": "analysis.cli.usage",
    "verify": "analysis.cli.maintenance",
    "audit": "analysis.cli.maintenance",
    "backup": "analysis.cli.maintenance",
    "restore-backup": "analysis.cli.maintenance",
    "template": "analysis.cli.export",
    "export": "analysis.cli.export",
}

commands = Commands("analysis", MODULES)

if __name__ == "__main__":
    commands(prog_name="python -m analysis")
