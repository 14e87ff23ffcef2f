"""Links: asks web addresses whether they still lead somewhere. Imports nothing of ours.

`rounds` asks all of them, politely and within limits; `link_call` asks one of them and judges the answer;
`public_transport` connects to no private address; `answers` has the states and reasons.
"""

from analysis.links.answers import REASONS, STATES, LinkAnswer
from analysis.links.rounds import Pace, ask_links

__all__ = ["REASONS", "STATES", "LinkAnswer", "Pace", "ask_links"]
