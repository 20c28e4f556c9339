"""长子之妻, 次子的女儿, 长子媳: somebody told as the kin of the head's kin → the GB/T 4761 code."""

import re
from functools import lru_cache
from uuid import UUID

from gridapp.domain.households import kinship, relations
from gridapp.domain.households.kinship import Relative

_TOLD = re.compile("(.{1,3}?)(?:[之的](.{1,3})|(妻子?|媳妇?|爱人|丈夫|[长次][子女]))")
"""子 and 女 alone need 之 before them: 独生子女 are nobody's daughters."""

_HEAD, _KIN, _ONE = (UUID(int=number) for number in range(3))


@lru_cache(maxsize=1024)
def code_through(text: str) -> str:
    """The relation to the head of whoever is so told; "" when that is not sure."""
    found = _TOLD.fullmatch(text)
    kin = relations.code_of(found[1]) if found else ""
    word = re.sub("^媳妇?$", "妻", found[2] or found[3]) if found else ""
    then = relations.code_of(word)
    if not kin or not then:
        return ""
    household = (Relative(_KIN, relations.HEAD), Relative(_ONE, then))
    told = kinship.under_other_head(household, kin, Relative(_HEAD, relations.HEAD))[_ONE]
    return told.relation if told.sure else ""
