"""Benchmarks with the real program. Figures are medians and percentiles of this machine; compare ratios."""
import sys

from delivery import delivery
from latency import latency
from report import print_machine
from transport import transport
from window import window

BENCHES = {"window": window, "latency": latency, "delivery": delivery, "transport": transport}

if __name__ == "__main__":
    chosen, *parts = sys.argv[1:] or ["all"]
    assert chosen == "all" or chosen in BENCHES, f"{chosen}: there are {', '.join(BENCHES)}"
    print_machine()
    for name, bench in BENCHES.items():
        if chosen in ("all", name):
            bench(*parts)
