"""Rules about the relation to the head of the household: words of rosters → GB/T 4761 codes."""

import re
import unicodedata
from functools import lru_cache

from gridapp.contract.codes import RELATIONS

HEAD = "02"

_WORDS = {
    "02": "户主 本人 户主本人 本户户主 自己 家长 户长 户",
    "10": "配偶 爱人 夫妻 对象",
    "11": "夫 丈夫 老公 夫君",
    "12": "妻 妻子 老婆 之妻 太太",
    "20": "子 儿子 儿 男孩 之子",
    "21": "独生子 独子",
    "22": "长子 大儿子 大儿 大子 老大 长男",
    "23": "次子 二儿子 二儿 二子 次男",
    "24": "三子 三儿子 三儿",
    "25": "四子 四儿子 四儿",
    "26": "五子 五儿子 五儿",
    "27": "养子或继子 养子 继子",
    "28": "女婿 长女婿 大女婿 二女婿 次女婿 三女婿 小女婿 婿",
    "29": "其他儿子 六子 七子 八子 六儿子 幼子 小儿子 小子 小儿",
    "30": "女 女儿 女孩 之女",
    "31": "独生女 独女",
    "32": "长女 大女儿 大女",
    "33": "次女 二女儿 二女",
    "34": "三女 三女儿",
    "35": "四女 四女儿",
    "36": "五女 五女儿",
    "37": "养女或继女 养女 继女",
    "38": "儿媳 儿媳妇 媳妇 媳 子媳 长媳 大媳 次媳 二媳 三媳 四媳 小媳 长儿媳 次儿媳",
    "39": "其他女儿 六女 七女 八女 六女儿 幼女 小女儿 小女",
    "40": "孙子、孙女或外孙子、外孙女 孙辈 孙子孙女 孙子女",
    "41": "孙子 孙 孙儿 长孙 大孙 养孙 大孙子 次孙 二孙子 三孙子 小孙子 长孙子 次孙子",
    "42": "孙女 孙女儿 养孙女 长孙女 大孙女 次孙女 二孙女 三孙女 小孙女",
    "43": "外孙子 外孙 外甥孙 长外孙 次外孙 二外孙",
    "44": "外孙女 外孙女儿 长外孙女 次外孙女",
    "45": "孙媳妇或外孙媳妇 孙媳妇 孙媳 孙子媳妇 外孙媳妇 外孙媳",
    "46": "孙女婿或外孙女婿 孙女婿 孙婿 外孙女婿",
    "47": "曾孙子或外曾孙子 曾孙子 曾孙 重孙子 重孙 外曾孙子 外曾孙 玄孙",
    "48": "曾孙女或外曾孙女 曾孙女 重孙女 外曾孙女 玄孙女",
    "49": "其他孙子、孙女或外孙子、外孙女",
    "50": "父母 双亲",
    "51": "父亲 父 爸爸 爸 爹 老父",
    "52": "母亲 母 妈妈 妈 娘 老母",
    "53": "公公 家公 夫父",
    "54": "婆婆 家婆 夫母",
    "55": "岳父 丈人 老丈人 外父 妻父",
    "56": "岳母 丈母娘 岳母娘 丈母 外母 妻母",
    "57": "继父或养父 继父 养父 后父",
    "58": "继母或养母 继母 养母 后母",
    "59": "其他父母关系",
    "60": "祖父母或外祖父母 祖父母 外祖父母",
    "61": "祖父 爷爷 爷 阿公",
    "62": "祖母 奶奶 奶 阿婆",
    "63": "外祖父 外公 姥爷",
    "64": "外祖母 外婆 姥姥",
    "65": "配偶的祖父母或外祖父母 配偶祖父母",
    "66": "曾祖父 太爷爷 太爷",
    "67": "曾祖母 太奶奶 太奶",
    "69": "其他祖父母或外祖父母关系",
    "70": "兄弟姐妹 兄弟姊妹 兄妹 姐弟 姐妹",
    "71": "兄 哥哥 哥 大哥 二哥 三哥 兄长 胞兄 长兄",
    "72": "嫂 嫂子 嫂嫂 大嫂 二嫂 兄嫂",
    "73": "弟 弟弟 二弟 三弟 四弟 大弟 小弟 胞弟 兄弟",
    "74": "弟媳 弟媳妇 弟妇 弟妹",
    "75": "姐姐 姐 大姐 二姐 三姐 姊 胞姐 姊姊",
    "76": "姐夫 姊夫",
    "77": "妹妹 妹 大妹 二妹 三妹 小妹 胞妹",
    "78": "妹夫",
    "79": "其他兄弟姐妹",
    "80": "其他",
    "81": "伯父 伯伯 大伯 伯 大爷 二伯",
    "82": "伯母 大妈 伯娘 大娘",
    "83": "叔父 叔叔 叔 小叔 二叔 三叔",
    "84": "婶母 婶婶 婶 婶子 婶娘",
    "85": "舅父 舅舅 舅",
    "86": "舅母 舅妈 妗子",
    "87": "姨父 姨夫 姨丈",
    "88": "姨母 姨妈 姨 阿姨 小姨",
    "89": "姑父 姑夫 姑丈",
    "90": "姑母 姑姑 姑 姑妈",
    "91": "堂兄弟、堂姐妹 堂兄 堂弟 堂姐 堂妹 堂哥 堂兄弟 堂姐妹",
    "92": "表兄弟、表姐妹 表兄 表弟 表姐 表妹 表哥 表兄弟 表姐妹",
    "93": "侄子 侄 侄儿 内侄 侄男",
    "94": "侄女 侄女儿 内侄女",
    "95": "外甥 外甥子 甥",
    "96": "外甥女 甥女",
    "97": "其他亲属 亲属 亲戚 侄媳 侄媳妇 侄孙 侄孙女 小姑 小叔子 侄女婿 姻亲 家属 亲家 内弟"
    " 内兄 大伯子 其他家属 妻弟 妻兄 妻妹 妻姐 小舅子 大舅子 小姨子 大姨子 堂侄 表侄 堂侄女"
    " 表侄女 姻弟 继孙",
    "98": "非亲属 非亲 寄居 保姆 租户 租客 朋友 同事 雇工 雇员 集体户 其他非亲属",
}
_CODES = {word: code for code, words in _WORDS.items() for word in words.split()}
_BY_SEX = {
    "子女": ("20", "30"),
    "儿女": ("20", "30"),
    "孩子": ("20", "30"),
    "小孩": ("20", "30"),
    "长子女": ("22", "32"),
    "夫或妻": ("11", "12"),
    "夫妻": ("11", "12"),
    "孙子女": ("41", "42"),
}
"""Words that mean one thing of a man and another of a woman."""

