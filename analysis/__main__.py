"""The command line: ``python -m analysis …``."""

from analysis.cli.spoken import Commands

MODULES = {
    "check": "analysis.cli.check",
    "publish": "analysis.cli.publish",
    "history": "analysis.cli.history",
    "show": "analysis.cli.history",
    "diff": "analysis.cli.history",
    "restore": "analysis.cli.revise",
    "withdraw": "analysis.cli.revise",
    "verify": "analysis.cli.verify",
    "audit": "analysis.cli.audit",
    "backup": "analysis.cli.backup",
    "restore-backup": "analysis.cli.backup",
    "template": "analysis.cli.write",
    "export": "analysis.cli.export",
}

commands = Commands("analysis", MODULES)

if __name__ == "__main__":
    commands(prog_name="python -m analysis")
