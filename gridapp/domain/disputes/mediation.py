"""Who is good at mediating a matter, and where the parties may turn when it ends. Pure."""

import re
from dataclasses import dataclass

from gridapp.contract.codes import CATEGORIES

NAMES: dict[str, str] = {
    "01": "婚姻家庭",
    "02": "邻里",
    "0203": "环境污染",
    "03": "损害赔偿",
    "0401": "损害赔偿",
    "0402": "物业管理",
    "0403": "房产宅基地",
    "05": "损害赔偿",
    "0502": "医疗",
    "0503": "道路交通事故",
    "0504": "环境污染",
    "0506": "互联网",
    "06": "合同",
    "0601": "消费",
    "0602": "房产宅基地",
    "0603": "生产经营",
    "07": "劳动争议",
    "08": "合同",
    "09": "山林土地",
    "0902": "房产宅基地",
    "1001": "知识产权",
    "1002": "生产经营",
    "1101": "征地拆迁",
    "1102": "征地拆迁",
    "1105": "征地拆迁",
}
"""A category, or a whole group of them, by the name of the 人民调解 statistics; else 其他."""

_SAYS_LITTLE = frozenset({"纠纷", "其他", "相关", "争议", "调解", "管理", "及其"})


def statistics_name(category: str) -> str:
    """Under which name the 人民调解 statistics count a category."""
    return NAMES.get(category) or NAMES.get(category[:2], "其他")


def fits(skills: str, category: str) -> bool:
    """Whether what a mediator is good at touches a category: two characters in a row in common."""
    group, leaves = CATEGORIES.get(category[:2], ("", {}))
    words = (group, leaves.get(category, ""), statistics_name(category))
    wanted = {pair for word in words for pair in _pairs(word)}
    return bool(wanted & _pairs(skills))


def _pairs(text: str) -> set[str]:
    words = re.findall(r"\w+", text)
    pairs = {word[at : at + 2] for word in words for at in range(len(word) - 1)}
    return pairs - _SAYS_LITTLE


@dataclass(frozen=True)
class Remedy:
    """Where the parties may turn, in Chinese as the notice prints it, and by which article."""

    text: str
    source: str


SOURCE = "人民调解法第二十六条"
"""Who ends a mediation tells the parties that they may turn to arbitration, offices and courts."""

_CIVIL = Remedy("向有管辖权的人民法院提起民事诉讼", "民事诉讼法第一百二十二条")
_CLAUSE = Remedy("双方有仲裁协议的，向约定的仲裁委员会申请仲裁", "仲裁法")
_LABOUR = Remedy(
    "向劳动人事争议仲裁委员会申请仲裁；对裁决不服的，可以依法向人民法院提起诉讼",
    "劳动争议调解仲裁法第五条",
)
_CONTRACTED_LAND = Remedy(
    "向农村土地承包仲裁委员会申请仲裁，也可以直接向人民法院提起诉讼", "农村土地承包法第五十五条"
)
_LAND = Remedy(
    "向乡镇人民政府或者县级以上人民政府申请处理；对处理决定不服的，自接到通知之日起三十日内"
    "向人民法院提起诉讼",
    "土地管理法第十四条",
)
_FOREST = Remedy(
    "向乡镇人民政府或者县级以上人民政府申请处理；对处理决定不服的，自接到通知之日起三十日内"
    "向人民法院提起诉讼",
    "森林法第二十二条",
)
_RECONSIDERATION = Remedy(
    "对行政行为不服的，自知道之日起六十日内申请行政复议", "行政复议法第二十条"
)
_ADMINISTRATIVE = Remedy(
    "对行政行为不服的，自知道之日起六个月内向人民法院提起行政诉讼", "行政诉讼法第四十六条"
)
_TRAFFIC = Remedy("向公安机关交通管理部门申请调解", "道路交通安全法第七十四条")
_MEDICAL = Remedy("向卫生健康主管部门申请行政调解", "医疗纠纷预防和处理条例第二十二条")
_CONSUMER = Remedy("向消费者协会或者有关行政部门投诉", "消费者权益保护法第三十九条")
_JUSTICE = Remedy("向有管辖权的公安机关、人民检察院或者人民法院依法提出", SOURCE)

_OFFICES = (_RECONSIDERATION, _ADMINISTRATIVE)
_REMEDIES: dict[str, tuple[Remedy, ...]] = {
    "0502": (_MEDICAL, _CIVIL),
    "0503": (_TRAFFIC, _CIVIL),
    "06": (_CLAUSE, _CIVIL),
    "0601": (_CONSUMER, _CLAUSE, _CIVIL),
    "07": (_LABOUR,),
    "08": (_CLAUSE, _CIVIL),
    "0901": (_CONTRACTED_LAND,),
    "0902": (_LAND,),
    "0903": (_FOREST,),
    "0403": _OFFICES,
    "11": _OFFICES,
    "12": _OFFICES,
    "13": _OFFICES,
    "14": (_JUSTICE,),
}


def remedies(category: str) -> tuple[Remedy, ...]:
    """Where the parties of such a matter may turn instead of mediation; a court at the least."""
    return _REMEDIES.get(category) or _REMEDIES.get(category[:2], (_CIVIL,))
