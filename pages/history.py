"""What was published when, and the way back."""

from pages.parts import audit, comparing, done, frame, history, markup, restoring

view = frame.begin("history")
frame.heading(view, view.words("history.title"))
markup.show("sentence", view.words, text=view.words("history.text"))
done.show(view)
restoring.message(view)
history.show(view)
comparing.show(view)
audit.show(view)
frame.end(view)
