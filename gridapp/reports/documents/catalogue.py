"""The documents that the program draws up: the mediation set, notices, letters; when each is due.

Mediation forms after 司法部《人民调解文书格式》; notices after 信访工作条例 (2022) art. 22–36.
"""

from dataclasses import dataclass

from gridapp.contract.casework import AgreementForm, TaskKind
from gridapp.contract.disputes import EventKind

_E, _T = EventKind, TaskKind


@dataclass(frozen=True)
class Document:
    """A document. ``code`` names its template among ours, ``title`` among a county's.

    ``due_after``: the steps that call for it. ``letter``: the task that it puts on paper.
    ``mark``: the word of its number, "" when the form has none of its own. ``needs``: placeholders
    without which it would not say what it must.
    """

    code: str
    title: str
    due_after: frozenset[EventKind] = frozenset()
    letter: TaskKind | None = None
    mark: str = ""
    needs: tuple[str, ...] = ()
    form: AgreementForm | None = None
    """The kind of agreement that calls for it; None for any."""


def _needs(words: str) -> tuple[str, ...]:
    return tuple(words.split())


def _after(*steps: EventKind) -> frozenset[EventKind]:
    return frozenset(steps)


def _letter(code: str, title: str, kind: TaskKind) -> Document:
    needs = _needs("函号 函件内容")
    return Document(code, title, letter=kind, needs=needs)


_SET = (
    Document(
        "cover", "人民调解卷宗封面", _after(_E.CONCLUDED, _E.STRUCK_OFF), needs=_needs("案由 案号")
    ),
    Document(
        "contents", "卷内目录", _after(_E.CONCLUDED, _E.STRUCK_OFF), needs=_needs("卷内文件.名称")
    ),
    Document(
        "application",
        "人民调解申请书",
        _after(_E.REGISTERED),
        needs=_needs("申请人.姓名 被申请人.姓名 纠纷情况"),
    ),
    Document(
        "registration",
        "人民调解受理登记表",
        _after(_E.REGISTERED),
        needs=_needs("各方 纠纷类型 纠纷情况"),
    ),
    Document("investigation", "人民调解调查记录", _after(_E.HANDLED), needs=_needs("案由")),
    Document("mediation", "人民调解记录", _after(_E.HANDLED), needs=_needs("各方 案由")),
    Document(
        "agreement",
        "人民调解协议书",
        _after(_E.AGREED),
        needs=_needs("当事人.姓名 主要事实 协议内容 履行方式 履行期限"),
        form=AgreementForm.WRITTEN,
    ),
    Document(
        "oral_agreement",
        "人民调解口头协议登记表",
        _after(_E.AGREED),
        needs=_needs("各方 主要事实 协议内容"),
        form=AgreementForm.ORAL,
    ),
    Document(
        "follow_up", "人民调解回访记录", _after(_E.FOLLOWED_UP), needs=_needs("各方 回访情况")
    ),
    Document(
        "confirmation",
        "司法确认申请书",
        _after(_E.AGREED),
        needs=_needs("当事人.姓名 协议编号 司法确认期限"),
        form=AgreementForm.WRITTEN,
    ),
    Document("back_cover", "卷宗封底", _after(_E.CONCLUDED, _E.STRUCK_OFF)),
)

_NOTICES = (
    Document(
        "acceptance",
        "受理告知书",
        _after(_E.ACCEPTED),
        mark="受",
        needs=_needs("申请人 案由 受理日期 办理期限"),
    ),
    Document(
        "refusal",
        "不予受理告知书",
        _after(_E.NOT_ACCEPTED),
        mark="不受",
        needs=_needs("申请人 案由 不予受理理由"),
    ),
    Document(
        "diversion",
        "法定途径告知书",
        _after(_E.DIVERTED),
        mark="引",
        needs=_needs("申请人 案由 引导途径"),
    ),
    Document(
        "referral",
        "转送交办函",
        _after(_E.REFERRED),
        mark="转",
        needs=_needs("转送单位 案由 纠纷情况 异议期限"),
    ),
    Document("return", "退回函", _after(_E.RETURNED), mark="退", needs=_needs("案由 退回理由")),
    Document(
        "extension",
        "延期告知书",
        _after(_E.EXTENDED),
        mark="延",
        needs=_needs("申请人 案由 延期理由 延期至"),
    ),
    Document(
        "answer",
        "答复意见书",
        _after(_E.ANSWERED),
        mark="答",
        needs=_needs("申请人 案由 答复意见"),
    ),
    Document(
        "consent_refused",
        "拒绝调解告知书",
        _after(_E.CONSENT_REFUSED),
        mark="终",
        needs=_needs("各方 案由"),
    ),
)

_LETTERS = (
    _letter("reminder_letter", "工作提醒函", _T.REMINDER_LETTER),
    _letter("supervision_letter", "重点督办函", _T.SUPERVISION_LETTER),
    _letter("accountability_letter", "问责建议函", _T.ACCOUNTABILITY_LETTER),
    _letter("talk", "工作约谈记录", _T.TALK),
)

DOCUMENTS = {one.code: one for one in (*_SET, *_NOTICES, *_LETTERS)}
"""Every document by its code, in the order of the ledger of a case file."""

BY_TITLE = {one.title: one for one in DOCUMENTS.values()}


def of_file(stem: str) -> Document | None:
    """The document whose template has this name, in English or Chinese."""
    return DOCUMENTS.get(stem) or BY_TITLE.get(stem.strip())
