"""Who may edit, and who may read if the dashboard is private.

Roles by key or by person (roles), sessions and their cookies (session_service), wrong keys (attempt_limit).
"""

from analysis.access.attempt_limit import KeyAttemptLimit, sender_network
from analysis.access.roles import Keys, Person, Role, role
from analysis.access.session_service import COOKIE, SessionService, build_session_service

__all__ = [
    "COOKIE",
    "KeyAttemptLimit",
    "Keys",
    "Person",
    "Role",
    "SessionService",
    "build_session_service",
    "role",
    "sender_network",
]
