"""The check in a process of its own: pool, worker, limits of memory and time."""
