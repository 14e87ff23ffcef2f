"""A presentation as PowerPoint: native charts and tables that can be edited, one message a slide."""

from analysis.exports.deck.deck import powerpoint_file
from analysis.exports.deck.ends import Branding
from analysis.exports.deck.paper import UnreadableTemplate

__all__ = ["Branding", "UnreadableTemplate", "powerpoint_file"]
