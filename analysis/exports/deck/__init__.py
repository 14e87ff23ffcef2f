"""A presentation as PowerPoint: native charts and tables that can be edited, one message a slide."""

from analysis.exports.deck.deck import deck
from analysis.exports.deck.ends import Dress
from analysis.exports.deck.paper import Unreadable

__all__ = ["Dress", "Unreadable", "deck"]
