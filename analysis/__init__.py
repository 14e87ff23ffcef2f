"""The engine of Klusteripulssi: everything that can be tested without a browser."""
