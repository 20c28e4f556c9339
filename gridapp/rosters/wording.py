"""What the command line says of a roster, in Chinese; the screens have their own catalogue."""

from gridapp.rosters.proposal import FileFault, RosterFault

SENTENCES = {
    FileFault.MISSING: "找不到或打不开这个文件，请检查路径和文件名。",
    FileFault.EMPTY: "文件是空的，没有可以读取的内容。",
    FileFault.NOT_A_SPREADSHEET: (
        "这不是可以读取的表格文件，或文件已经损坏；请用 Excel 或 WPS 另存后再试。"
    ),
    FileFault.OTHER_KIND: (
        "这是文档、图片或压缩包，不是表格；请把里面的表格存成 Excel 文件（.xlsx）再导入。"
    ),
    FileFault.ENCRYPTED: "文件设有打开密码，请在 Excel 或 WPS 中取消密码后再试。",
    FileFault.TOO_LARGE: "文件太大；请删掉表格后面多余的空行、空列，或按村、按组拆分后再试。",
    FileFault.HOSTILE: "文件内部结构异常，可能有害，已拒绝读取。",
    FileFault.NO_HEADING: "没有找到表头：至少要有“姓名”一列和另一列认得出的列。",
    FileFault.TOO_SLOW: "读取时间过长，已停止；请按村或按组拆分后再试。",
}
"""Why a file cannot be read, and what to do."""

WORDS = {
    RosterFault.LOST_DIGITS: "证件号码的末几位在 Excel 里丢失了",
    RosterFault.NUMBER_LENGTH: "证件号码不是 18 位",
    RosterFault.NUMBER_CHARACTERS: "证件号码里有数字以外的字符",
    RosterFault.NUMBER_DATE: "证件号码里的出生日期不存在",
    RosterFault.CHECK_DIGIT: "证件号码的校验位不对",
    RosterFault.AREA_UNKNOWN: "证件号码的地区代码不认识",
    RosterFault.OLD_NUMBER: "15 位的旧证件号码",
    RosterFault.NUMBER_MISSING: "没有证件号码",
    RosterFault.DUPLICATE_NUMBER: "证件号码重复",
    RosterFault.NAME_MISSING: "没有姓名",
    RosterFault.RELATION_UNKNOWN: "与户主的关系不认识",
    RosterFault.SEX_UNKNOWN: "性别看不懂",
    RosterFault.SEX_DIFFERS: "性别与证件号码不一致",
    RosterFault.BIRTHDAY_UNREADABLE: "出生日期看不懂",
    RosterFault.BIRTHDAY_DIFFERS: "出生日期与证件号码不一致",
    RosterFault.PHONE_DOUBTFUL: "电话位数不对",
    RosterFault.STATE_UNKNOWN: "状态看不懂",
    RosterFault.NO_HEAD: "这户没有户主",
    RosterFault.TWO_HEADS: "这户有不止一个户主",
    RosterFault.NOTE_LEFT_OUT: "备注里是对人的标记，不导入",
}
"""What is wrong at a row."""
