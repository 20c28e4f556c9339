"""Every word for a relation finds its code of GB/T 4761; what is no relation finds none."""

import pytest

from gridapp.contract.codes import RELATIONS
from gridapp.domain.households.relations import HEAD, code_of, is_head


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("户主 本人 戶主 户主本人 02 2 1 02户主 户　主", "02"),
        ("配偶 爱人 10", "10"),
        ("夫 丈夫 老公 夫/丈夫", "11"),
        ("妻 妻子 老婆 户主之妻 之妻 妻/妻子", "12"),
        ("子 儿子 户主的儿子", "20"),
        ("长子 大儿子 长　子 長子", "22"),
        ("次子 二儿子 二子 2子", "23"),
        ("女 女儿", "30"),
        ("长女 大女儿", "32"),
        ("二女 次女 二女儿 2女", "33"),
        ("三女", "34"),
        ("儿媳 儿媳妇 长媳", "38"),
        ("女婿 长女婿", "28"),
        ("孙 孙子 长孙", "41"),
        ("孙女", "42"),
        ("外孙 外孙子", "43"),
        ("父 父亲 爸爸", "51"),
        ("母 母亲 妈妈", "52"),
        ("公公", "53"),
        ("岳母 丈母娘", "56"),
        ("祖母 奶奶", "62"),
        ("弟 弟弟 二弟", "73"),
        ("姐 姐姐 大姐", "75"),
        ("侄子 侄儿", "93"),
        ("其他亲属", "97"),
        ("非亲属 保姆", "98"),
    ],
)
def test_variants_of_a_relation_have_one_code(words: str, code: str) -> None:
    assert {word: code_of(word) for word in words.split(" ")} == dict.fromkeys(
        words.split(" "), code
    )


def test_every_official_name_has_its_own_code() -> None:
    # 其他 is the name of several codes, and 本人 means the head in a column about the head.
    named = {code: name for code, name in RELATIONS.items() if name not in ("其他", "本人")}
    assert {code: code_of(name) for code, name in named.items()} == {code: code for code in named}


@pytest.mark.parametrize("word", ["", "迁出或死亡", "死亡", "张伟民", "？", "19", "99", "450326"])
def test_what_is_no_relation_has_no_code(word: str) -> None:
    assert code_of(word) == ""


def test_a_word_for_both_sexes_is_decided_by_the_sex() -> None:
    assert [code_of("子女", sex) for sex in ("1", "2")] == ["20", "30"]
    assert [code_of("夫妻", sex) for sex in ("1", "2")] == ["11", "12"]


def test_only_02_is_the_head() -> None:
    assert [code for code in RELATIONS if is_head(code)] == [HEAD]
