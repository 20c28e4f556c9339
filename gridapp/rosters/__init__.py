"""WHAT WE READ IN: spreadsheets of any mess → proposed households and faults. Writes nothing.

sandbox     the reading in a child process with limits; what the app calls
reading     one file → a proposal, in this process
files       what kind of file it is, by its content → raw sheets
  archive, delimited, markup   the kinds of file that need care of our own
  foreign   documents and pictures, which are no tables
vocabulary  the words of headings; ``headings`` gives one heading its meaning
tables      where the headings are on a sheet; ``layout`` says whose each column is
coding      codes of a county's own, by the heading or sheet that explains them
finding     the tables of a file; ``shown`` tells how they were read
evidence    what cells say where headings do not; ``guessing`` finds tables by it
handling    what the person says of a file: columns, cells put right, sheets left out
lines       one row → plain texts; ``asides`` are no people, ``cards`` head a household
cells       one cell → phones, a sex, a state; ``days`` → a day; ``groups`` → village and group
listing     a cell that lists several people
kin         the kin of the head's kin: 长子之妻
people      texts of a person → a proposed member and its faults
gathering   which lines are of one household; ``households`` closes it
registers   tables beside the roster that add nobody
matching    which person is which of those that are kept; ``differences`` of one of them
comparing   who is new, changed, moved or missing
proposal    the frozen result; ``wire`` carries it between the processes
check       the report of the command line
"""
