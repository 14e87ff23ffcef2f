"""A presentation as PowerPoint: native charts and tables that can be edited, one message a slide."""

from analysis.exports.powerpoint.new_slide import UnreadableTemplate
from analysis.exports.powerpoint.presentation import Branding, powerpoint_file

__all__ = ["Branding", "UnreadableTemplate", "powerpoint_file"]
