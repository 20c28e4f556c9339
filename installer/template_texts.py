"""What the shipped templates say.

Mediation forms follow 司法部《人民调解文书格式》 without the items that nobody needs (民族, 职业);
notices follow 信访工作条例 (2022) and 人民调解法.
"""

from template_layout import Block, Form, Line

DAY = "　　　年　　月　　日"


def title(text: str) -> Line:
    """The title of the document."""
    return Line("title", text)


def text(words: str) -> Line:
    """A paragraph, indented."""
    return Line("text", words)


def plain(words: str = "") -> Line:
    """A paragraph that begins at the margin; an empty one makes room."""
    return Line("plain", words)


def head(words: str) -> Line:
    """A heading."""
    return Line("head", words)


def right(words: str) -> Line:
    """A line at the right margin."""
    return Line("right", words)


def centre(words: str) -> Line:
    """A line in the middle."""
    return Line("centre", words)


def row(height: float, *cells: str | tuple[str, int]) -> tuple[float, tuple[tuple[str, int], ...]]:
    """A row of a form; a cell that spans columns is (text, columns)."""
    return height, tuple((cell, 1) if isinstance(cell, str) else cell for cell in cells)


def people(name: str, label: str) -> list[tuple[float, tuple[tuple[str, int], ...]]]:
    """Three rows about a party; the program repeats them for each of the list."""
    return [
        row(
            1.0,
            f"#{label}",
            f"{{{{{name}.姓名}}}}",
            "#性别",
            f"{{{{{name}.性别}}}}",
            "#年龄",
            f"{{{{{name}.年龄}}}}",
        ),
        row(1.0, "#身份证号", (f"{{{{{name}.身份证号}}}}", 3), "#电话", f"{{{{{name}.电话}}}}"),
        row(1.0, "#住址", (f"{{{{{name}.住址}}}}", 5)),
    ]


SIX = (22, 34, 12, 14, 14, 34)
"""Widths of a form about people."""
FOUR = (22, 43, 22, 43)

SIGNED_BY_ALL = [
    plain("{{当事人.称谓}}{{当事人.姓名}}（签名、盖章或按指印）：______________"),
    plain("人民调解员（签名）：{{调解员}}　______________"),
    plain("记录人（签名）：______________"),
]


def closing(unit: str, day: str = "{{今天}}") -> list[Block]:
    """Who sends it and when, with room for the seal."""
    return [plain(), right(f"{unit}（印章）　　"), right(f"{day}　　")]


def received(who: str = "签收人：____________", day: str = DAY) -> list[Block]:
    """Who took the notice, on which day: the proof that the person was told."""
    return [plain(), plain(f"{who}　签收日期：{day}")]


_COVER: list[Block] = [
    plain(),
    centre("{{调解组织}}"),
    Line("cover", "人民调解卷宗"),
    plain(),
    Form(
        FOUR,
        (
            row(1.5, "#卷名", ("{{案由}}", 3)),
            row(1.2, "#卷号", "{{案号}}", "#年度", "{{年度}}"),
            row(1.5, "#当事人", ("{{各方}}", 3)),
            row(1.2, "#纠纷类型", ("{{纠纷类型}}", 3)),
            row(1.2, "#人民调解员", "{{调解员}}", "#办结方式", "{{办结方式}}"),
            row(1.2, "#登记日期", "{{登记日期}}", "#办结日期", "{{办结日期}}"),
            row(1.2, "#立卷人", "", "#立卷日期", DAY),
            row(1.2, "#保管期限", "□短期 □长期 □永久", "#卷内页数", "共　　　页"),
            row(2.5, "#备注", ("", 3)),
        ),
    ),
]

_CONTENTS: list[Block] = [
    title("卷内目录"),
    Form(
        (12, 70, 18, 30),
        (
            row(1.0, "#序号", "#文书名称", "#页号", "#备注"),
            row(1.0, "{{卷内文件.序号}}", "{{卷内文件.名称}}", "", "{{卷内文件.备注}}"),
        ),
        heading=True,
    ),
]

