"""Who may edit, and who may read if the dashboard is private.

Entries of the settings (entries), roles by key or by person (roles), sessions and their cookies (session_service),
wrong keys (attempt_limit), the right to data of a page that is still open (data_right).
"""

from analysis.access.attempt_limit import KeyAttemptLimit, sender_network
from analysis.access.data_right import DataRight, HandedFiles, NoRight
from analysis.access.entries import EVERYWHERE
from analysis.access.roles import KeyHolder, Keys, Person, Role, editable_regions, mail_address, role
from analysis.access.session_service import COOKIE, SessionService, build_session_service

__all__ = [
    "COOKIE",
    "EVERYWHERE",
    "DataRight",
    "HandedFiles",
    "KeyAttemptLimit",
    "KeyHolder",
    "Keys",
    "NoRight",
    "Person",
    "Role",
    "SessionService",
    "build_session_service",
    "editable_regions",
    "mail_address",
    "role",
    "sender_network",
]
