"""Names of villages and villagers' groups as rosters write them → one canonical form."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from gridapp.domain.numerals import value

_NUMBER = r"(\d{1,3}|[零〇一二三四五六七八九十百两]{1,5})"
_FIRST = "第?"
_GROUP = re.compile(rf"第?{_NUMBER}(?:号)?(?:村民|居民|农业)?(?:小组|组)(?:[(（].*[)）])?$")
_TEAM = re.compile(rf"第?{_NUMBER}(?:生产)?队$")
_HAMLET = re.compile(
    r"(?:[(（]?[\d一二三四五六七八九十]{1,3}[)）、.])?"
    r"([一-鿿]{1,6}(?:自然村|屯|寨|湾|冲|庄|弄|垌|坡|塘|片区))"
)
_COUNTED = re.compile(r"[,，:：(（]?(?:共|合计|计)?\d+[户人].*$")
"""What a section's title says beside its group: 一组 共12户45人."""

_GROUP_INSIDE = re.compile(rf"(?<![-—~至到、和及\d]){_FIRST}{_NUMBER}(?:村民|居民)?(?:小组|组)")
_VILLAGE = re.compile(
    r"([一-鿿]{1,12}?(?:社区|村))(?!民(?!委))(?:村?民?委员会|村?委会|民委|居委会)?"
)
_NOT_A_VILLAGE = re.compile(r"(?:行政|自然|本|全|各|建制|所在|所属|农|在|乡|我)村$|^(?:村|社区)$")
_YEAR = re.compile(r"^(?:附[件表]\d*[:：]?)?\d{4}年?度?")
"""What may stand before the village in a title."""

_OWN_NAME = re.compile("[一-鿿]{2,5}")
_NO_GROUP = re.compile(
    "[表册页单卡]|台账|人口|人员|数据|信息|情况|花名|汇总|合计|统计|新增|[补迁死嫁]|[在外]|户|村$|注销|备|底|模板|例|代码|说明|首"
)
"""What sheets are named after that hold no single group."""

_LABEL = re.compile(
    r"^(?:填报单位|单位|单位名称|村名|行政村|所属村|村\(社区\)|编制单位|报送单位|制表单位|村民小组|组别|小组|组名|村委会)"
    r"(?:名称)?[:：]"
)


@lru_cache(maxsize=4096)
def canonical_group(text: str) -> str:
    """``第一村民小组``, ``一组``, ``01``, ``1`` → ``1组``; a name without number stays."""
    plain = _plain(text)
    number = re.fullmatch(_NUMBER, plain)
    if number:
        return f"{value(number[1])}组"
    if found := _GROUP.search(plain):
        return f"{value(found[1])}组"
    if found := _TEAM.search(plain):
        return f"{value(found[1])}队"
    return plain


@lru_cache(maxsize=4096)
def group_inside(text: str) -> str:
    """The group or hamlet that a title, a sheet name or a section row names, else ""."""
    plain = _COUNTED.sub("", _LABEL.sub("", _plain(text)))
    found = _GROUP.search(plain) or _GROUP_INSIDE.search(plain)
    if found:
        return f"{value(found[1])}组"
    team = _TEAM.search(plain)
    if team:
        return f"{value(team[1])}队"
    hamlet = _HAMLET.fullmatch(plain.rstrip(":："))
    return hamlet[1] if hamlet else ""


def groups_of_sheets(names: Sequence[str]) -> dict[str, str]:
    """The group of each sheet where they are named after groups and nothing else: 1, 2, 上街."""
    plain = {name: _plain(name) for name in names}
    if len(plain) < 2 or not all(map(_may_be_group, plain.values())):
        return {}
    return {name: group_inside(name) or canonical_group(name) for name in names}


def _may_be_group(plain: str) -> bool:
    named = re.fullmatch(_NUMBER, plain) or _OWN_NAME.fullmatch(plain) or group_inside(plain)
    return bool(named) and not _NO_GROUP.search(plain)


def is_group_row(text: str) -> bool:
    """Whether a row's only text names a group, and at most counts it or names its leader."""
    labelled = _LABEL.match(_plain(text))
    if labelled and "组" in labelled[0] and group_inside(text):
        return True
    plain = _COUNTED.sub("", _LABEL.sub("", _plain(text)).rstrip(":："))
    named = _GROUP.search(plain) or _TEAM.search(plain) or _HAMLET.fullmatch(plain)
    return bool(named and len(plain) <= 16)


def village_inside(text: str) -> str:
    """The village that a title names (``坪岭村农户花名册``, ``填报单位:坪岭村委会``), else ""."""
    plain = _YEAR.sub("", _LABEL.sub("", _plain(text)))
    plain = re.sub(
        r"^.*?(?:省|自治区)|^.{1,6}?[市县](?!村)|^.{1,5}?(?:镇|乡|街道)(?!村)", "", plain
    )
    plain = re.sub(r"^.{1,6}?县|^.{1,5}?(?:镇|乡|街道)(?=[一-鿿])", "", plain)
    found = _VILLAGE.match(plain)
    return found[1] if found and not _NOT_A_VILLAGE.search(found[1]) else ""


def village_name(text: str) -> str:
    """A cell of a village column: 坪岭村委会 → 坪岭村; other names stay."""
    plain = _plain(text)
    return re.sub(r"(?<=村)(?:民委员会|委会|民委|委)$|(?<=社区)居?(?:民委员会|委会)$", "", plain)


def _plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
