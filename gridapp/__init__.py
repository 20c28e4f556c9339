"""gridapp: the offline desktop app for grid workers, and the county server it syncs with.

The map of this tree, top to bottom in the direction of imports (a test keeps it):

    __main__   where the program begins
    cli        the command line
    app        puts the desktop together; the only module that knows every part
    commands/  what the command line does with a person's data
    demo/      an invented county to try everything on
    ui/        WHAT STAFF SEE. The only home of Qt
    usecases/  WHAT STAFF CAN DO. One named function per thing a person does
    sync/      HOW IT TRAVELS between the laptop and the county
    reports/   WHAT WE PRINT: the weekly report and ledgers, as tables, Excel and Word
    rosters/   WHAT WE READ IN: spreadsheets of any mess; writes nothing
    store/     WHAT WE KEEP: the encrypted SQLite, the journal, the outbox
    domain/    WHAT IS TRUE: pure rules, shared by the laptop and the county
    host/      THE MACHINE WE RUN ON: folders, key file, single instance, logs
    contract/  WHAT TRAVELS: records, choices, messages, problem codes
    server/    THE COUNTY. Imports contract and domain only

A feature keeps its name through the layers: ``ls gridapp/*/disputes*`` shows all of it.
"""