_OF_EITHER = dict.fromkeys(_BY_SEX, "97") | {"夫或妻": "10", "夫妻": "10", "孙子女": "40"}
"""Their codes as long as the sex is unknown."""

_NOISE = re.compile(r"[\s　:：;；。.,，'\"*()（）\[\]【】]")
_SPOKEN = re.compile(r"(?:为|是|系)?(?:户主|本人)?(?:的|之)(?=.)|^(?:户主)(?=.)|^(?:系|为|是)(?=.)")
_ORDER = re.compile(r"^[长大次小老二三四五六七八](?=..|[弟妹哥姐叔伯姑姨舅])")
_FOLDED = str.maketrans("123456789戶長孫兒媽爺親", "一二三四五六七八九户长孙儿妈爷亲")
"""Digits of an order of birth, and the traditional characters that relations are written with."""


def is_head(code: str) -> bool:
    """Whether the code is that of the head of the household."""
    return code == HEAD


def code_of(word: str, sex: str = "0") -> str:
    """The GB/T 4761 code of a roster's word, ``""`` when it is not a relation.

    Takes a code written as a number too (``2``, ``02``, ``02户主``). 本人 is the head here,
    since the column tells the relation to the head. ``sex`` (GB/T 2261.1) decides 子女.
    """
    return _code_of(word, sex if sex in ("1", "2") else "0")


@lru_cache(maxsize=4096)
def _code_of(word: str, sex: str) -> str:
    plain = _NOISE.sub("", unicodedata.normalize("NFKC", word))
    if plain.isascii() and plain.isdigit():
        code = plain.zfill(2)
        return HEAD if code == "01" else code if code in RELATIONS else ""
    plain = re.sub(r"^\d\d[-_]?(?=\D)", "", plain).translate(_FOLDED)
    variants = (plain, _SPOKEN.sub("", plain), re.sub(r"^(?:户主)?之?", "", plain))
    return next((code for text in variants if (code := _known(text, sex))), "")


def _known(text: str, sex: str) -> str:
    """The code of a tidy word: as it is, by the sex, without order of birth, or 妻/妻子."""
    if text in _BY_SEX:
        return _BY_SEX[text][int(sex) - 1] if sex != "0" else _OF_EITHER[text]
    later = _ORDER.sub("", text)
    if text in _CODES or later in _CODES:
        return _CODES.get(text) or _CODES[later]
    parts = {_CODES.get(part, "") for part in re.split(r"[/、或]", text)}
    return parts.pop() if len(parts) == 1 else ""
