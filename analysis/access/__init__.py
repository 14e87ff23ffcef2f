"""Who may edit, and who may read if the dashboard is private.

Roles by key or by person (roles), sessions and their cookies (session_service), wrong keys (attempt_limit).
"""

from analysis.access.attempt_limit import Attempts, neighbourhood
from analysis.access.roles import Keys, Person, Role, role
from analysis.access.session_service import COOKIE, Door, door

__all__ = ["COOKIE", "Attempts", "Door", "Keys", "Person", "Role", "door", "neighbourhood", "role"]
