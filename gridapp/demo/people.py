"""Made-up people: names, phones and citizen numbers that belong to nobody."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

FAMILY = tuple("王李张刘陈韦黄莫蒋廖唐秦覃欧毛龙阳梁苏邓周吴罗谢曾肖潘石全于")
GIVEN_MEN = (
    "建军",
    "国平",
    "志强",
    "文海",
    "德福",
    "永祥",
    "家明",
    "春生",
    "大勇",
    "小林",
    "伟",
    "涛",
)
GIVEN_WOMEN = (
    "桂英",
    "秀英",
    "春兰",
    "小燕",
    "玉梅",
    "桂芳",
    "丽",
    "冬梅",
    "月娥",
    "芳",
    "静",
    "美玲",
)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"
"""GB 11643: weights of the first 17 digits and the check character by remainder mod 11."""


@dataclass(frozen=True)
class Somebody:
    """A made-up member of a household, as a roster would write them."""

    name: str
    relation: str
    sex: str
    born_on: date
    citizen_number: str
    phone: str


def citizen_number(area: str, born_on: date, order: int) -> str:
    """A number with a right check character; ``order`` (0–999) is odd for men."""
    body = f"{area}{born_on:%Y%m%d}{order:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True))
    return body + CHECK[total % 11]


def household(random: Random, area: str, today: date) -> list[Somebody]:
    """A household of two to six people, the head first."""
    family = random.choice(FAMILY)
    age = random.randint(34, 72)
    people = [_somebody(random, area, family, "户主", "男", today, age)]
    people.append(_somebody(random, area, random.choice(FAMILY), "妻", "女", today, age - 2))
    for child in range(random.randint(0, 3)):
        sex = random.choice("男女")
        relation = (
            ("长子", "次子", "三子")[child] if sex == "男" else ("长女", "次女", "三女")[child]
        )
        people.append(_somebody(random, area, family, relation, sex, today, age - 25 - 2 * child))
    if random.random() < 0.25:
        people.append(_somebody(random, area, random.choice(FAMILY), "母亲", "女", today, age + 24))
    return people


def _somebody(
    random: Random, area: str, family: str, relation: str, sex: str, today: date, age: int
) -> Somebody:
    born_on = today - timedelta(days=365 * max(age, 1) + random.randint(0, 364))
    given = random.choice(GIVEN_MEN if sex == "男" else GIVEN_WOMEN)
    order = random.randrange(1 if sex == "男" else 0, 1000, 2)
    # 100 and 101 are prefixes that no operator has been given: these phones ring nowhere.
    phone = f"10{random.randint(0, 1)}{random.randint(0, 99_999_999):08d}" if age >= 16 else ""
    number = citizen_number(area, born_on, order)
    return Somebody(family + given, relation, sex, born_on, number, phone)


def adult_name(random: Random) -> str:
    """The name of a made-up leader."""
    return random.choice(FAMILY) + random.choice(GIVEN_MEN + GIVEN_WOMEN)


def phone(random: Random) -> str:
    """A phone that rings nowhere."""
    return f"100{random.randint(0, 99_999_999):08d}"
