"""The words of headings: what is read, what is needless, and what is never imported."""

import re
from enum import StrEnum

from gridapp.rosters.proposal import DropReason


class Field(StrEnum):
    """What a column can be read as."""

    VILLAGE = "village"
    GROUP = "group"
    HAMLET = "hamlet"
    NUMBER = "number"
    SERIAL = "serial"
    SIZE = "size"
    ADDRESS = "address"
    ROOM = "room"
    FAMILY_NAME = "family_name"
    NAME = "name"
    RELATION = "relation"
    IS_HEAD = "is_head"
    SEX = "sex"
    CITIZEN_NUMBER = "citizen_number"
    BORN_ON = "born_on"
    PHONE = "phone"
    RESIDENCE = "residence"
    NOTE = "note"


OF_HOUSEHOLD = frozenset(
    {
        Field.VILLAGE,
        Field.GROUP,
        Field.HAMLET,
        Field.NUMBER,
        Field.SERIAL,
        Field.SIZE,
        Field.ADDRESS,
        Field.ROOM,
    }
)
"""Fields that belong to the household, wherever the column stands."""

_NEVER = (
    (DropReason.RELIGION, "宗教|信教|信仰|教派|教徒|信众"),
    (
        DropReason.PETITION,
        "上访|信访|访次|缠访|闹访|非访|越访|进京|赴省|集访|诉求|积案|案件|维权人员",
    ),
    (
        DropReason.CRIMINAL,
        "刑满|刑释|释放|社区矫正|社矫|矫正|吸毒|涉毒|戒毒|毒品|犯罪|前科|违法|服刑|判刑|劣迹|邪教|法轮"
        "|涉邪|涉黑|涉恶|涉恐|涉案|案底|安置帮教|帮教|取保|监外|拘留|酒驾|涉赌|赌博|失信|闲散",
    ),
    (
        DropReason.HEALTH,
        "残疾|残障|伤残|致残|精神|智力|艾滋|疾病|病史|患病|大病|重病|慢病|慢性病|病种|病情|病人|传染"
        "|健康|身体状况|身体情况|失能|失智|肇事|怀孕|孕妇|孕情|孕产|避孕|节育|疫苗|接种|过敏|吃药|服药|医疗救助"
        "|抑郁|自杀|心理|护理|自理",
    ),
    (DropReason.RISK, "风险|危险|信用(?![社卡])|积分|评分|预警|隐患等级|不稳定"),
    (
        DropReason.LABEL,
        "重点|关注|标签|(?<!户主)标识|涉稳|稳控|维稳|稳定|黑名单|红黑|管控|管控级|人口类型|人员类型|人员类别|特殊人群|特殊人员"
        "|特殊群体|特殊身份|人群分类|人群类别|人群类型|分级|红黄|三色|性格|脾气|敏感|异常|五失|三失|八类|四类|三类人员|列管|在控"
        "|思想|现实表现|政治倾向|帮扶对象类",
    ),
)
NEVER = tuple((reason, re.compile(words)) for reason, words in _NEVER)
"""Headings whose columns are never imported (domain.md §8), by reason."""

NEEDLESS = re.compile(
    "民族|文化|学历|学位|教育程度|婚姻|婚否|婚况|政治面貌|党员|党派|党支部|血型|籍贯|出生地|职业|职务|职称"
    "|务工|打工|工种|工作|单位|服务处所|就业|就读|学校|专业|特长|技能|收入|低保|贫困|脱贫|五保|特困|监测|参保"
    "|医保|社保|养老|保险|银行|开户|卡号|账号|帐号|一卡通|车牌|车辆|面积|耕地|承包|土地|林地|宅基|房屋|房产"
    "|住房|兵役|退役|军人|身高|国籍|曾用名|别名|户口性质|户口类别|户口类型|户籍性质|户籍类别|户籍类型|户籍属性"
    "|户类别|户类型|户性质|农户属性|证件类型|证件类别|证件种类|证件名称|照片|相片|签名|签字|签章|指纹|人脸"
    "|网格|包保|包联|包户|帮扶|责任人|联系人|村干部|组长|队长|填表|登记人|登记日期|登记时间|采集|更新|录入|审核|监督"
    "|微信|QQ|邮箱|邮编|年龄|周岁|岁数|虚岁|农历|属相|生肖|入户时间|迁入|迁出时间|迁出日期|死亡时间|死亡日期"
    "|注销时间|注销日期|外出时间|返乡|时间|有效期|签发|经度|纬度|坐标|乡镇|街道|镇名|县区|市州|省份|区划|编码"
    "|代码|二维码|宠物|养殖|种植|补贴|荣誉|流入地|流出地|外出地|去往地"
)
"""Headings that are harmless but that mediation does not need (PIPL art. 28, 34)."""

