"""Settings: only what works."""

from pathlib import Path

from gridapp.store.files.blobs import Downloads
from gridapp.ui.keeping import tell_kept
from gridapp.ui.page import Page
from gridapp.ui.services import Services
from gridapp.ui.settings.about import AboutCard
from gridapp.ui.settings.downloads import DownloadsCard
from gridapp.ui.settings.laptop import FindingsCard, FoldersCard, PeopleCard
from gridapp.ui.settings.look import LookCard
from gridapp.ui.settings.password import PasswordCard
from gridapp.ui.settings.rules import RulesCard
from gridapp.ui.settings.server import ServerCard
from gridapp.ui.settings.templates import TemplatesCard
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.heading import PageHead
from gridapp.usecases import county_rules, settings
from gridapp.usecases.desk import Changed
from gridapp.usecases.disputes import attachments, templates
from gridapp.usecases.reports import template_files
from gridapp.usecases.settings import LaptopView
from gridapp.usecases.sync import sync


class SettingsPage(Page):
    """Each card says what it wants; this page asks the use cases for it."""

    kinds = frozenset({"sync", "rule", "calendar_day"})

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.column.addWidget(PageHead(self.tr("Settings")))
        self.look, self.password, self.server = LookCard(), PasswordCard(), ServerCard()
        self.people, self.findings, self.folders = PeopleCard(), FindingsCard(), FoldersCard()
        self.templates, self.downloads = TemplatesCard(), DownloadsCard()
        self.rules = RulesCard(services)
        columns = Columns(right_width=400, stack_below=880)
        left = (self.look, self.rules, self.people, self.findings, self.templates)
        right = (self.password, self.server, self.downloads, self.folders, AboutCard())
        for card in left:
            columns.add_left(card)
        for beside in right:
            columns.add_right(beside)
        self.column.addWidget(columns)
        self.column.addStretch(1)
        self.look.chosen.connect(self._keep_look)
        self.password.wanted.connect(self._change_password)
        self.server.wanted.connect(self._move)
        self.downloads.chosen.connect(self._fetch)
        self.templates.chosen.connect(self._use_templates)
        self.templates.wanted.connect(self._write_templates)
        self.rules.kept.connect(self._rule_kept)
        self.rules.failed.connect(self.show_failure)
        self.server.join_wanted.connect(lambda: services.go("sync", None))

    def opened(self, argument: object = None) -> None:
        self.refresh()
        self.look.focus()

    def refresh(self) -> None:
        desk = self.services.desk
        self.ask(lambda: settings.laptop(desk), self._show_laptop)
        self.ask(lambda: sync.status(desk), self.server.show_server)
        self.ask(lambda: attachments.downloads(desk), self.downloads.show_choice)
        self.ask(lambda: county_rules.in_force(desk), self.rules.show_rules)
        self._ask_templates()

    def _rule_kept(self, title: str, changed: Changed) -> None:
        if changed.operation_id is None:
            self.services.done(self.tr("Every last day is right already."))
        else:
            tell_kept(self.services, self.tr("Kept: {title}").format(title=title), changed)

    def _fetch(self, which: Downloads) -> None:
        desk = self.services.desk
        self.ask(
            lambda: attachments.set_downloads(desk, which),
            lambda _: self.services.changes.tell("sync", "attachment"),
        )

    def _ask_templates(self) -> None:
        desk = self.services.desk
        self.ask(
            lambda: (template_files.folder(desk), templates.templates(desk)),
            self.templates.show_templates,
        )

    def _use_templates(self, folder: Path | None) -> None:
        desk = self.services.desk
        self.ask(
            lambda: template_files.choose_folder(desk, folder),
            lambda _nothing: self._ask_templates(),
        )

    def _write_templates(self, folder: Path) -> None:
        def written(count: int) -> None:
            text = self.tr("{count} templates written to {path}")
            self.services.done(text.format(count=count, path=folder))
            self._use_templates(folder)

        self.ask(lambda: templates.write_out(folder), written)

    def _show_laptop(self, view: LaptopView) -> None:
        self.people.table.show_rows(view.people)
        self.findings.show_findings(view.findings)
        self.folders.show_folders(view)

    def _keep_look(self, percent: int, dark: bool) -> None:
        desk = self.services.desk
        self.ask(lambda: settings.keep_look(desk, percent, dark))

    def _change_password(self, old: str, new: str, repeated: str) -> None:
        desk = self.services.desk

        def changed(_nothing: None) -> None:
            self.password.taken()
            self.services.done(self.tr("The password has been changed."))

        self.ask(
            lambda: settings.change_password(desk, old, new, repeated),
            changed,
            self._password_refused,
        )

    def _password_refused(self, error: Exception) -> None:
        self.password.show_faults(tuple(getattr(error, "faults", ())))
        if not hasattr(error, "faults"):
            self.show_failure(error)

    def _move(self, address: str) -> None:
        desk = self.services.desk

        def moved(_nothing: None) -> None:
            self.server.show_faults(())
            self.services.done(self.tr("The server address has been changed."))
            self.refresh()

        self.ask(lambda: sync.move_to(desk, address), moved, self._move_refused)

    def _move_refused(self, error: Exception) -> None:
        self.server.show_faults(tuple(getattr(error, "faults", ())))
        if not hasattr(error, "faults"):
            self.show_failure(error)