_APPLICATION: list[Block] = [
    title("人民调解申请书"),
    Form(
        SIX,
        (
            *people("申请人", "申请人"),
            *people("被申请人", "被申请人"),
            row(5.0, "#纠纷简要\n情况", ("{{纠纷情况}}", 5)),
            row(3.5, "#申请事项", ("", 5)),
        ),
    ),
    text("人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解委员会进行调解。"),
    right("申请人（签名、盖章或按指印）：____________　　"),
    right(f"{DAY}　　"),
]

_REGISTRATION: list[Block] = [
    title("人民调解受理登记表"),
    text("{{登记日期}}，本人民调解委员会经当事人同意，调解{{各方}}之间的纠纷。"),
    Form(
        FOUR,
        (
            row(1.0, "#案号", "{{案号}}", "#纠纷类型", "{{纠纷类型}}"),
            row(1.0, "#案件来源", "{{来源}}", "#受理方式", "□当事人申请\n□主动调解"),
            row(1.0, "#涉及人数", "{{涉及人数}}", "#涉及金额", "{{涉及金额}}"),
            row(6.5, "#纠纷简要\n情况", ("{{纠纷情况}}", 3)),
            row(1.5, "#当事人\n（签名）", "", "#登记人\n（签名）", "{{登记人}}"),
            row(1.2, "#备注", ("此表由人民调解委员会填写。", 3)),
        ),
    ),
    *closing("{{调解组织}}", "{{登记日期}}"),
]

_INVESTIGATION: list[Block] = [
    title("人民调解调查记录"),
    Form(
        FOUR,
        (
            row(1.0, "#案由", ("{{案由}}", 3)),
            row(1.0, "#时间", DAY, "#地点", ""),
            row(1.0, "#被调查人", "", "#电话", ""),
            row(1.0, "#住址", ("", 3)),
            row(1.0, "#调查人", "{{办理人}}", "#记录人", ""),
            row(1.0, "#参加人", ("", 3)),
            row(9.5, "#调查记录", ("{{调查情况}}", 3)),
            row(1.5, "#被调查人\n（签名）", "", "#调查人\n（签名）", ""),
        ),
    ),
]

_MEDIATION: list[Block] = [
    title("人民调解记录"),
    Form(
        FOUR,
        (
            row(1.0, "#案由", ("{{案由}}", 3)),
            row(1.0, "#时间", DAY, "#地点", ""),
            row(1.0, "#当事人", ("{{各方}}", 3)),
            row(1.0, "#参加人", ("", 3)),
            row(1.0, "#告知", ("人民调解委员会已将人民调解的相关规定告知各方当事人。", 3)),
            row(8.5, "#调解记录", ("{{调查情况}}", 3)),
            row(1.0, "#调解结果", ("□调解成功　　□调解不成　　□有待继续调解", 3)),
        ),
    ),
    *SIGNED_BY_ALL,
    right(f"{DAY}　　"),
]

_AGREEMENT: list[Block] = [
    title("人民调解协议书"),
    right("编号：{{协议编号}}"),
    Form(SIX, tuple(people("当事人", "{{当事人.称谓}}"))),
    head("一、纠纷的主要事实、争议事项及各方责任"),
    text("{{主要事实}}"),
    head("二、协议内容"),
    text("经调解，各方当事人自愿达成如下协议："),
    text("{{协议内容}}"),
    head("三、履行方式、期限"),
    text("{{履行方式}}"),
    text("履行期限：{{履行期限}}。"),
    text(
        "{{分期.事项}}：{{分期.期限}}前，由{{分期.责任人}}支付{{分期.金额}}"
        "（大写：{{分期.金额大写}}）。"
    ),
    head("四、生效和司法确认"),
    text(
        "本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效"
        "（《中华人民共和国人民调解法》第二十九条）。各方当事人认为有必要的，可以自本协议生效之日起"
        "三十日内共同向人民法院申请司法确认（第三十三条）。"
    ),
    text("本协议一式____份，当事人、人民调解委员会各持一份。"),
    plain(),
    *SIGNED_BY_ALL,
    *closing("{{调解组织}}", "{{协议日期}}"),
]

