"""Measures the search key by key over a county's 280,000 people, against LIKE, in one run.

    python tests/bench/search.py [--people 280000] [--repeats 5]

Each word is typed from its first key to its last; a key is one call of the use case, with all its
questions, on the encrypted store. Printed as JSON: milliseconds of p50 and p95 over all keys, each
key the least disturbed of the repeats, by kind of word and for all; the same of one LIKE over
names, phones and addresses; and the ratio of the p95s. Goals: p95 within 5 ms, 1/20 of LIKE's.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter
from typing import Any

from uuid_utils.compat import uuid7

from gridapp.contract.grids import division_id
from gridapp.contract.people import Role
from gridapp.store import plain
from gridapp.store.opening import open_store
from gridapp.usecases import searching
from gridapp.usecases.desk import Desk, Person

UNIT = division_id("450326")
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋"
    "田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙覃单仇翟解查区朴盖"
)
GIVEN = (
    "英华秀玉明兰文建国春军志福德桂红海平荣永金生成龙丽梅芳强林伟光新东清云忠凤天家美爱祥贵辉发胜山"
    "学宝珍水木火土良庆飞雪民世才根长振顺启凯波斌健翠莲香月琴仙娟燕霞萍芬"
)
VILLAGES = [f"{a}{b}村" for a in "坪东西河上下大石龙溪南北" for b in "岭青塘湾桥头田坡沟井"]
WORDS = {
    "name": ["王建军", "张秀英", "单福", "曾志强", "李", "盖明"],
    "pinyin": [
        "wangjianjun",
        "zhangxiuying",
        "shanfu",
        "zengzhiqiang",
        "chen",
        "lvming",
        "cengying",
    ],
    "initials": ["wjj", "zxy", "hyf", "zzq", "lm"],
    "phone_tail": ["5678", "13800001234", "00991"],
    "citizen_tail": ["123x", "02031234", "4321"],
    "address": ["永福镇东青村3组", "石井村12组7号", "坪岭"],
    "nothing": ["zzzz", "龘", "查无此人"],
}
"""Of each kind; typed from the left, as a person would."""


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=280_000)
    parser.add_argument("--repeats", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        desk = county(Path(folder), given.people)
        size = desk.store.path.stat().st_size / 1e6
        by_kind = {
            kind: keys(partial(searching.find, desk), words, given.repeats)
            for kind, words in WORDS.items()
        }
        every = [word for words in WORDS.values() for word in words]
        like = keys(partial(by_like, desk), every, 2)
        desk.store.close()
    whole = [taken for some in by_kind.values() for taken in some]
    found = {kind: spread(some) for kind, some in by_kind.items()} | {"all": spread(whole)}
    found |= {"like": spread(like), "megabytes": round(size)}
    found["like_p95_times"] = round(found["like"]["p95"] / found["all"]["p95"], 1)
    json.dump(found, sys.stdout, indent=1)


def keys(search: Callable[[str], object], words: list[str], repeats: int) -> list[float]:
    """Milliseconds of each key."""
    return [best(partial(search, key), repeats) for key in typed(words)]


def typed(words: list[str]) -> list[str]:
    """What stands in the box after each key."""
    return [word[:length] for word in words for length in range(1, len(word) + 1)]


def best(work: Callable[[], object], repeats: int) -> float:
    """Milliseconds of the least disturbed run."""
    taken = []
    for _ in range(repeats):
        started = perf_counter()
        work()
        taken.append((perf_counter() - started) * 1000)
    return min(taken)


def spread(taken: list[float]) -> dict[str, float]:
    """p50, p95 and the slowest."""
    cuts = quantiles(taken, n=20, method="inclusive")
    return {"p50": round(cuts[9], 2), "p95": round(cuts[18], 2), "max": round(max(taken), 2)}


def by_like(desk: Desk, key: str) -> list[plain.Row]:
    """The floor: one question without an index."""
    like = f"%{key}%"
    question = """
        SELECT h.id, m.name, h.address FROM member m JOIN household h ON h.id = m.household_id
        WHERE m.name LIKE ? OR h.address LIKE ? OR m.phone LIKE ? LIMIT 12
    """
    with desk.store.session() as session:
        return plain.ask(session, question, like, like, f"%{key}")


def county(folder: Path, people: int) -> Desk:
    """The desk of a county with so many people, four in each household, past the journal."""
    person = Person("韦国平", UNIT, "永福县", Role.COUNTY.value)
    now = datetime(2026, 11, 22, tzinfo=UTC)
    desk = Desk(open_store(folder / "county.db", bytes(32)), person, lambda: now, uuid7)
    random = Random(5)
    for first in range(0, people // 4, 10_000):
        homes = [home(random, number) for number in range(first, min(first + 10_000, people // 4))]
        with desk.store.session() as session:
            put(session, "household", homes)
            put(session, "member", [one for at in homes for one in members(random, at)])
    return desk


def put(session: Any, table: str, rows: list[dict[str, Any]]) -> None:
    """Write rows of one shape."""
    names = ", ".join(rows[0])
    marks = ", ".join("?" * len(rows[0]))
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
    plain.do(session, statement, *(tuple(row.values()) for row in rows))


def home(random: Random, number: int) -> dict[str, Any]:
    """A household of one of the villages."""
    group = f"{random.randint(1, 20)}组"
    address = f"永福镇{random.choice(VILLAGES)}{group}{random.randint(1, 200)}号"
    own = {"number": str(number % 700), "group_name": group, "address": address}
    return {"id": uuid7().bytes, **_kept(), **own, "walk_order": number, "note": ""}


def members(random: Random, at: dict[str, Any]) -> list[dict[str, Any]]:
    """Four people; common family names are common."""
    weights = [1 / (place + 3) for place in range(len(SURNAMES))]
    return [
        {
            "id": uuid7().bytes,
            **_kept(),
            "household_id": at["id"],
            "name": random.choices(SURNAMES, weights)[0]
            + "".join(random.choices(GIVEN, k=random.choice((1, 2, 2, 2)))),
            "phone": "1" + _digits(random, 10),
            "citizen_number": "450326" + _digits(random, 11) + random.choice("0123456789X"),
            "relation": "",
            "sex": "1",
            "residence": "present",
            "place": place,
            "note": "",
        }
        for place in range(4)
    ]


def _kept() -> dict[str, Any]:
    return {"unit_id": UNIT.bytes, "revision": 0, "extra": "{}"}


def _digits(random: Random, count: int) -> str:
    return "".join(random.choices("0123456789", k=count))


if __name__ == "__main__":
    main()
