"""Rows that are no persons: titles of sections, totals, remarks, headings again, samples."""

import re
from dataclasses import dataclass, field

from gridapp.rosters import groups
from gridapp.rosters.cards import Card, begins_card, card_in
from gridapp.rosters.headings import meaning_of
from gridapp.rosters.persons import TOTAL, PersonText, is_related
from gridapp.rosters.vocabulary import Field

_REMARK = re.compile(
    r"^(?:[(（*※]*)(?:填表|审核|制表|填报|复核|审批|负责人|经办|签字|签名|签章|盖章|公章|单位|联系人|日期|注[:：\d]|注意"
    r"|说明|备注[:：]|填写|以上|本表|打印|导出|第.{1,4}页|此表|承诺|制单|统计|登记人|调查人|包村|村主任|村支书|书记|主任"
    r"|共.{1,4}页|接下页|续上页|续表|下转|#|//|--|=)"
)
_TITLE = re.compile(
    r"(?:名册|名单|台账|底册|清册|底单|登记[表簿册卡]|(?:信息|情况|统计|明细|一览|汇总|采集|调查)表|信息卡|[农住]户卡|册页)"
    r"(?:\(.*\))?$"
)
"""How the title of a page ends that is printed again."""

_SAMPLE = re.compile(
    r"^[(\[【<]?(?:填写|填表|录入|填报)?(?:示例|样例|范例|举例|例子|例|样本|示范|例如|样表|参考样式)[\d一二)\]】>:：。、行]*$"
    r"|^(?:填写|填表)?(?:示例|样例|范例|例)[:：)\]】]|[(\[【](?:填写|填表)?(?:示例|样例|范例|例|举例|样本)[)\]】]"
    r"|^(?:示例|样例|范例|举例)"
)
_SAMPLE_WORDS = re.compile("例|样本|示范|样表|参考样式")
_MAY_BE_SAMPLE = re.compile("[例样示参Xx*×]")
"""One sign of a sample at least; cheap, since it is asked of every row."""

_CROSSES = re.compile(r"[Xx*×]{4,}")
_ANYBODY = re.compile("^(?:张三|李四|王五|赵六)$|某|[Xx×*]{2}")


@dataclass
class Above:
    """What the rows above have said; shared by the tables of a sheet."""

    section: int = 0
    village: str = ""
    group: str = ""
    latest: str = ""
    in_sample: bool = False
    texts: list[str] = field(default_factory=list)
    card: Card = field(default_factory=dict)
    card_is_open: bool = False
    """No person stands between the card and here."""

    def takes_card(self, texts: list[str]) -> bool:
        """Begin another household when the row is the head of its card, or go on with that."""
        card = card_in(texts)
        if not card:
            return False
        if begins_card(card) and not (self.card_is_open and self.card.keys().isdisjoint(card)):
            self.card, self.card_is_open = card, True
            self.section += 1
            return True
        if self.card_is_open:
            self.card |= card
        return self.card_is_open


def is_aside(row: list[str], named: list[PersonText], above: Above) -> bool:
    """Whether the row is no person: blank, a total, a remark, or the title of a section."""
    texts = [text for text in row if text]
    if not texts:
        return True
    distinct = set(texts)
    if len(distinct) == 1 and _starts_section(texts[0], above):
        return True
    if any(is_related(person) for person in named):
        return False
    if any(TOTAL.match(re.sub(r"\s", "", text)) for text in texts if len(text) < 30):
        return True
    if _REMARK.match(texts[0]) or _TITLE.search(texts[0]) or _is_heading_again(texts):
        return True
    return len(distinct) == 1 and not named and len(texts[0]) > 4


def _starts_section(text: str, above: Above) -> bool:
    village = groups.village_inside(text)
    if groups.is_group_row(text):
        if groups.group_inside(text) == above.latest:
            return True
        above.group = groups.group_inside(text)
    elif village and text.rstrip("委会:：") == village:
        above.group = ""
    else:
        return False
    above.village = village or above.village
    above.section += 1
    return True


def _is_heading_again(texts: list[str]) -> bool:
    known = sum(meaning_of(text).is_known for text in texts if not text.isdigit())
    return known == len(texts) or (len(texts) > 2 and known >= len(texts) * 0.7)


def is_sample(
    texts: list[str], people: list[PersonText], above: Above, names_household: bool
) -> bool:
    """Whether the row is an example of how to fill in, or belongs to such a household."""
    whole = "".join(texts)
    if not above.in_sample and not _MAY_BE_SAMPLE.search(whole):
        return False
    if _SAMPLE_WORDS.search(whole) and any(_SAMPLE.search(text) for text in texts):
        above.in_sample = True
        return True
    if people and all(_is_placeholder(person) for person in people):
        return True
    above.in_sample = above.in_sample and not names_household and not _is_head(people)
    return above.in_sample


def _is_placeholder(person: PersonText) -> bool:
    """张三 with a number of crosses. A real name with a masked number is a person."""
    number = person.texts.get(Field.CITIZEN_NUMBER) or person.texts.get(Field.PHONE, "")
    return bool(_CROSSES.search(number) and _ANYBODY.search(person.name))


def _is_head(people: list[PersonText]) -> bool:
    return any(p.texts.get(Field.RELATION, "") in ("户主", "本人") for p in people)