_ORAL: list[Block] = [
    title("人民调解口头协议登记表"),
    right("编号：{{协议编号}}"),
    Form(
        FOUR,
        (
            row(1.2, "#当事人", ("{{各方}}", 3)),
            row(1.0, "#案由", ("{{案由}}", 3)),
            row(4.6, "#主要事实\n争议事项", ("{{主要事实}}", 3)),
            row(
                5.4,
                "#协议内容\n履行方式\n履行期限",
                ("{{协议内容}}\n{{履行方式}}\n履行期限：{{履行期限}}", 3),
            ),
            row(1.2, "#人民调解员\n（签名）", "{{调解员}}", "#达成日期", "{{协议日期}}"),
            row(
                1.2,
                "#备注",
                (
                    "此表由人民调解员填写。口头协议自各方达成协议之日起生效（人民调解法第三十条）。",
                    3,
                ),
            ),
        ),
    ),
    *closing("{{调解组织}}", "{{协议日期}}"),
]

_FOLLOW_UP: list[Block] = [
    title("人民调解回访记录"),
    Form(
        FOUR,
        (
            row(1.2, "#当事人", ("{{各方}}", 3)),
            row(1.0, "#案由", ("{{案由}}", 3)),
            row(1.0, "#协议编号", "{{协议编号}}", "#履行期限", "{{履行期限}}"),
            row(1.0, "#回访日期", "{{回访日期}}", "#回访人", "{{回访人}}"),
            row(1.0, "#协议履行", ("□已履行　　□正在履行　　□未履行　　□没有协议", 3)),
            row(8.0, "#回访情况", ("{{回访情况}}", 3)),
            row(1.0, "#群众评价", ("{{满意度}}", 3)),
            row(1.5, "#被回访人\n（签名）", "", "#回访人\n（签名）", ""),
        ),
    ),
]

_CONFIRMATION: list[Block] = [
    title("司法确认申请书"),
    Form(SIX, tuple(people("当事人", "申请人"))),
    head("请求事项"),
    text(
        "请求人民法院确认申请人于{{协议日期}}经{{调解组织}}主持达成的《人民调解协议书》"
        "（编号：{{协议编号}}）有效。"
    ),
    head("事实与理由"),
    text("{{主要事实}}"),
    text(
        "申请人自愿达成协议，协议自{{生效日期}}起生效。根据《中华人民共和国人民调解法》第三十三条，"
        "在生效之日起三十日内（至{{司法确认期限}}）共同申请司法确认。"
    ),
    head("申请人承诺"),
    text(
        "申请人出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为；如果因该协议内容给他人"
        "造成损害，愿意承担相应的民事责任和其他法律责任。"
    ),
    text("此致"),
    plain("________________人民法院"),
    plain(),
    plain("申请人{{当事人.姓名}}（签名、盖章或按指印）：______________"),
    right(f"{DAY}　　"),
    plain("附：人民调解协议书、申请人身份证明、调解组织主持达成协议的证明。"),
]

_BACK_COVER: list[Block] = [
    plain(),
    title("卷宗情况说明"),
    Form(
        FOUR,
        (
            row(1.0, "#卷号", "{{案号}}", "#卷内页数", "共　　　页"),
            row(12.0, "#情况说明", ("", 3)),
            row(1.5, "#立卷人\n（签名）", "", "#检查人\n（签名）", ""),
            row(1.2, "#立卷日期", DAY, "#检查日期", DAY),
        ),
    ),
]

