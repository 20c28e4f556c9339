"""How far an exchange is, in records and in bytes."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """``done`` of ``total`` changes and rows, as far as is known; bytes as they travel."""

    done: int
    total: int
    bytes_sent: int = 0
    bytes_to_send: int = 0
    bytes_received: int = 0
    bytes_to_receive: int = 0
    """Known of files only; 0 while text comes."""


OnProgress = Callable[[Progress], None]
