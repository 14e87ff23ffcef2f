"""Who may edit, and who may read where the dashboard is private: by key, by OpenID Connect or by a proxy in front."""

from analysis.access.attempts import Attempts, neighbourhood
from analysis.access.door import COOKIE, Door, door
from analysis.access.keys import Keys
from analysis.access.people import Person, Role, role

__all__ = ["COOKIE", "Attempts", "Door", "Keys", "Person", "Role", "door", "neighbourhood", "role"]