_ACCEPTANCE: list[Block] = [
    title("受理告知书"),
    centre("{{文号}}"),
    plain("{{申请人}}："),
    text("您反映的“{{案由}}”事项（编号{{案号}}），我单位于{{登记日期}}登记。"),
    text(
        "经审查，该事项属于我单位职责范围，根据《信访工作条例》第二十三条，决定予以受理，"
        "受理日期为{{受理日期}}。"
    ),
    text(
        "根据《信访工作条例》第三十四条，该事项自受理之日起六十日内办结，即{{办理期限}}前答复您。"
        "情况复杂的，经负责人批准可以适当延长办理期限，延长期限不超过三十日，并告知您理由。"
    ),
    text("经办人：{{填写人}}　　联系电话：____________"),
    *closing("{{本单位}}"),
    *received(),
]

_REFUSAL: list[Block] = [
    title("不予受理告知书"),
    centre("{{文号}}"),
    plain("{{申请人}}："),
    text("您反映的“{{案由}}”事项（编号{{案号}}），我单位于{{登记日期}}登记。"),
    text("经审查，根据《信访工作条例》第二十三条，决定不予受理。理由及应当走的法定途径："),
    text("{{不予受理理由}}"),
    text(
        "依法应当通过诉讼、仲裁、行政复议等法定途径解决的事项，请依照法律规定的程序向有关机关提出，"
        "并注意法定的时效。需要法律帮助的，可以拨打12348或者向法律援助机构咨询。"
    ),
    text("经办人：{{填写人}}　　联系电话：____________"),
    *closing("{{本单位}}"),
    *received("签收人（回执编号）：{{送达回执}}", "{{回执日期}}"),
]

_DIVERSION: list[Block] = [
    title("法定途径告知书"),
    centre("{{文号}}"),
    plain("{{申请人}}："),
    text("您反映的“{{案由}}”事项（编号{{案号}}），我单位于{{登记日期}}登记。"),
    text("经审查，该事项依法应当通过法定途径解决，现告知您（《信访工作条例》第二十三条）："),
    text("法定途径：{{引导途径}}"),
    text("说明：{{引导说明}}"),
    text(
        "请依照法律规定的程序提出，并注意法定的时效。需要法律帮助的，可以拨打12348"
        "或者向法律援助机构咨询。"
    ),
    text("经办人：{{填写人}}　　联系电话：____________"),
    *closing("{{本单位}}"),
    *received("签收人（回执编号）：{{送达回执}}", "{{回执日期}}"),
]

_REFERRAL: list[Block] = [
    title("转送交办函"),
    centre("{{文号}}"),
    plain("{{转送单位}}："),
    text("现将“{{案由}}”事项（编号{{案号}}）转送你单位办理。"),
    text("主要情况：{{纠纷情况}}"),
    text("办理意见：{{转送意见}}"),
    text(
        "请在{{办理期限}}前办结并书面反馈结果。认为不属于你单位职权范围的，请自收到之日起五个工作日内"
        "（{{异议期限}}前）提出异议并详细说明理由，经核实同意后退还相关材料"
        "（《信访工作条例》第二十三条）。"
    ),
    text("联系人：{{填写人}}　　联系电话：____________"),
    *closing("{{本单位}}", "{{转送日期}}"),
]

_RETURN: list[Block] = [
    title("退回函"),
    centre("{{文号}}"),
    plain("{{单位}}："),
    text("{{转送日期}}转送我单位的“{{案由}}”事项（编号{{案号}}）收悉。"),
    text("经核实，该事项不属于我单位职权范围。理由：{{退回理由}}"),
    text("根据《信访工作条例》第二十三条提出异议，现将相关材料退还。"),
    *closing("{{转送单位}}"),
]

_EXTENSION: list[Block] = [
    title("延期告知书"),
    centre("{{文号}}"),
    plain("{{申请人}}："),
    text("您反映的“{{案由}}”事项（编号{{案号}}），我单位于{{受理日期}}受理。"),
    text("因情况复杂，不能在原定期限内办结。理由：{{延期理由}}"),
    text(
        "经本单位负责人{{延期批准人}}批准，办理期限延长至{{延期至}}。根据《信访工作条例》第三十四条，"
        "延长期限不超过三十日。"
    ),
    text("经办人：{{填写人}}　　联系电话：____________"),
    *closing("{{本单位}}"),
    *received(),
]

