"""Builds ``resources/data/pinyin.txt`` from the pypinyin package: how characters are read.

    pip install pypinyin && python installer/pinyin.py

A line is ``readings<TAB>characters``, the usual reading first, without tones. After an empty line
come the family names that are read otherwise than the same characters elsewhere.
"""

import re
import unicodedata
from pathlib import Path

FILE = Path(__file__).parents[1] / "resources" / "data" / "pinyin.txt"

ADDED = {"𠮷": "ji", "𡋾": "ai", "䶮": "yan", "㛃": "jie"}
"""Characters of names that the package leaves out, or that must never be missing."""

SURNAMES = """
单 shan;曾 zeng;仇 qiu;翟 zhai;解 xie;查 zha;区 ou;朴 piao;盖 ge;任 ren;华 hua;纪 ji;秘 bi;
冼 xian;宁 ning;尹 yin;缪 miao;应 ying;员 yun;乐 yue;种 chong;重 chong;洗 xian;覃 qin;黑 he;
折 she;尉 wei;召 shao;不 fou;过 guo;那 na;哈 ha;句 gou;繁 po;适 kuo;佴 nai;乜 nie;逄 pang;
令 ling;柏 bai;牟 mu;葛 ge;卜 bu;薄 bo;车 che;晁 chao;谌 chen;丁 ding;费 fei;干 gan;贾 jia;
瞿 qu;隗 wei;燕 yan;幺 yao;余 yu;俞 yu;郇 xun;夏 xia;沈 shen;石 shi;卓 zhuo;阚 kan;吕 lv;
单于 chan yu;万俟 mo qi;尉迟 yu chi;长孙 zhang sun;澹台 tan tai;令狐 ling hu;宰父 zai fu;
""".replace("\n", "")


def main() -> None:
    """Write the table."""
    from pypinyin.pinyin_dict import pinyin_dict

    readings = {chr(code): plain(text) for code, text in pinyin_dict.items()}
    readings |= {character: (one,) for character, one in ADDED.items() if character not in readings}
    grouped: dict[tuple[str, ...], list[str]] = {}
    for character, known in readings.items():
        if known and unicodedata.normalize("NFKC", character) == character:
            grouped.setdefault(known, []).append(character)
    lines = [f"{' '.join(known)}\t{''.join(sorted(found))}" for known, found in grouped.items()]
    surnames = [one.replace(" ", "\t", 1) for one in SURNAMES.split(";") if one.strip()]
    text = "\n".join([*sorted(lines), "", *surnames, ""])
    FILE.write_text(text, encoding="utf-8", newline="\n")


def plain(text: str) -> tuple[str, ...]:
    """Readings without tones, each once; ü is v: ``lǚ,lǔ`` → ``("lv", "lu")``."""
    parted = unicodedata.normalize("NFD", text).replace("u\u0308", "v").replace("e\u0302", "e")
    letters = [re.sub(r"[^a-z]", "", one) for one in parted.split(",")]
    return tuple(dict.fromkeys(one for one in letters if re.search("[aeiouv]", one)))


if __name__ == "__main__":
    main()
