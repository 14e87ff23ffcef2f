"""A presentation as PowerPoint: native charts and tables that can be edited, one message a slide."""
