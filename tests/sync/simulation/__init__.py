"""The proof of the promises I1 to I8: real laptops and the real county under a chance that repeats.

One number drives everything that happens in a run: what persons do, what the line does to each
message, where a process dies, when the county comes back from an old backup. In every fifth run
all that goes on while a laptop waits for an answer, too. The code under test is the real one; only
the wire, the clock and the discs are made up. Read in this order:

``world``    one county and its laptops, and how a day is told
``bed``      databases prepared once for all runs of a process
``memory``   a database that can be copied, put back, and die between two statements
``county``   the county server, asked without HTTP
``line``     what a laptop believes to be the county: the line loses, repeats, delays
``laptop``   one laptop and the person at it
``sight``    what the county and a laptop hold, read past the code under test
``ledger``   what persons saw as saved, and which of it no disc holds any more
``people``   what persons do
``stick``    the exchange by USB stick
``newer``    a laptop with a newer program
``trouble``  what goes wrong
``run``      one seed: a schedule, a quiet phase, the checker
``checker``  the promises
``faults``   the product broken on purpose, to prove that the checker sees it

``python -m tests.sync.simulation --help`` runs it.
"""
