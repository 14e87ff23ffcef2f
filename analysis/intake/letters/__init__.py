"""Letters that a wrong encoding broke, and what they were: `TyÃ¶paja`, `Ty”paja`, `Ty�paja`."""