_ANSWER: list[Block] = [
    title("答复意见书"),
    centre("{{文号}}"),
    plain("{{申请人}}："),
    text("您反映的“{{案由}}”事项（编号{{案号}}），我单位于{{登记日期}}收到，现答复如下。"),
    head("一、反映的事项"),
    text("{{纠纷情况}}"),
    head("二、调查核实的情况"),
    text("{{调查情况}}"),
    head("三、处理意见及依据"),
    text("{{答复意见}}"),
    text(
        "如对本答复意见不服，可以自收到书面答复之日起三十日内请求我单位的上一级机关、单位复查"
        "（《信访工作条例》第三十五条）。"
    ),
    *closing("{{本单位}}", "{{答复日期}}"),
    *received(),
]

_CONSENT_REFUSED: list[Block] = [
    title("拒绝调解告知书"),
    centre("{{文号}}"),
    plain("{{各方}}："),
    text("关于“{{案由}}”（编号{{案号}}），{{拒绝调解日期}}当事人明确表示不愿接受调解。"),
    text("{{拒绝调解情况}}"),
    text(
        "根据《中华人民共和国人民调解法》第十七条，当事人一方明确拒绝调解的，不得调解；本次调解终止。"
        "根据第二十六条，现告知您可以依法通过下列途径维护自己的权利："
    ),
    text("{{法定途径}}"),
    text("需要法律帮助的，拨打12348或者向法律援助机构申请法律援助。"),
    text("请注意诉讼时效和仲裁时效。各方以后愿意调解的，可以再次申请。"),
    *closing("{{调解组织}}", "{{拒绝调解日期}}"),
    *received(),
]


def _letter(name: str) -> list[Block]:
    """The letter itself was drafted from the facts, with addressee and reply date."""
    return [
        title(name),
        centre("{{函号}}"),
        plain("{{函件内容}}"),
        *closing("{{本单位}}", "{{发函日期}}"),
    ]


_TALK: list[Block] = [
    title("工作约谈记录"),
    right("编号：{{函号}}"),
    Form(
        FOUR,
        (
            row(1.0, "#约谈事由", ("{{案由}}（编号{{案号}}）", 3)),
            row(1.0, "#约谈对象", "{{收函单位}}", "#约谈日期", "{{发函日期}}"),
            row(1.0, "#约谈人", "", "#记录人", ""),
            row(7.0, "#约谈内容", ("{{函件内容}}", 3)),
            row(4.5, "#被约谈人\n表态", ("{{回复内容}}", 3)),
            row(1.0, "#整改期限", ("{{回复期限}}", 3)),
            row(1.5, "#被约谈人\n（签名）", "", "#约谈人\n（签名）", ""),
        ),
    ),
]

TEXTS: dict[str, list[Block]] = {
    "cover": _COVER,
    "contents": _CONTENTS,
    "application": _APPLICATION,
    "registration": _REGISTRATION,
    "investigation": _INVESTIGATION,
    "mediation": _MEDIATION,
    "agreement": _AGREEMENT,
    "oral_agreement": _ORAL,
    "follow_up": _FOLLOW_UP,
    "confirmation": _CONFIRMATION,
    "back_cover": _BACK_COVER,
    "acceptance": _ACCEPTANCE,
    "refusal": _REFUSAL,
    "diversion": _DIVERSION,
    "referral": _REFERRAL,
    "return": _RETURN,
    "extension": _EXTENSION,
    "answer": _ANSWER,
    "consent_refused": _CONSENT_REFUSED,
    "reminder_letter": _letter("工作提醒函"),
    "supervision_letter": _letter("重点督办函"),
    "accountability_letter": _letter("问责建议函"),
    "talk": _TALK,
}
"""The blocks of each template, by the code of its document."""
