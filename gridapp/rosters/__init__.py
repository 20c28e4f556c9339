"""WHAT WE READ IN: spreadsheets of any mess → proposed households and faults. Writes nothing.

sandbox     the reading in a child process with limits; what the app calls
reading     one file → a proposal, in this process
files       what kind of file it is, by its content → raw sheets
  archive, delimited, markup   the kinds of file that need care of our own
vocabulary  the words of headings; ``headings`` gives one heading its meaning
tables      where the headings are on a sheet; ``layout`` says whose each column is
lines       one row → plain texts; which rows are no people at all
cells       one cell → a date, phones, a state; ``groups`` → village and group
people      texts of a person → a proposed member and its faults
households  which members live together
proposal    the frozen result; ``wire`` carries it between the processes
check       the report of the command line
"""
