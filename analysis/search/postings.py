"""Lists of numbers in two arrays."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Postings:
    """The list of the owner ``i`` is ``values[start[i]:start[i + 1]]``; both arrays are int32."""

    start: np.ndarray
    values: np.ndarray

    @classmethod
    def from_pairs(cls, owner: np.ndarray, value: np.ndarray, owners: int) -> "Postings":
        """The lists of pairs of an owner (0 … owners - 1) and a value, in the order of the pairs."""
        order = np.argsort(owner, kind="stable")
        start = np.zeros(owners + 1, dtype="int32")
        np.cumsum(np.bincount(owner, minlength=owners), out=start[1:])
        return cls(start, value[order].astype("int32"))

    def of(self, owner: int) -> np.ndarray:
        """The list of one owner."""
        list_: np.ndarray = self.values[self.start[owner] : self.start[owner + 1]]
        return list_

    def of_all(self, owners: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The lists of some owners, joined; and how long the list of each is."""
        first, lengths = self.start[owners], self.start[owners + 1] - self.start[owners]
        shift = np.repeat(first - (np.cumsum(lengths) - lengths), lengths)
        return self.values[shift + np.arange(len(shift))], lengths
