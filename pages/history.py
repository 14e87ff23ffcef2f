"""What was published when, and the way back."""

from pages.parts import audit, comparing, done, frame, history, markup, restoring

view = frame.opened("history")
frame.heading(view, view.words("history.title"))
markup.show("sentence", view.words, text=view.words("history.text"))
done.card(view)
restoring.message(view)
history.card(view)
comparing.card(view)
audit.card(view)
frame.closed(view)