_EXACT: dict[Field, str] = {
    Field.VILLAGE: "村 行政村 村委会 村委 村社区 社区 村名 村名称 所在村 所属村 建制村 村居"
    " 行政村名称 村级 所属村居 所属社区 村居名称 所在行政村 社区名称 所属行政村 村别 村庄 村社"
    " 村或社区 行政村社区",
    Field.GROUP: "组 村民组 村民小组 小组 组别 组名 组号 所在组 所属组 生产队 队 队别 所在小组"
    " 所属小组 村小组 居民小组 居民组 小组名称 村民小组名称 村组 屯组 所在村民小组 所属村民小组"
    " 组屯 村民组名称",
    Field.HAMLET: "屯 自然屯 自然村 屯名 自然村屯 自然村名称 自然村屯名称 片区 寨 湾 庄 屯别",
    Field.NUMBER: "户号 户编号 户序号 家庭编号 家庭号 户口编号 户口簿号 户口本号 户口簿编号"
    " 户口号 住户编号 户序 户次 农户编号 户籍号 户主编号 户码 家庭户号 户籍编号 户编码 户ID"
    " 家庭序号 农户序号 户别号 户号码 户内编号 户 第几户",
    Field.SERIAL: "序号 编号 序 NO NO. 号 顺序号 顺序 行号 项号 序列号 №",
    Field.SIZE: "人口数 家庭人口 家庭人口数 户人口 户人口数 人数 人口 总人口 家庭人数"
    " 家庭总人口 户籍人口 在册人口 户籍人数 家庭成员数 成员数 常住人口 本户人口 共几人 现有人口"
    " 家庭成员人数 总人数 户人数",
    Field.ADDRESS: "住址 地址 家庭住址 家庭地址 详细地址 居住地址 现居住地址 现住址 现住地址"
    " 现居住地 居住地 住所 户籍地址 户籍地 户口所在地"
    " 家庭详细地址 详细住址 常住地址 门牌号 现住门楼详址",
    Field.ROOM: "楼栋 楼栋号 楼号 栋号 幢号 栋 幢 单元 单元号 房号 室号 房间号 房间 门牌",
    Field.FAMILY_NAME: "姓 姓氏",
    Field.NAME: "姓名 名 成员姓名 家庭成员 家庭成员姓名 成员 名字 人员姓名 居民姓名 户内成员"
    " 村民姓名 姓名全称 户主及成员姓名 户主及家庭成员姓名 家庭成员名单 家属姓名 人员 村民"
    " 户内人员 全名 户口成员 家庭成员名字 人名 真实姓名 中文姓名 参保人 参保人员 参保对象 缴费人"
    " 被保险人 股东 社员 居民 家庭成员姓名及关系 称呼 被登记人 被调查人",
    Field.RELATION: "关系 与户主关系 家庭关系 户主关系 成员关系 和户主关系 与户主之关系 称谓"
    " 与户主的关系 家庭成员关系 与户主 身份关系 亲属关系 与户主称谓 与本户户主关系"
    " 与家庭户主关系",
    Field.IS_HEAD: "是否户主 是否为户主 户主标识 户主标志 是否本户户主 户主否",
    Field.SEX: "性别 男女 性別 男或女",
    Field.CITIZEN_NUMBER: "身份证号码 身份证号 身份证 公民身份号码 公民身份证号码 证件号码"
    " 证件号 身份证件号码 居民身份证号码 居民身份证号 公民身份证号 身份证件号 证件编号"
    " 身份证编号 公民身份证 身份号码 身份证明号码 居民身份证 公民身份证件号码 ID号 身份证号碼",
    Field.BORN_ON: "出生日期 出生年月 出生年月日 生日 出生时间 出生 出生日 阳历生日 公历生日",
    Field.PHONE: "电话 联系电话 手机 手机号 手机号码 电话号码 联系方式 联系号码 联络电话"
    " 移动电话 联系手机 本人电话 联系电话号码 联系方式手机 固定电话 座机 家庭电话 电话手机"
    " 手机电话 TEL 常用电话 备用电话 联络方式 电话方式",
    Field.RESIDENCE: "状态 人员状态 人口状态 居住状态 居住情况 在家情况 去向 是否外出 是否在家"
    " 现状 户籍状态 在外情况 户口状态 人户状态 是否常住 是否在村 是否迁出 是否死亡 是否外出务工"
    " 外出情况 流动情况 居住现状 人员去向 现状态 在户状态 在册状态 人员现状 在家状态 当前状态"
    " 成员状态 居住状况 人户分离 人户情况 外出务工情况 外出务工 生存状态"
    " 在家 在村 常住 外出 在外 迁出 已迁出 死亡 已死亡 已故 去世",
    Field.NOTE: "备注 附注 说明 备注说明 其他说明 备考 其它 其他 批注 备注信息 补充说明",
}
EXACT = {word: field for field, words in _EXACT.items() for word in words.split()}
"""Normalised headings that mean one field for certain."""

CONTAINS = (
    (Field.NAME, re.compile("姓名.?身份证|身份证号?码?.?姓名")),
    (Field.RELATION, re.compile("关系|称谓")),
    (
        Field.ADDRESS,
        re.compile("住址|地址|详址|住所|居住地|所在地|门牌|住处|现住|居住点|住宅|户籍地|户口地"),
    ),
    (Field.SIZE, re.compile("人口数|家庭人口|总人口|人数$|口人$")),
    (Field.CITIZEN_NUMBER, re.compile("身份证|公民身份|身份号|证件号|公民号码")),
    (Field.PHONE, re.compile("电话|手机|联系方式|联系号码|电話|手機")),
    (Field.BORN_ON, re.compile("出生|生日")),
    (Field.SEX, re.compile("性别")),
    (Field.GROUP, re.compile("村民小?组|村小组|组别|小组|生产队")),
    (Field.NUMBER, re.compile("户编?号|户口[簿本]|家庭编号|户序")),
    (Field.RESIDENCE, re.compile("状态|在家|外出|去向|在外")),
    (Field.NAME, re.compile("姓名|名字")),
    (Field.VILLAGE, re.compile("^(?:所[属在])?(?:行政)?村|村委|社区$")),
    (Field.NOTE, re.compile("备注|附注")),
    (Field.SERIAL, re.compile("^序")),
)
"""Words inside a longer heading, the more telling first."""

ADDRESS_RANK = (
    re.compile("现住|现居|居住|住所|门牌|现在"),
    re.compile("家庭|住址|^地址|住处|详"),
    re.compile(""),
)
"""Which address of several is taken: where the household lives, then the plain, then the rest."""
