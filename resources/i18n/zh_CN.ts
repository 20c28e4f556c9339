<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutCard</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>With parts of others, under their licences:</source>
        <translation>使用了以下开源软件，遵守各自的许可：</translation>
    </message>
</context>
<context>
    <name>ActForm</name>
    <message>
        <source>What you had typed before is back.</source>
        <translation>已恢复上次未写完的内容。</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves · Esc goes back, nothing is lost</source>
        <translation>Ctrl+回车 保存 · Esc 返回，内容不丢</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Row {number}: {fault}</source>
        <translation>第 {number} 行：{fault}</translation>
    </message>
</context>
<context>
    <name>ActionsCard</name>
    <message>
        <source>Actions decided</source>
        <translation>议定事项</translation>
    </message>
    <message>
        <source>Nothing was decided yet.</source>
        <translation>还没有议定事项。</translation>
    </message>
</context>
<context>
    <name>AppointForm</name>
    <message>
        <source>Appoint a leader</source>
        <translation>任命负责人</translation>
    </message>
    <message>
        <source>Whoever leads it now ends the day before.</source>
        <translation>现任负责人任至前一天。</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份类别</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>任职日期</translation>
    </message>
    <message>
        <source>Appoint</source>
        <translation>任命</translation>
    </message>
</context>
<context>
    <name>AtDoor</name>
    <message>
        <source>Dispute at {name}, {address}</source>
        <translation>登记纠纷 · {name}（{address}）</translation>
    </message>
</context>
<context>
    <name>BehindCard</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Micro-grids of the village</source>
        <translation>本村微网格</translation>
    </message>
</context>
<context>
    <name>CaseCard</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案件</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Sealed case</source>
        <translation>密件</translation>
    </message>
    <message>
        <source>Case plan</source>
        <translation>一案一策</translation>
    </message>
    <message>
        <source>Given to others</source>
        <translation>交办与协办</translation>
    </message>
    <message>
        <source>matter settled</source>
        <translation>案结</translation>
    </message>
    <message>
        <source>people reconciled</source>
        <translation>心结已解</translation>
    </message>
    <message>
        <source>‹ Ledger</source>
        <translation>‹ 台账</translation>
    </message>
</context>
<context>
    <name>CategoryChooser</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Chosen: {name}</source>
        <translation>已选：{name}</translation>
    </message>
</context>
<context>
    <name>ChasingView</name>
    <message>
        <source>Copy the reminder</source>
        <translation>复制提醒</translation>
    </message>
    <message>
        <source>Who has reported</source>
        <translation>上报情况</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>提醒文字</translation>
    </message>
    <message>
        <source>All have reported; there is nobody to remind.</source>
        <translation>都已上报，不用提醒。</translation>
    </message>
    <message>
        <source>No unit reports to yours</source>
        <translation>没有向您单位上报的下级单位</translation>
    </message>
    <message>
        <source>A township sees its villages here, a county its townships.</source>
        <translation>乡镇在这里看各村（社区），县在这里看各乡镇。</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>上一期</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>下一期</translation>
    </message>
    <message>
        <source>Open the report of the unit</source>
        <translation>打开该单位的报表</translation>
    </message>
    <message>
        <source>The reminder is copied. Paste it into WeChat.</source>
        <translation>提醒已复制，到微信里粘贴即可。</translation>
    </message>
    <message>
        <source>{done} of {all} reported · until {day} {hour}:00</source>
        <translation>已上报 {done} / {all} · 截止 {day} {hour}:00</translation>
    </message>
    <message>
        <source>{count} reports are late</source>
        <translation>{count} 个单位逾期未报</translation>
    </message>
    <message>
        <source>This unit has not handed in a report yet.</source>
        <translation>该单位还没有提交报表。</translation>
    </message>
</context>
<context>
    <name>CheckLine</name>
    <message>
        <source>County + townships + villages + micro-grids + dedicated grids</source>
        <translation>县 + 乡镇 + 村/社区 + 微网格 + 专属网格</translation>
    </message>
    <message>
        <source>County + townships + villages + large grids + micro-grids + dedicated grids</source>
        <translation>县 + 乡镇 + 村（社区） + 大网格 + 微网格 + 专属网格</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>No row has a fault.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>Faults at their rows</source>
        <translation>逐行问题</translation>
    </message>
    <message>
        <source>Take the last one back</source>
        <translation>撤回最后一处</translation>
    </message>
    <message>
        <source>Will not be taken</source>
        <translation>不会导入的列</translation>
    </message>
    <message>
        <source>{households} households, {members} people in the file</source>
        <translation>文件中有 {households} 户，{members} 人</translation>
    </message>
    <message>
        <source>{count} cells put right here; the file itself stays as it is.</source>
        <translation>在这里改正了 {count} 处，原文件没有改动。</translation>
    </message>
    <message>
        <source>Choose the village</source>
        <translation>请选择村</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>导入到</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>Micro-grids are formed on the way:</source>
        <translation>同时组成微网格：</translation>
    </message>
    <message>
        <source>{faults} to look at, {notices} remarks; Enter puts a cell right</source>
        <translation>{faults} 处要看，{notices} 条提示；按回车就地改正</translation>
    </message>
    <message>
        <source>No sensitive column in this file.</source>
        <translation>文件中没有敏感列。</translation>
    </message>
    <message>
        <source>Not needed and left out: {names}</source>
        <translation>不需要，已略去：{names}</translation>
    </message>
    <message>
        <source>{count} households are there already; the next step compares.</source>
        <translation>已有 {count} 户，下一步逐项比对。</translation>
    </message>
    <message>
        <source>{count} new households join the grids of their groups.</source>
        <translation>新增的 {count} 户并入本组已有的微网格。</translation>
    </message>
    <message>
        <source>religious belief</source>
        <translation>宗教信仰</translation>
    </message>
    <message>
        <source>a label of a person</source>
        <translation>人员标签</translation>
    </message>
    <message>
        <source>somebody's petitions</source>
        <translation>个人信访记录</translation>
    </message>
    <message>
        <source>health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>criminal record</source>
        <translation>违法犯罪记录</translation>
    </message>
    <message>
        <source>a risk score</source>
        <translation>风险评分</translation>
    </message>
    <message>
        <source>not needed for mediation</source>
        <translation>调解工作不需要</translation>
    </message>
    <message>
        <source>heading not understood</source>
        <translation>表头无法识别</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>您选择不导入</translation>
    </message>
    <message>
        <source>{heading} (not understood)</source>
        <translation>{heading}（无法识别）</translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>都核对无误。</translation>
    </message>
    <message>
        <source>Enter opens the place.</source>
        <translation>按回车到相应位置处理。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>上一期</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>下一期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>ClocksCard</name>
    <message>
        <source>Time limits</source>
        <translation>办理期限</translation>
    </message>
</context>
<context>
    <name>ColumnList</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Sheets</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>No column holds the names of people. Choose it.</source>
        <translation>没有哪一列是姓名，请选一列。</translation>
    </message>
    <message>
        <source>Check what each column was taken for; Enter changes it. A file with the same headings is read the same way next time.</source>
        <translation>看每一列识别得对不对，按回车可以改；下次表头相同的文件会照此识别。</translation>
    </message>
    <message>
        <source>Space leaves a sheet out or takes it.</source>
        <translation>按空格可不读某张工作表。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>no roster</source>
        <translation>不是花名册</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不读</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Columns of “{name}”, headings in row {row}</source>
        <translation>“{name}”的列（表头在第 {row} 行）</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Head: {field}</source>
        <translation>户主{field}</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>Villagers' group</source>
        <translation>村民组</translation>
    </message>
    <message>
        <source>Hamlet</source>
        <translation>屯</translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>户号</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Number of people</source>
        <translation>人口数</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Building, room</source>
        <translation>楼栋、房号</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Family name alone</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Is the head</source>
        <translation>是否户主</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Citizen number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ColumnsTable</name>
    <message>
        <source>Heading</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
</context>
<context>
    <name>CompareStep</name>
    <message>
        <source>New household</source>
        <translation>新增户</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新增人</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有变动</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>换户换组</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>册上没有</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>Not in the roster: mark as moved out</source>
        <translation>名册里没有：标为迁出</translation>
    </message>
    <message>
        <source>✓ take</source>
        <translation>✓ 采用</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>不动</translation>
    </message>
    <message>
        <source>Space takes or leaves the chosen lines, Ctrl+A chooses all. Nobody is removed: who is missing stays, unless you take the line.</source>
        <translation>按空格采用或不动选中的行，Ctrl+A 全选。不会删除任何人：名册里没有的人保持原样，除非您采用那一行。</translation>
    </message>
    <message>
        <source>Nothing of this kind.</source>
        <translation>没有这一类。</translation>
    </message>
    <message>
        <source>{same} people are the same; {count} differences</source>
        <translation>{same} 人没有变化，{count} 处不同</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>村民组</translation>
    </message>
    <message>
        <source>New ones</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Kept so far</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>In the roster</source>
        <translation>名册上</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>不同之处</translation>
    </message>
</context>
<context>
    <name>ConflictsCard</name>
    <message>
        <source>For you to decide</source>
        <translation>待您定</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>保留这个</translation>
    </message>
    <message>
        <source>Take this instead</source>
        <translation>换用这个</translation>
    </message>
    <message>
        <source>In force now</source>
        <translation>现在用的</translation>
    </message>
    <message>
        <source>Also written</source>
        <translation>另一处写的</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>另填一个</translation>
    </message>
    <message>
        <source>Show the numbers</source>
        <translation>显示号码</translation>
    </message>
    <message>
        <source>{subject}: {field}</source>
        <translation>{subject}：{field}</translation>
    </message>
    <message>
        <source>another laptop</source>
        <translation>另一台电脑</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>The decision goes to the county and holds everywhere; undo it until then.</source>
        <translation>定下后上报县里，各处都用它；未上报前可以撤销。</translation>
    </message>
</context>
<context>
    <name>CopyForm</name>
    <message>
        <source>What is the copy for? It is written down.</source>
        <translation>副本用途（将记入日志）</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>存一份副本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>“{name}” leaves the program and is no longer encrypted there.</source>
        <translation>“{name}”将存到程序之外，那里不再加密。</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重报</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in the program</source>
        <translation>程序出错了</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>错误报告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>Everything that was saved is safe. This report holds no personal data; send it to the administrator.</source>
        <translation>已保存的内容都在。本报告不含个人信息，请发给管理员。</translation>
    </message>
</context>
<context>
    <name>DayChoice</name>
    <message>
        <source>Roster of which day</source>
        <translation>哪一天的名册</translation>
    </message>
    <message>
        <source>Roster of a day</source>
        <translation>某日名册</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>回到今天</translation>
    </message>
    <message>
        <source>Roster of {day}, only to be read</source>
        <translation>{day} 的名册（只读）</translation>
    </message>
</context>
<context>
    <name>DayLine</name>
    <message>
        <source>Tree as of this day</source>
        <translation>查看这一天的网格</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
</context>
<context>
    <name>DayRoster</name>
    <message>
        <source>Putting the roster of the day together</source>
        <translation>正在按当天情况还原名册</translation>
    </message>
    <message>
        <source>Roster of a day</source>
        <translation>某日名册</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Micro-grid</source>
        <translation>微网格</translation>
    </message>
</context>
<context>
    <name>DedicatedForm</name>
    <message>
        <source>For example: Yongfu Middle School</source>
        <translation>例如：永福中学</translation>
    </message>
    <message>
        <source>Name of the grid</source>
        <translation>网格名称</translation>
    </message>
    <message>
        <source>Contact person and phone</source>
        <translation>联系人及电话</translation>
    </message>
    <message>
        <source>An enterprise, school, hospital or office. It holds no households.</source>
        <translation>企业、学校、医院或机关，不含住户。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Add the grid</source>
        <translation>新增网格</translation>
    </message>
    <message>
        <source>New dedicated grid in {name}</source>
        <translation>在{name}新增专属网格</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可以撤销的操作。</translation>
    </message>
    <message>
        <source>Undone: {name}</source>
        <translation>已撤销：{name}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>入户排查</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>矛盾纠纷</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>Receptions</source>
        <translation>接访</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>DisputeForm</name>
    <message>
        <source>What you had typed before is back.</source>
        <translation>已恢复上次未写完的内容。</translation>
    </message>
    <message>
        <source>First party</source>
        <translation>甲方</translation>
    </message>
    <message>
        <source>Phone of the first party</source>
        <translation>甲方电话</translation>
    </message>
    <message>
        <source>Second party</source>
        <translation>乙方</translation>
    </message>
    <message>
        <source>Phone of the second party</source>
        <translation>乙方电话</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>简要情况</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Made by itself; you may change it.</source>
        <translation>自动生成，可修改。</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves · Esc goes back, nothing is lost</source>
        <translation>Ctrl+回车 保存 · Esc 返回，内容不丢</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Register the dispute</source>
        <translation>登记纠纷</translation>
    </message>
    <message>
        <source>{name}: {category} dispute</source>
        <translation>{name}{category}纠纷</translation>
    </message>
    <message>
        <source>{first} and {second}: {category} dispute</source>
        <translation>{first}与{second}{category}纠纷</translation>
    </message>
</context>
<context>
    <name>DisputesPage</name>
    <message>
        <source>Register a dispute</source>
        <translation>登记纠纷</translation>
    </message>
    <message>
        <source>In a new dispute: paste from WeChat</source>
        <translation>新登记时：从微信粘贴</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Copy the selected rows for Excel</source>
        <translation>复制所选行到 Excel</translation>
    </message>
    <message>
        <source>In the case plan: move the step</source>
        <translation>一案一策：移动步骤</translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Back to the ledger</source>
        <translation>返回台账</translation>
    </message>
    <message>
        <source>Copy for Excel</source>
        <translation>复制到 Excel</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>矛盾纠纷</translation>
    </message>
    <message>
        <source>Registered: {title}</source>
        <translation>已登记：{title}</translation>
    </message>
    <message>
        <source>This case is no longer on this laptop.</source>
        <translation>这件纠纷已不在本机。</translation>
    </message>
    <message>
        <source>Recorded: {act}</source>
        <translation>已记录：{act}</translation>
    </message>
</context>
<context>
    <name>DocumentPanel</name>
    <message>
        <source>Preview and print</source>
        <translation>预览和打印</translation>
    </message>
    <message>
        <source>Word file</source>
        <translation>存为 Word</translation>
    </message>
    <message>
        <source>Keep with the case</source>
        <translation>存入本案</translation>
    </message>
    <message>
        <source>Show numbers of people in full</source>
        <translation>显示完整电话和身份证号</translation>
    </message>
    <message>
        <source>What for? It is written down.</source>
        <translation>用途（会记入日志）</translation>
    </message>
    <message>
        <source>Your own template could not be opened; the shipped one was used.</source>
        <translation>本县模板打不开，已改用自带模板。</translation>
    </message>
    <message>
        <source>Only Word shows the pictures and lists of this template.</source>
        <translation>模板中的图片、自动编号只有 Word 能显示，请存为 Word 后打印。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DocumentsCard</name>
    <message>
        <source>Documents</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>The case calls for none at the moment.</source>
        <translation>目前没有要制作的文书。</translation>
    </message>
    <message>
        <source>All documents ({count})</source>
        <translation>全部文书（{count}）</translation>
    </message>
    <message>
        <source>Fewer documents</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Kept with the case: {title}</source>
        <translation>已存入本案：{title}</translation>
    </message>
</context>
<context>
    <name>DownloadsCard</name>
    <message>
        <source>Photos and scans of cases</source>
        <translation>案件照片与扫描件</translation>
    </message>
    <message>
        <source>When I ask for them</source>
        <translation>按需下载</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部下载</translation>
    </message>
    <message>
        <source>They are fetched after the text and never hold it up. What was added on this laptop stays here.</source>
        <translation>先传文字，再传照片，不会拖慢文字。在本机加入的一直留在本机。</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>下载方式</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
</context>
<context>
    <name>DraftView</name>
    <message>
        <source>Definitions</source>
        <translation>指标口径</translation>
    </message>
</context>
<context>
    <name>DuplicatesPanel</name>
    <message>
        <source>Looking for duplicates</source>
        <translation>正在查找重复</translation>
    </message>
    <message>
        <source>Nobody stands here twice</source>
        <translation>没有发现重复的人</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>One person: merge (Enter)</source>
        <translation>是同一人，合并（回车）</translation>
    </message>
    <message>
        <source>Two people (N)</source>
        <translation>不是同一人（N）</translation>
    </message>
    <message>
        <source>Pair before</source>
        <translation>上一对</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>下一对</translation>
    </message>
    <message>
        <source>Two entries side by side</source>
        <translation>两条记录对照</translation>
    </message>
    <message>
        <source>Pair {number} of {count}</source>
        <translation>第 {number} 对，共 {count} 对</translation>
    </message>
</context>
<context>
    <name>DutiesPanel</name>
    <message>
        <source>Nobody has such a duty in this unit yet.</source>
        <translation>本单位还没有代办员、调解员或包案领导。</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>End the duty</source>
        <translation>结束任职</translation>
    </message>
    <message>
        <source>Agents, mediators and case leaders of {name}</source>
        <translation>{name}的代办员、调解员和包案领导</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>在办件数</translation>
    </message>
    <message>
        <source>Good at</source>
        <translation>擅长</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>任职日期</translation>
    </message>
    <message>
        <source>Who takes on cases</source>
        <translation>谁来办案</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>DutyDays</name>
    <message>
        <source>Write numbers such as 1、4, or 周一、周四.</source>
        <translation>请写 1、4 或 周一、周四 这样的日子。</translation>
    </message>
</context>
<context>
    <name>EventsCard</name>
    <message>
        <source>What was done</source>
        <translation>办理情况</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>only grows · {count} entries</source>
        <translation>只增不改 · {count} 条</translation>
    </message>
    <message>
        <source>Striking off needs another person than {name}, who concluded the case.</source>
        <translation>销号须由 {name}（承办人）以外的人办理。</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>村民组</translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>户号</translation>
    </message>
</context>
<context>
    <name>FaultsTable</name>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>In the cell</source>
        <translation>单元格内容</translation>
    </message>
    <message>
        <source>{text} · checking…</source>
        <translation>{text} · 正在核对…</translation>
    </message>
</context>
<context>
    <name>FeedbackCard</name>
    <message>
        <source>Three feedbacks</source>
        <translation>三反馈</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose the village's household roster, or drop it here</source>
        <translation>选择本村住户花名册，或拖到这里</translation>
    </message>
    <message>
        <source>Excel, WPS or CSV, as it is: title rows, merged cells and one sheet a group are understood. Nothing is changed before you have seen everything.</source>
        <translation>Excel、WPS 或 CSV，原样即可：标题行、合并单元格、一组一表都能识别。看过全部内容之前，不会改动任何数据。</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Go on with “{name}” ({count} cells put right)</source>
        <translation>继续上次的“{name}”（已改正 {count} 处）</translation>
    </message>
    <message>
        <source>Go on with “{name}”</source>
        <translation>继续上次的“{name}”</translation>
    </message>
    <message>
        <source>Undo the import of {village}, {time}</source>
        <translation>撤销 {village} 的导入（{time}）</translation>
    </message>
    <message>
        <source>“{name}” was not read. {reason}</source>
        <translation>未读取“{name}”。{reason}</translation>
    </message>
</context>
<context>
    <name>FileTiles</name>
    <message>
        <source>Files of the case</source>
        <translation>本案文件</translation>
    </message>
    <message>
        <source>to be fetched</source>
        <translation>等待下载</translation>
    </message>
    <message>
        <source>not downloaded</source>
        <translation>未下载</translation>
    </message>
    <message>
        <source>not uploaded</source>
        <translation>未上传</translation>
    </message>
    <message>
        <source>added by {who} on {day}</source>
        <translation>{who} {day} 加入</translation>
    </message>
</context>
<context>
    <name>FileViewer</name>
    <message>
        <source>← → another photo    + − larger, smaller    Esc back</source>
        <translation>← → 前后翻看    + − 放大缩小    Esc 返回</translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>Photos and files</source>
        <translation>照片与文件</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Photos, PDF or Word files; or Ctrl+V, or drag them in</source>
        <translation>照片、PDF 或 Word 文件；也可按 Ctrl+V 粘贴，或直接拖进来</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>存一份副本</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Photos and scans (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.pdf *.docx)</source>
        <translation>照片和扫描件 (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.pdf *.docx)</translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>已移除：{name}</translation>
    </message>
    <message>
        <source>The county has no room for files at the moment; text goes on as usual.</source>
        <translation>县里暂时没有空间存放文件；文字照常上报，文件以后再传。</translation>
    </message>
    <message>
        <source>{count} files are being taken in …</source>
        <translation>正在加入 {count} 个文件…</translation>
    </message>
    <message>
        <source>Add photos or scans, drag them in, or paste them with Ctrl+V. Photos are made small; where and when they were taken is left out.</source>
        <translation>点“添加”，或把照片、扫描件拖进来，也可按 Ctrl+V 粘贴。照片会自动缩小，拍摄地点和时间不保留。</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Added: {name}</source>
        <translation>已加入：{name}</translation>
    </message>
    <message>
        <source>It comes with the next exchange.</source>
        <translation>下次同步时下载。</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Name, address or number</source>
        <translation>姓名、住址或号码</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message>
        <source>Check of this laptop</source>
        <translation>本机检查</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not in order</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>everything in order</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} 项需要查看</translation>
    </message>
</context>
<context>
    <name>FoldersCard</name>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Data, encrypted</source>
        <translation>数据（已加密）</translation>
    </message>
    <message>
        <source>Logs, without personal data</source>
        <translation>日志（不含个人信息）</translation>
    </message>
</context>
<context>
    <name>FormingChoice</name>
    <message>
        <source>By villagers' group</source>
        <translation>按村民组</translation>
    </message>
    <message>
        <source>Evenly along the walk</source>
        <translation>按走访顺序均分</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>{count} outside {low}–{high}</source>
        <translation>{count} 个不在 {low}–{high} 户</translation>
    </message>
    <message>
        <source>all within {low}–{high}</source>
        <translation>均在 {low}–{high} 户</translation>
    </message>
    <message>
        <source>{households} households become {count} micro-grids: {sizes} households</source>
        <translation>{households} 户组成 {count} 个微网格：{sizes} 户</translation>
    </message>
</context>
<context>
    <name>FormingPanel</name>
    <message>
        <source>From this day on</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>Form them</source>
        <translation>组成微网格</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Form micro-grids in {name}</source>
        <translation>在{name}组成微网格</translation>
    </message>
</context>
<context>
    <name>GridsPage</name>
    <message>
        <source>Grid tree</source>
        <translation>网格树</translation>
    </message>
    <message>
        <source>Into the unit or household</source>
        <translation>进入单位或住户</translation>
    </message>
    <message>
        <source>To the unit above, or out of a form</source>
        <translation>回到上级，或离开表单</translation>
    </message>
    <message>
        <source>To the grid tree</source>
        <translation>转到网格树</translation>
    </message>
    <message>
        <source>Leaders of the unit</source>
        <translation>单位负责人</translation>
    </message>
    <message>
        <source>Regroup the households of the village</source>
        <translation>调整本村的微网格</translation>
    </message>
    <message>
        <source>Cut households, put them into the other list</source>
        <translation>剪切住户，粘贴到另一边</translation>
    </message>
    <message>
        <source>Send households to the other list</source>
        <translation>把住户移到另一边</translation>
    </message>
    <message>
        <source>Save a form</source>
        <translation>保存表单</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
</context>
<context>
    <name>HandedLine</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>handed in by {name} {time}</source>
        <translation>{name} {time} 提交</translation>
    </message>
    <message>
        <source>{number}, signed by {name} {time}</source>
        <translation>{number}，{name} {time} 审核定稿</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>There is no help for this page yet.</source>
        <translation>本页暂无帮助。</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>History</source>
        <translation>本户变动</translation>
    </message>
    <message>
        <source>Nothing has been entered yet.</source>
        <translation>还没有登记过变动。</translation>
    </message>
    <message>
        <source>{actor}, {day}</source>
        <translation>{actor} {day} 登记</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Was taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Take back: {what}</source>
        <translation>撤回：{what}</translation>
    </message>
    <message>
        <source>Why had it not happened?</source>
        <translation>为什么撤回（可不填）</translation>
    </message>
</context>
<context>
    <name>HitPanel</name>
    <message>
        <source>Hits</source>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>HouseList</name>
    <message>
        <source>Head</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>村民组</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>已剪切</translation>
    </message>
    <message>
        <source>comes here</source>
        <translation>移入</translation>
    </message>
</context>
<context>
    <name>HouseholdList</name>
    <message>
        <source>No household matches the filter</source>
        <translation>没有符合筛选的住户</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>走访序</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>村民组</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Micro-grid</source>
        <translation>微网格</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>Name, address or household number</source>
        <translation>姓名、住址或户号</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>{count} rows copied, names covered; paste them into Excel.</source>
        <translation>已复制 {count} 行，姓名已遮住，可粘贴到 Excel。</translation>
    </message>
</context>
<context>
    <name>HouseholdPanel</name>
    <message>
        <source>last visit {days} days ago</source>
        <translation>上次走访 {days} 天前</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>家庭成员</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Members of the household</source>
        <translation>家庭成员</translation>
    </message>
    <message>
        <source>Last visits</source>
        <translation>最近走访</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>在办件数</translation>
    </message>
</context>
<context>
    <name>HouseholdsPage</name>
    <message>
        <source>Grid tree</source>
        <translation>网格树</translation>
    </message>
    <message>
        <source>Open the household; in its sheet: write in the cell</source>
        <translation>打开一户；在户内：填写单元格</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Roster of a day</source>
        <translation>某日名册</translation>
    </message>
    <message>
        <source>Household moves in</source>
        <translation>整户迁入</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>查重</translation>
    </message>
    <message>
        <source>To the grid tree</source>
        <translation>转到网格树</translation>
    </message>
    <message>
        <source>Previous, next household</source>
        <translation>上一户、下一户</translation>
    </message>
    <message>
        <source>What has happened, in the order of the buttons</source>
        <translation>登记变动（按按钮上的数字）</translation>
    </message>
    <message>
        <source>Show the numbers of a member</source>
        <translation>查看成员的完整号码</translation>
    </message>
    <message>
        <source>Copy the rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Recorded: {act}</source>
        <translation>已记录：{act}</translation>
    </message>
    <message>
        <source>One person was made of two</source>
        <translation>两条记录已合并为一人</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>Import the village's roster: Excel or CSV, as it is.</source>
        <translation>请导入本村花名册：Excel 或 CSV，原样即可。</translation>
    </message>
    <message>
        <source>Sync to receive the households of your micro-grid.</source>
        <translation>请先同步，接收本微网格的住户。</translation>
    </message>
    <message>
        <source>No households here yet</source>
        <translation>这里还没有住户</translation>
    </message>
    <message>
        <source>{households} households, {people} people</source>
        <translation>{households} 户，{people} 人</translation>
    </message>
</context>
<context>
    <name>ImportStep</name>
    <message>
        <source>Importing; nothing is kept until the end</source>
        <translation>正在导入；全部完成前不会保存</translation>
    </message>
    <message>
        <source>Look at the micro-grids</source>
        <translation>查看微网格</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Undo the whole import</source>
        <translation>整体撤销这次导入</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>再导入一个文件</translation>
    </message>
    <message>
        <source>{households} households, {members} people, {grids} new micro-grids</source>
        <translation>{households} 户，{members} 人，新建 {grids} 个微网格</translation>
    </message>
    <message>
        <source>The import was taken back</source>
        <translation>已撤销这次导入</translation>
    </message>
    <message>
        <source>Everything is as it was before.</source>
        <translation>一切恢复原样。</translation>
    </message>
    <message>
        <source>{count} households were there already.</source>
        <translation>原有 {count} 户已在册。</translation>
    </message>
    <message>
        <source>{count} known people or households were changed.</source>
        <translation>更新了 {count} 个已有的人或户。</translation>
    </message>
    <message>
        <source>{count} people were marked as moved out.</source>
        <translation>{count} 人标为迁出。</translation>
    </message>
    <message>
        <source>It can be undone as a whole, after a restart too, until it is sent.</source>
        <translation>上报之前可以整体撤销，重新打开程序后也可以。</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
</context>
<context>
    <name>JoinCard</name>
    <message>
        <source>Join a county</source>
        <translation>加入县平台</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>一次性加入码</translation>
    </message>
    <message>
        <source>Your township gives it to you.</source>
        <translation>由乡镇发给您。</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Join the county again</source>
        <translation>重新加入县平台</translation>
    </message>
    <message>
        <source>Everything on this laptop is kept, and offered to the county again.</source>
        <translation>本机的内容都保留，会重新上报给县里。</translation>
    </message>
    <message>
        <source>Until then everything is kept on this laptop. What was recorded here is sent with the first exchange.</source>
        <translation>加入之前，数据都保存在本机；加入后第一次同步时一并上报。</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>正在加入…</translation>
    </message>
</context>
<context>
    <name>JoinView</name>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>一次性加入码</translation>
    </message>
    <message>
        <source>Your township gives it to you.</source>
        <translation>由乡镇发给您。</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>正在加入…</translation>
    </message>
    <message>
        <source>Join a county</source>
        <translation>加入县平台</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>KeptSheet</name>
    <message>
        <source>Issue it anew</source>
        <translation>重新出具</translation>
    </message>
    <message>
        <source>By the county's template, {form}</source>
        <translation>按本县模板导出 {form}</translation>
    </message>
    <message>
        <source>All reports</source>
        <translation>全部报表</translation>
    </message>
    <message>
        <source>Handed in by {name}, {time}.</source>
        <translation>{name} {time} 提交。</translation>
    </message>
    <message>
        <source>Signed by {name}, {time}; nothing of it changes any more.</source>
        <translation>{name} {time} 审核定稿，此后不再变动。</translation>
    </message>
    <message>
        <source>Sent back: {reason}</source>
        <translation>退回原因：{reason}</translation>
    </message>
    <message>
        <source>Somebody else has to sign it.</source>
        <translation>须由另一人审核。</translation>
    </message>
    <message>
        <source>It replaces {number}.</source>
        <translation>本期替代 {number}。</translation>
    </message>
    <message>
        <source>It was replaced by {number}.</source>
        <translation>已被 {number} 替代。</translation>
    </message>
</context>
<context>
    <name>KeptView</name>
    <message>
        <source>Handed in and signed</source>
        <translation>提交与定稿</translation>
    </message>
    <message>
        <source>No report was handed in yet</source>
        <translation>还没有提交过报表</translation>
    </message>
    <message>
        <source>Draw one up in the first tab; Ctrl+Enter hands it in.</source>
        <translation>在“报表”里起草，按 Ctrl+回车 提交审核。</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报表</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{count} wait for a signature</source>
        <translation>{count} 份待审核</translation>
    </message>
    <message>
        <source>This report is no longer on this laptop.</source>
        <translation>这份报表已不在本机。</translation>
    </message>
</context>
<context>
    <name>LeadersPanel</name>
    <message>
        <source>Nobody has led this grid yet.</source>
        <translation>还没有人负责过这个网格。</translation>
    </message>
    <message>
        <source>Name a stand-in</source>
        <translation>安排代理</translation>
    </message>
    <message>
        <source>End the post</source>
        <translation>卸任</translation>
    </message>
    <message>
        <source>Leaders of {name}</source>
        <translation>{name} 的负责人</translation>
    </message>
    <message>
        <source>Leaders</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Who was responsible on that day?</source>
        <translation>谁在那天负责？</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Print the hand-over list</source>
        <translation>打印交接清单</translation>
    </message>
    <message>
        <source>Hand-over list for Word</source>
        <translation>导出交接清单（Word）</translation>
    </message>
    <message>
        <source>Nobody: the post was vacant.</source>
        <translation>无人：当时空缺。</translation>
    </message>
    <message>
        <source>Above it, {unit}: {names}</source>
        <translation>上级{unit}：{names}</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>Shelves of the ledger</source>
        <translation>台账分类</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>矛盾纠纷</translation>
    </message>
    <message>
        <source>Nothing on this shelf</source>
        <translation>这里没有案件</translation>
    </message>
    <message>
        <source>Ctrl+N registers a dispute; those found at doors come here by themselves.</source>
        <translation>按 Ctrl+N 登记纠纷；入户排查发现的会自动出现在台账里。</translation>
    </message>
    <message>
        <source>Showing {count} cases behind a number of the report</source>
        <translation>只显示报表数字背后的 {count} 件</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>[Sealed] {title}</source>
        <translation>〔密〕{title}</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我办的</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>快到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>To strike off</source>
        <translation>待销号</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>LedgerFilters</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>本季度</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>自定起止</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部类别</translation>
    </message>
</context>
<context>
    <name>LedgerForm</name>
    <message>
        <source>A ledger of your own</source>
        <translation>自定台账</translation>
    </message>
    <message>
        <source>Rows: last first</source>
        <translation>行倒序</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What it lists</source>
        <translation>列出什么</translation>
    </message>
    <message>
        <source>Order of the rows</source>
        <translation>按什么排序</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Space ticks · Alt+↑ Alt+↓ move · F2 gives another heading</source>
        <translation>空格勾选 · Alt+↑ Alt+↓ 移动 · F2 改表头</translation>
    </message>
    <message>
        <source>Change the ledger</source>
        <translation>修改台账</translation>
    </message>
    <message>
        <source>A new ledger</source>
        <translation>新建台账</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>{unit} and all below it have it after their next sync. Period, state and unit are chosen below.</source>
        <translation>保存后，{unit}和下级单位同步一次就都能用。期间、状态和单位在下面选。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Keep the ledger</source>
        <translation>保存台账</translation>
    </message>
    <message>
        <source>the usual order</source>
        <translation>常用顺序</translation>
    </message>
</context>
<context>
    <name>LedgerList</name>
    <message>
        <source>Ledgers</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
</context>
<context>
    <name>LedgerMaking</name>
    <message>
        <source>The ledger “{name}” is dropped.</source>
        <translation>台账“{name}”已删除。</translation>
    </message>
    <message>
        <source>The ledger “{name}” is kept.</source>
        <translation>台账“{name}”已保存。</translation>
    </message>
</context>
<context>
    <name>LedgerOut</name>
    <message>
        <source>Show people in full</source>
        <translation>显示完整信息</translation>
    </message>
    <message>
        <source>What for? It is written down.</source>
        <translation>用途（会记入日志）</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>正在写文件</translation>
    </message>
    <message>
        <source>Names, telephone numbers and citizen numbers</source>
        <translation>姓名、电话和证件号</translation>
    </message>
    <message>
        <source> Your own template has a fault, see Settings; ours was used.</source>
        <translation>本县的模板有错（见“设置”），用了自带的格式。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止，没有写入任何文件。</translation>
    </message>
</context>
<context>
    <name>LedgerPreview</name>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Nothing stands in this ledger</source>
        <translation>这个台账里没有内容</translation>
    </message>
    <message>
        <source>Choose another period, state or unit above.</source>
        <translation>请在上面换一个时间、状态或单位。</translation>
    </message>
    <message>
        <source>A new ledger</source>
        <translation>新建台账</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>共 {count} 行</translation>
    </message>
    <message>
        <source>the first {shown} of {count} rows</source>
        <translation>前 {shown} 行，共 {count} 行</translation>
    </message>
    <message>
        <source> · made by {unit}</source>
        <translation>{unit}制定</translation>
    </message>
    <message>
        <source>First rows of the ledger</source>
        <translation>台账的前几行</translation>
    </message>
</context>
<context>
    <name>LedgerReader</name>
    <message>
        <source>{count} rows copied, names covered; paste them into Excel.</source>
        <translation>已复制 {count} 行，姓名已遮住，可粘贴到 Excel。</translation>
    </message>
    <message>
        <source>{count} rows copied; sealed cases stay here.</source>
        <translation>已复制 {count} 行；密件不复制。</translation>
    </message>
</context>
<context>
    <name>LedgersView</name>
    <message>
        <source>Another ledger</source>
        <translation>换一个台账</translation>
    </message>
    <message>
        <source>Export Excel</source>
        <translation>导出 Excel</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>A new ledger</source>
        <translation>新建台账</translation>
    </message>
    <message>
        <source>Change the ledger</source>
        <translation>修改台账</translation>
    </message>
    <message>
        <source>Export Word</source>
        <translation>导出 Word</translation>
    </message>
    <message>
        <source>Ledgers</source>
        <translation>台账</translation>
    </message>
</context>
<context>
    <name>LifeCard</name>
    <message>
        <source>What has happened? (Ctrl+number)</source>
        <translation>登记变动（Ctrl+数字）</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>Look</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Grid work</source>
        <translation>网格工作</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Open a page</source>
        <translation>打开页面</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Undo what you just did</source>
        <translation>撤销刚才的操作</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>本表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Remark for this visit · Enter keeps it</source>
        <translation>本次走访备注 · 回车保存</translation>
    </message>
    <message>
        <source>Date of the visits</source>
        <translation>走访日期</translation>
    </message>
    <message>
        <source>Number on the walking list</source>
        <translation>走访单上的序号</translation>
    </message>
    <message>
        <source>Number on the walking list · Enter goes there</source>
        <translation>走访单上的序号，回车跳到那一户</translation>
    </message>
    <message>
        <source>Write a remark</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Another date</source>
        <translation>补录日期</translation>
    </message>
    <message>
        <source>Go to a number</source>
        <translation>跳到序号</translation>
    </message>
    <message>
        <source>Walking order</source>
        <translation>走访顺序</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>By address</source>
        <translation>按门牌地址</translation>
    </message>
    <message>
        <source>As walked in the round before</source>
        <translation>按上一轮走的顺序</translation>
    </message>
    <message>
        <source>Entering paper: all marks are dated</source>
        <translation>补录中：走访日期记为</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>回到今天</translation>
    </message>
</context>
<context>
    <name>Matter</name>
    <message>
        <source>Where it arose</source>
        <translation>发生地</translation>
    </message>
    <message>
        <source>A matter raised at the reception of {leader} on {day}</source>
        <translation>{day} {leader}接访中反映的事项</translation>
    </message>
    <message>
        <source>Registered: {title}</source>
        <translation>已登记：{title}</translation>
    </message>
</context>
<context>
    <name>MeetingCard</name>
    <message>
        <source>Minutes</source>
        <translation>会议纪要</translation>
    </message>
    <message>
        <source>No minutes yet.</source>
        <translation>还没有纪要。</translation>
    </message>
</context>
<context>
    <name>MeetingSheet</name>
    <message>
        <source>Agenda</source>
        <translation>议题</translation>
    </message>
    <message>
        <source>Ought to be discussed too</source>
        <translation>建议列入</translation>
    </message>
    <message>
        <source>All meetings</source>
        <translation>全部会商</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Export Word</source>
        <translation>导出 Word</translation>
    </message>
    <message>
        <source>No case is on the agenda.</source>
        <translation>还没有议题。</translation>
    </message>
    <message>
        <source>Ctrl+Up / Ctrl+Down move a case, Delete takes it out, Enter writes.</source>
        <translation>Ctrl+↑↓ 调整，Delete 移出，回车记录意见</translation>
    </message>
    <message>
        <source>Enter puts it on the agenda.</source>
        <translation>回车列入议题</translation>
    </message>
    <message>
        <source>held</source>
        <translation>已召开</translation>
    </message>
    <message>
        <source>called</source>
        <translation>待召开</translation>
    </message>
    <message>
        <source>Recorded: {act}</source>
        <translation>已记录：{act}</translation>
    </message>
</context>
<context>
    <name>MeetingsView</name>
    <message>
        <source>Call a meeting</source>
        <translation>召开会商</translation>
    </message>
    <message>
        <source>No meeting yet</source>
        <translation>还没有会商</translation>
    </message>
    <message>
        <source>Ctrl+N calls one; the cases that it ought to discuss are put on its agenda.</source>
        <translation>按 Ctrl+N 召开会商，需要研判的案件自动列入议题。</translation>
    </message>
    <message>
        <source>Meetings on cases</source>
        <translation>会商研判</translation>
    </message>
    <message>
        <source>This meeting is no longer on this laptop.</source>
        <translation>本机已没有这次会商。</translation>
    </message>
    <message>
        <source>Recorded: {act}</source>
        <translation>已记录：{act}</translation>
    </message>
</context>
<context>
    <name>MembersTable</name>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Citizen number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Add somebody…</source>
        <translation>＋ 添加</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>This is no sum of money. Write it like 1200 or 1.5万.</source>
        <translation>看不懂这个金额，请写成 1200 或 1.5万。</translation>
    </message>
</context>
<context>
    <name>NewCase</name>
    <message>
        <source>New dispute</source>
        <translation>新登记纠纷</translation>
    </message>
    <message>
        <source>Paste from WeChat</source>
        <translation>从微信粘贴</translation>
    </message>
    <message>
        <source>Where it arose</source>
        <translation>发生地</translation>
    </message>
    <message>
        <source>How we heard of it</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>It happened on</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>Old case from paper</source>
        <translation>补录纸质旧案</translation>
    </message>
    <message>
        <source>There is no text to paste. Copy it in WeChat first.</source>
        <translation>剪贴板里没有文字。请先在微信里复制。</translation>
    </message>
    <message>
        <source>First party</source>
        <translation>甲方</translation>
    </message>
    <message>
        <source>Second party</source>
        <translation>乙方</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>{field}: {value} (from “{words}”)</source>
        <translation>{field}：{value}（依据“{words}”）</translation>
    </message>
    <message>
        <source>Guessed from the text; please check. Nothing is saved yet.</source>
        <translation>以下由文字推测填写，请核对；尚未保存。</translation>
    </message>
</context>
<context>
    <name>NewcomerFields</name>
    <message>
        <source>At least {count} characters. Nobody can read the data without it.</source>
        <translation>至少 {count} 个字符。没有密码谁也读不出数据，请记牢。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>再次输入密码</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>Write a whole number.</source>
        <translation>请填整数。</translation>
    </message>
</context>
<context>
    <name>OldCase</name>
    <message>
        <source>Old case from paper</source>
        <translation>补录纸质旧案</translation>
    </message>
</context>
<context>
    <name>PapersPanel</name>
    <message>
        <source>Cover the middle of the phone numbers</source>
        <translation>手机号中间几位打码</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>A3, larger type</source>
        <translation>A3（字大）</translation>
    </message>
    <message>
        <source>Notice board of {name}</source>
        <translation>{name}公示牌</translation>
    </message>
    <message>
        <source>Roster of the micro-grids of {name}</source>
        <translation>{name}微网格花名册</translation>
    </message>
    <message>
        <source>Names of the grids, their areas, who is to be called and on which number, as of today.</source>
        <translation>列出网格名称、区域范围、网格员姓名及联系方式，按今天的情况。</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Phone of supervision</source>
        <translation>监督电话</translation>
    </message>
    <message>
        <source>Paper size</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Empty: the middle of the phone numbers is covered.</source>
        <translation>不填则手机号中间几位打码。</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Why phones are needed in full</source>
        <translation>电话不打码的用途</translation>
    </message>
</context>
<context>
    <name>PasswordCard</name>
    <message>
        <source>Own password</source>
        <translation>我的密码</translation>
    </message>
    <message>
        <source>At least {count} characters. Nobody can read the data without it.</source>
        <translation>至少 {count} 个字符。没有密码谁也读不出数据，请记牢。</translation>
    </message>
    <message>
        <source>Password until now</source>
        <translation>原密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>修改密码</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>大写锁定已打开</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Hide it</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>People on this laptop</source>
        <translation>本机人员</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Another person is added in the sign-in window.</source>
        <translation>添加人员请在登录窗口进行。</translation>
    </message>
</context>
<context>
    <name>PeriodChooser</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>The whole year</source>
        <translation>全年</translation>
    </message>
    <message>
        <source>Month {month}</source>
        <translation>{month}月</translation>
    </message>
    <message>
        <source>Previous year</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>Next year</source>
        <translation>下一年</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
</context>
<context>
    <name>PlannedTwice</name>
    <message>
        <source>Remove the second plan</source>
        <translation>移除重复的安排</translation>
    </message>
    <message>
        <source>The roster was planned on two laptops: {count} receptions stand twice.</source>
        <translation>两台电脑各做了一份接访安排：有 {count} 次重复。</translation>
    </message>
</context>
<context>
    <name>Preparing</name>
    <message>
        <source>Grid work · Demo</source>
        <translation>网格工作 · 演示</translation>
    </message>
    <message>
        <source>Preparing the demo</source>
        <translation>正在准备演示</translation>
    </message>
    <message>
        <source>A county server starts on this computer, and the county of Yongfu is made with invented people. This takes about half a minute, the first time only.</source>
        <translation>本机将启动一个县服务器，并用虚构人员建立永福县。约需半分钟，仅第一次需要。</translation>
    </message>
    <message>
        <source>Starting the county server</source>
        <translation>启动县服务器</translation>
    </message>
    <message>
        <source>Writing the villages' rosters</source>
        <translation>生成各村花名册</translation>
    </message>
    <message>
        <source>Setting up the county's grid tree</source>
        <translation>建立全县网格树</translation>
    </message>
    <message>
        <source>The township joins the county</source>
        <translation>乡镇加入本县</translation>
    </message>
    <message>
        <source>Importing the rosters</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>Two weeks of rounds and disputes</source>
        <translation>两周的排查与纠纷</translation>
    </message>
    <message>
        <source>Sending everything to the county</source>
        <translation>上报县里</translation>
    </message>
</context>
<context>
    <name>PreviewPart</name>
    <message>
        <source>What becomes of the grids</source>
        <translation>各网格的变化</translation>
    </message>
    <message>
        <source>{households} households with {people} people go into another grid.</source>
        <translation>{households} 户 {people} 人换网格。</translation>
    </message>
    <message>
        <source>No household goes into another grid yet.</source>
        <translation>还没有住户换网格。</translation>
    </message>
    <message>
        <source>{count} open cases stay in the books of the grid where they arose.</source>
        <translation>其中 {count} 件在办纠纷仍记在原网格。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>ReceptionCard</name>
    <message>
        <source>Reception</source>
        <translation>接访</translation>
    </message>
    <message>
        <source>A matter raised becomes a case</source>
        <translation>反映事项转为案件</translation>
    </message>
    <message>
        <source>Cases that came from it</source>
        <translation>由本次接访转出的案件</translation>
    </message>
    <message>
        <source>{groups} groups, {people} people</source>
        <translation>{groups}批{people}人次</translation>
    </message>
    <message>
        <source>not in the year's roster</source>
        <translation>临时安排</translation>
    </message>
</context>
<context>
    <name>ReceptionsPage</name>
    <message>
        <source>Receptions and meetings</source>
        <translation>接访与会商</translation>
    </message>
    <message>
        <source>Receptions</source>
        <translation>接访</translation>
    </message>
    <message>
        <source>Meetings on cases</source>
        <translation>会商研判</translation>
    </message>
    <message>
        <source>Receptions or meetings</source>
        <translation>切换接访与会商研判</translation>
    </message>
    <message>
        <source>Add a reception, call a meeting</source>
        <translation>新增接访，召开会商</translation>
    </message>
    <message>
        <source>The likely next step; in the list of meetings: open</source>
        <translation>打开最可能的下一步；在会商列表中打开会商</translation>
    </message>
    <message>
        <source>Change the duty, the meeting</source>
        <translation>修改安排或会商</translation>
    </message>
    <message>
        <source>A matter raised becomes a case</source>
        <translation>反映事项转为案件</translation>
    </message>
    <message>
        <source>The roster as slides</source>
        <translation>大屏轮播</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Ctrl+Up / Ctrl+Down</source>
        <translation>Ctrl+↑ / Ctrl+↓</translation>
    </message>
    <message>
        <source>Move a case on the agenda</source>
        <translation>调整议题顺序</translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>ReceptionsView</name>
    <message>
        <source>Receptions by leaders</source>
        <translation>领导接访</translation>
    </message>
    <message>
        <source>No reception in this period</source>
        <translation>这一时段没有接访安排</translation>
    </message>
    <message>
        <source>Plan a year, or add a single reception with Ctrl+N.</source>
        <translation>可以排一年的值班，也可以按 Ctrl+N 新增一场。</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>大屏轮播</translation>
    </message>
    <message>
        <source>Print the roster</source>
        <translation>打印安排表</translation>
    </message>
    <message>
        <source>Export Excel</source>
        <translation>导出 Excel</translation>
    </message>
    <message>
        <source>Plan a year</source>
        <translation>排一年</translation>
    </message>
    <message>
        <source>Add a reception</source>
        <translation>新增接访</translation>
    </message>
    <message>
        <source>Recorded: {act}</source>
        <translation>已记录：{act}</translation>
    </message>
</context>
<context>
    <name>RefusedCard</name>
    <message>
        <source>Kept here, nothing is lost</source>
        <translation>数据仍在本机，没有丢失</translation>
    </message>
    <message>
        <source>Not taken by the county</source>
        <translation>县里没有收下</translation>
    </message>
    <message>
        <source>Correct and send again</source>
        <translation>改正后重报</translation>
    </message>
    <message>
        <source>Send again as it is</source>
        <translation>原样重报</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>放弃这条</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>It will not be sent any more. This laptop keeps a record of it.</source>
        <translation>放弃后不再上报，本机仍留有记录。确定吗？</translation>
    </message>
</context>
<context>
    <name>RegroupPanel</name>
    <message>
        <source>From this day on</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>Move them</source>
        <translation>保存调整</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重来</translation>
    </message>
    <message>
        <source>Regroup the households of {name}</source>
        <translation>调整{name}的微网格</translation>
    </message>
    <message>
        <source>Drag, or Ctrl+X and Ctrl+V, or Ctrl+→ and Ctrl+←. Shift and Ctrl select several.</source>
        <translation>可拖动，也可 Ctrl+X 剪切、Ctrl+V 粘贴，或 Ctrl+→、Ctrl+← 移动。按住 Shift 或 Ctrl 多选。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>ReportOut</name>
    <message>
        <source>Usual layout. For your county's own template, export Word and print there.</source>
        <translation>这里是通用版式；要用本县模板，请导出 Word 后打印。</translation>
    </message>
    <message>
        <source>The text without names is copied. Paste it.</source>
        <translation>不含姓名的文字已复制，粘贴即可。</translation>
    </message>
    <message>
        <source>Text for WeChat</source>
        <translation>微信文字</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Export Word</source>
        <translation>导出 Word</translation>
    </message>
    <message>
        <source>Export Excel</source>
        <translation>导出 Excel</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Copy the text for WeChat</source>
        <translation>复制微信文字</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>No report is drawn up for a single micro-grid</source>
        <translation>微网格不单独出周报</translation>
    </message>
    <message>
        <source>Your village draws up the report; your visits and cases are in it.</source>
        <translation>周报由村（社区）汇总，您的走访和纠纷都在其中。</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>上一期</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>下一期</translation>
    </message>
    <message>
        <source>Hand the report in</source>
        <translation>提交审核</translation>
    </message>
    <message>
        <source>nil report, draft</source>
        <translation>零报告 · 草稿</translation>
    </message>
    <message>
        <source>Issue it anew</source>
        <translation>重新出具</translation>
    </message>
    <message>
        <source>Handed in; somebody else signs it.</source>
        <translation>已提交，等待另一人审核。</translation>
    </message>
    <message>
        <source>Open the cases behind a number</source>
        <translation>查看数字对应的纠纷</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>提交审核</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports and ledgers</source>
        <translation>报表和台账</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>审核定稿</translation>
    </message>
    <message>
        <source>Ledgers</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Who has reported</source>
        <translation>上报情况</translation>
    </message>
    <message>
        <source>The next tab</source>
        <translation>下一个标签</translation>
    </message>
</context>
<context>
    <name>RevealPanel</name>
    <message>
        <source>What for? It is written down.</source>
        <translation>用途（会记入日志）</translation>
    </message>
    <message>
        <source>Show for 60 seconds</source>
        <translation>显示 60 秒</translation>
    </message>
    <message>
        <source>Hide now</source>
        <translation>立即隐藏</translation>
    </message>
    <message>
        <source>Show the numbers of {name}</source>
        <translation>查看 {name} 的完整号码</translation>
    </message>
    <message>
        <source>In full for {seconds} s more</source>
        <translation>完整显示，还剩 {seconds} 秒</translation>
    </message>
</context>
<context>
    <name>RosterCard</name>
    <message>
        <source>{count} receptions held · {groups} groups · {people} people</source>
        <translation>已接访 {count} 场 · {groups} 批 · {people} 人次</translation>
    </message>
    <message>
        <source>The official calendar of this year is not known yet.</source>
        <translation>本年放假安排尚未公布，按周一至周五排</translation>
    </message>
    <message>
        <source>{count} cases came from them</source>
        <translation>转为案件 {count} 起</translation>
    </message>
</context>
<context>
    <name>RosterOut</name>
    <message>
        <source>No reception is to come in this list.</source>
        <translation>列表中没有今天及以后的接访。</translation>
    </message>
    <message>
        <source>{unit}: receptions by leaders</source>
        <translation>{unit}领导接访安排</translation>
    </message>
    <message>
        <source>There is nothing to print in this period.</source>
        <translation>这一时段没有可以打印的安排。</translation>
    </message>
</context>
<context>
    <name>RosterPast</name>
    <message>
        <source>Taking the import back; if cancelled, all stays</source>
        <translation>正在撤销导入；中途取消则保持不变</translation>
    </message>
    <message>
        <source>The import was taken back</source>
        <translation>已撤销这次导入</translation>
    </message>
</context>
<context>
    <name>RostersPage</name>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>One step back, or cancel</source>
        <translation>上一步，或取消</translation>
    </message>
    <message>
        <source>Change a column, put a cell right</source>
        <translation>改列的含义、改正单元格</translation>
    </message>
    <message>
        <source>Take or leave a difference</source>
        <translation>采用或不动一处不同</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx *.xls *.et *.csv *.txt *.html *.mht);;All files (*)</source>
        <translation>表格文件 (*.xlsx *.xls *.et *.csv *.txt *.html *.mht);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>RoundForm</name>
    <message>
        <source>Open a round</source>
        <translation>开启轮次</translation>
    </message>
    <message>
        <source>For example: November round</source>
        <translation>例如：11月常态排查</translation>
    </message>
    <message>
        <source>Name of the round</source>
        <translation>轮次名称</translation>
    </message>
    <message>
        <source>Area of the round</source>
        <translation>排查范围</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Open the round</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Why it is walked</source>
        <translation>排查类型</translation>
    </message>
</context>
<context>
    <name>RoundView</name>
    <message>
        <source>Households in walking order</source>
        <translation>按走访顺序的住户</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>排查轮次</translation>
    </message>
    <message>
        <source>Micro-grid</source>
        <translation>微网格</translation>
    </message>
    <message>
        <source>Progress of this walk</source>
        <translation>本轮进度</translation>
    </message>
    <message>
        <source>No households here yet</source>
        <translation>这里还没有住户</translation>
    </message>
    <message>
        <source>Import the roster of the village on the page Households first.</source>
        <translation>请先在“住户”页导入本村名册。</translation>
    </message>
    <message>
        <source>Visited {done} of {due} households</source>
        <translation>已走访 {done}/{due} 户</translation>
    </message>
    <message>
        <source>{absent} to call on again</source>
        <translation>待补访 {absent} 户</translation>
    </message>
    <message>
        <source>Everyone was called on. To call on again: {absent}.</source>
        <translation>已走完一遍，还有 {absent} 户不在家，待补访。</translation>
    </message>
    <message>
        <source>This micro-grid is done: {due} households.</source>
        <translation>本微网格 {due} 户已全部走访。</translation>
    </message>
    <message>
        <source>N or Enter goes on to {grid}.</source>
        <translation>按 N 或回车，接着走访{grid}。</translation>
    </message>
    <message>
        <source>{name} (ended)</source>
        <translation>{name}（已结束）</translation>
    </message>
    <message>
        <source>New dispute</source>
        <translation>新登记纠纷</translation>
    </message>
</context>
<context>
    <name>Rounds</name>
    <message>
        <source>{days} days left</source>
        <translation>还剩 {days} 天</translation>
    </message>
    <message>
        <source>{done} / {due} households</source>
        <translation>{done} / {due} 户</translation>
    </message>
    <message>
        <source>{absent} to call on again</source>
        <translation>待补访 {absent} 户</translation>
    </message>
    <message>
        <source>Go on walking</source>
        <translation>继续走访</translation>
    </message>
    <message>
        <source>Look at the round</source>
        <translation>查看走访</translation>
    </message>
    <message>
        <source>Door-to-door round</source>
        <translation>入户排查</translation>
    </message>
    <message>
        <source>No round is running.</source>
        <translation>目前没有正在进行的排查轮次。</translation>
    </message>
    <message>
        <source>To the rounds</source>
        <translation>去入户排查</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Remove this row</source>
        <translation>删除这一行</translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message>
        <source>Time limits and calendar</source>
        <translation>时限与日历</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>原规定</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>The calendar of days off is known until {year}; {count} days are our own.</source>
        <translation>放假日历已收录到 {year} 年，其中本地设定 {count} 天。</translation>
    </message>
    <message>
        <source>Enter or a double click on a rule changes it.</source>
        <translation>在规则上按回车或双击即可修改。</translation>
    </message>
    <message>
        <source>Township and county set the rules.</source>
        <translation>规则由乡镇和县设定。</translation>
    </message>
</context>
<context>
    <name>RunningPanel</name>
    <message>
        <source>Exchanging with the county</source>
        <translation>正在与县平台同步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>{done} / {total} records</source>
        <translation>{done}/{total} 条</translation>
    </message>
    <message>
        <source>Paused; nothing is lost</source>
        <translation>已暂停，一条不丢</translation>
    </message>
    <message>
        <source>{done} / {total} KB sent</source>
        <translation>已送 {done}/{total} KB</translation>
    </message>
    <message>
        <source>{done} / {total} KB received</source>
        <translation>已收 {done}/{total} KB</translation>
    </message>
    <message>
        <source>{count} KB received</source>
        <translation>已收 {count} KB</translation>
    </message>
    <message>
        <source>about {count} s left</source>
        <translation>约剩 {count} 秒</translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <translation>约剩 {count} 分钟</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Written to {path}</source>
        <translation>已写入 {path}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>ScreeningPage</name>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>退格</translation>
    </message>
    <message>
        <source>Step back and take the mark back</source>
        <translation>退回一户并撤销</translation>
    </message>
    <message>
        <source>Write a remark</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Another date</source>
        <translation>补录日期</translation>
    </message>
    <message>
        <source>Next micro-grid, when this one is done</source>
        <translation>本微网格走完后，去下一个微网格</translation>
    </message>
    <message>
        <source>Next, previous household</source>
        <translation>下一户、上一户</translation>
    </message>
    <message>
        <source>Go to a number</source>
        <translation>跳到序号</translation>
    </message>
    <message>
        <source>Ctrl+Up / Ctrl+Down</source>
        <translation>Ctrl+↑ / Ctrl+↓</translation>
    </message>
    <message>
        <source>Move the household on the walk</source>
        <translation>调整走访顺序</translation>
    </message>
    <message>
        <source>Put the walk in another order</source>
        <translation>换走访顺序</translation>
    </message>
    <message>
        <source>Print the walking list</source>
        <translation>打印走访单</translation>
    </message>
    <message>
        <source>Open a round</source>
        <translation>开启轮次</translation>
    </message>
    <message>
        <source>Door-to-door round</source>
        <translation>入户排查</translation>
    </message>
    <message>
        <source>Open one for your area: routine, dynamic or centralised.</source>
        <translation>为本辖区开启一轮：常态、动态或集中排查。</translation>
    </message>
    <message>
        <source>The village or the township opens rounds; sync to receive it.</source>
        <translation>轮次由村或乡镇开启，同步后即可看到。</translation>
    </message>
    <message>
        <source>No round is running</source>
        <translation>目前没有正在进行的排查轮次</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Name, pinyin, phone tail, address or number</source>
        <translation>姓名、拼音、尾号、住址、编号</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>没有找到“{text}”</translation>
    </message>
</context>
<context>
    <name>SectionCard</name>
    <message>
        <source>Add some words</source>
        <translation>补充文字</translation>
    </message>
    <message>
        <source>Write here</source>
        <translation>在这里填写</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>Server of the county</source>
        <translation>县平台服务器</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Save the address</source>
        <translation>保存地址</translation>
    </message>
    <message>
        <source>No county joined</source>
        <translation>未加入县平台</translation>
    </message>
    <message>
        <source>Join a county</source>
        <translation>加入县平台</translation>
    </message>
</context>
<context>
    <name>SetUpView</name>
    <message>
        <source>Set up here, without a server</source>
        <translation>单机使用，不连服务器</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县（市、区）</translation>
    </message>
    <message>
        <source>Type a part of its name.</source>
        <translation>输入名称中的几个字。</translation>
    </message>
    <message>
        <source>Unit you work for</source>
        <translation>所在单位</translation>
    </message>
    <message>
        <source>The county itself, a township or a village.</source>
        <translation>县本级、乡镇（街道）或村（社区）。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>Setting up…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Choose a county.</source>
        <translation>请选择县（市、区）。</translation>
    </message>
    <message>
        <source>Choose a unit.</source>
        <translation>请选择所在单位。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Every last day is right already.</source>
        <translation>办理期限都已正确，无需重算。</translation>
    </message>
    <message>
        <source>Kept: {title}</source>
        <translation>已保存：{title}</translation>
    </message>
    <message>
        <source>{count} templates written to {path}</source>
        <translation>{count} 个模板已写入 {path}</translation>
    </message>
    <message>
        <source>The password has been changed.</source>
        <translation>密码已修改。</translation>
    </message>
    <message>
        <source>The server address has been changed.</source>
        <translation>服务器地址已修改。</translation>
    </message>
</context>
<context>
    <name>SettledCard</name>
    <message>
        <source>Decided before</source>
        <translation>以前定下的</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>定为</translation>
    </message>
    <message>
        <source>By</source>
        <translation>由谁</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Show {count}</source>
        <translation>查看 {count} 条</translation>
    </message>
    <message>
        <source>Fold away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>another value</source>
        <translation>另填的值</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Decided</source>
        <translation>已定</translation>
    </message>
    <message>
        <source>It is sent again with the next exchange</source>
        <translation>下次同步时重报</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
</context>
<context>
    <name>SheetPanel</name>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Previous household</source>
        <translation>上一户</translation>
    </message>
    <message>
        <source>Next household</source>
        <translation>下一户</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>Members of the household</source>
        <translation>家庭成员</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Grid of the list</source>
        <translation>这一列的网格</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>The grid leader of the village decides this.</source>
        <translation>这一条由村（社区）网格长来定。</translation>
    </message>
    <message>
        <source>This program does not know it, or it is gone. It stays as it is.</source>
        <translation>本程序不认识这一项，或者已经没有了，只能照现在的保留。</translation>
    </message>
    <message>
        <source>That unit is not on this laptop; the township can decide it.</source>
        <translation>那个网格不在本机范围内，请乡镇来定。</translation>
    </message>
    <message>
        <source>The case has moved on. To change it, open the case and take the next step.</source>
        <translation>案件已经往前走了。要改的话，请打开案件办下一步。</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Wrong password. Try again in {seconds} s.</source>
        <translation>密码不对，请等 {seconds} 秒再试。</translation>
    </message>
    <message>
        <source>Wrong password. Try again.</source>
        <translation>密码不对，请再试一次。</translation>
    </message>
    <message>
        <source>Nobody can open this data without the password. Ask the township for a new one-time code, then choose “Add a person” and join again: what was sent comes back, what was not sent is lost.</source>
        <translation>没有密码，谁也打不开这份数据。请乡镇再给一个一次性加入码，点“添加人员”重新加入：已上报的会取回，没上报的找不回。</translation>
    </message>
    <message>
        <source>Person without a readable name</source>
        <translation>姓名无法读取</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Password forgotten?</source>
        <translation>忘了密码？</translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation>请选择姓名登录</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
</context>
<context>
    <name>SlideShow</name>
    <message>
        <source>A stops the slides</source>
        <translation>A 停止播放</translation>
    </message>
    <message>
        <source>A lets the slides run</source>
        <translation>A 自动播放</translation>
    </message>
    <message>
        <source>← → turn the page · {runs} · Esc ends</source>
        <translation>← → 翻页 · {runs} · Esc 结束</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>Grid work</source>
        <translation>网格工作</translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message>
        <source>State of the line</source>
        <translation>线路状态</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县（市、区）</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Last exchange</source>
        <translation>最近同步</translation>
    </message>
    <message>
        <source>Next exchange</source>
        <translation>下次同步</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未上报</translation>
    </message>
    <message>
        <source>Not taken by the county</source>
        <translation>县里没有收下</translation>
    </message>
    <message>
        <source>For you to decide</source>
        <translation>待您定</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>USB stick</source>
        <translation>U盘</translation>
    </message>
    <message>
        <source>Exchanging by USB stick</source>
        <translation>正在用U盘交换</translation>
    </message>
    <message>
        <source>Write to the stick</source>
        <translation>导出到U盘</translation>
    </message>
    <message>
        <source>Take in from the stick</source>
        <translation>读入U盘文件</translation>
    </message>
    <message>
        <source>Without a line: carry the encrypted file to the township and back.</source>
        <translation>没有网络时：导出加密文件带到乡镇，再把回复读进来。</translation>
    </message>
    <message>
        <source>Photos and scans wait for a line; a stick carries text alone.</source>
        <translation>照片和扫描件不随 U 盘走，等有网络时再传。</translation>
    </message>
    <message>
        <source>Stopped. What was taken in stays; do it again to go on.</source>
        <translation>已停下。已读入的内容都在，再做一次会接着来。</translation>
    </message>
    <message>
        <source>Answers of the county (*.gridapp-in);;All files (*)</source>
        <translation>县里的回复 (*.gridapp-in);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Written: {changes} changes, {size} KB, to {path}. Carry it to the county.</source>
        <translation>已导出 {changes} 条改动，{size} KB：{path}。请带给县里。</translation>
    </message>
    <message>
        <source>Taken in: {pushed} confirmed, {pulled} received.</source>
        <translation>读入完成：确认上报 {pushed} 条，收到 {pulled} 条。</translation>
    </message>
</context>
<context>
    <name>SyncCard</name>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Open sync</source>
        <translation>去同步</translation>
    </message>
    <message>
        <source>{count} changes wait to be sent.</source>
        <translation>{count} 条待上报。</translation>
    </message>
    <message>
        <source>Everything has been sent.</source>
        <translation>已全部上报。</translation>
    </message>
    <message>
        <source>{count} not taken by the county</source>
        <translation>{count} 条县里没有收下</translation>
    </message>
    <message>
        <source>{count} need your decision</source>
        <translation>{count} 条待您定</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Decide: keep, take the other, another value</source>
        <translation>定下：保留、换用、另填</translation>
    </message>
    <message>
        <source>Show the numbers of people</source>
        <translation>显示号码（记入日志）</translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Write to the stick</source>
        <translation>导出到U盘</translation>
    </message>
    <message>
        <source>Take in from the stick</source>
        <translation>读入U盘文件</translation>
    </message>
    <message>
        <source>Next try at {time}.</source>
        <translation>下次 {time} 再试。</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Synced: {pushed} sent, {pulled} received.</source>
        <translation>同步完成：上报 {pushed} 条，接收 {pulled} 条。</translation>
    </message>
</context>
<context>
    <name>TaskList</name>
    <message>
        <source>To do</source>
        <translation>要办的事</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>没有到期的事</translation>
    </message>
    <message>
        <source>No limit, task, feedback, reception or round asks for anything this week.</source>
        <translation>本周没有到期的时限、任务、反馈、接访和排查。</translation>
    </message>
    <message>
        <source>by urgency · {count}</source>
        <translation>按紧急程度排列 · {count}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>Late · {count}</source>
        <translation>已超期 · {count}</translation>
    </message>
    <message>
        <source>Within a week · {count}</source>
        <translation>一周内到期 · {count}</translation>
    </message>
    <message>
        <source>Waiting · {count}</source>
        <translation>待处理 · {count}</translation>
    </message>
</context>
<context>
    <name>TemplatesCard</name>
    <message>
        <source>Templates of documents</source>
        <translation>文书模板</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Write them out to change</source>
        <translation>导出自带模板来修改</translation>
    </message>
    <message>
        <source>Use the shipped ones</source>
        <translation>用自带模板</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>The shipped templates are used.</source>
        <translation>现在用的是自带模板。</translation>
    </message>
    <message>
        <source>{own} of your own, {faults} faults</source>
        <translation>本县模板 {own} 个，{faults} 处问题</translation>
    </message>
    <message>
        <source>{own} of your own, all in order</source>
        <translation>本县模板 {own} 个，都正常</translation>
    </message>
    <message>
        <source>Folder of your own templates</source>
        <translation>本县模板所在的文件夹</translation>
    </message>
    <message>
        <source>Where to write the templates</source>
        <translation>模板导出到哪里</translation>
    </message>
</context>
<context>
    <name>ThirdValue</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Save this value</source>
        <translation>就用这个</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>{count} older entries</source>
        <translation>更早的 {count} 条</translation>
    </message>
    <message>
        <source>written down on {day}</source>
        <translation>{day} 补记</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Up / Down</source>
        <translation>↑ / ↓</translation>
    </message>
    <message>
        <source>From line to line</source>
        <translation>逐条移动</translation>
    </message>
    <message>
        <source>Open its place</source>
        <translation>打开对应页面</translation>
    </message>
    <message>
        <source>{count} late</source>
        <translation>{count} 项超期</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 项待处理</translation>
    </message>
    <message>
        <source>Today, {month}-{day}, {weekday}</source>
        <translation>今天 {month} 月 {day} 日 {weekday}</translation>
    </message>
    <message>
        <source>{count} due within a week</source>
        <translation>{count} 项一周内到期</translation>
    </message>
    <message>
        <source>{count} households to visit</source>
        <translation>还有 {count} 户未走访</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
</context>
<context>
    <name>TwoLists</name>
    <message>
        <source>Households on the left</source>
        <translation>左边的住户</translation>
    </message>
    <message>
        <source>On the right</source>
        <translation>右边的住户</translation>
    </message>
    <message>
        <source>{name} (new)</source>
        <translation>{name}（新）</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>移到右边</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>移到左边</translation>
    </message>
    <message>
        <source>In no micro-grid</source>
        <translation>未入微网格</translation>
    </message>
    <message>
        <source>A new micro-grid</source>
        <translation>新建微网格</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>Choose a unit</source>
        <translation>请选择单位</translation>
    </message>
</context>
<context>
    <name>UnitPanel</name>
    <message>
        <source>Leaders</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Agents and mediators</source>
        <translation>代办员与调解员</translation>
    </message>
    <message>
        <source>Form micro-grids</source>
        <translation>组成微网格</translation>
    </message>
    <message>
        <source>Regroup households</source>
        <translation>调整住户</translation>
    </message>
    <message>
        <source>Add a dedicated grid</source>
        <translation>新增专属网格</translation>
    </message>
    <message>
        <source>Board and roster</source>
        <translation>公示牌和花名册</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>{households} households, {people} people</source>
        <translation>{households} 户，{people} 人</translation>
    </message>
    <message>
        <source>{households} households</source>
        <translation>{households} 户</translation>
    </message>
    <message>
        <source>Contact: {contact}</source>
        <translation>联系人：{contact}</translation>
    </message>
    <message>
        <source>{count} units below</source>
        <translation>下辖 {count} 个网格</translation>
    </message>
    <message>
        <source>Leader: vacant</source>
        <translation>网格长空缺</translation>
    </message>
    <message>
        <source>Leader: {name}</source>
        <translation>负责人：{name}</translation>
    </message>
    <message>
        <source>{count} households in no micro-grid</source>
        <translation>{count} 户未入微网格</translation>
    </message>
    <message>
        <source>Nothing below this unit yet</source>
        <translation>这个单位下面还没有内容</translation>
    </message>
    <message>
        <source>A dedicated grid holds no households</source>
        <translation>专属网格不含住户</translation>
    </message>
    <message>
        <source>No micro-grids yet</source>
        <translation>还没有微网格</translation>
    </message>
    <message>
        <source>Form them from the households of the village.</source>
        <translation>请用本村住户组成微网格。</translation>
    </message>
    <message>
        <source>Import the village's roster; its micro-grids are formed on the way.</source>
        <translation>请导入本村花名册，同时组成微网格。</translation>
    </message>
    <message>
        <source>No micro-grids in this large grid yet</source>
        <translation>这个大网格还没有微网格</translation>
    </message>
    <message>
        <source>No households in this micro-grid</source>
        <translation>这个微网格还没有住户</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待上报</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Everything has been sent</source>
        <translation>全部已上报</translation>
    </message>
</context>
<context>
    <name>WalkList</name>
    <message>
        <source>never visited</source>
        <translation>未走访</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>{days}天前</translation>
    </message>
</context>
<context>
    <name>Walker</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可以撤销的操作。</translation>
    </message>
    <message>
        <source>Taken back: {outcome}</source>
        <translation>已退回，取消“{outcome}”</translation>
    </message>
    <message>
        <source>{name} recorded: {outcome}</source>
        <translation>{name} 已记“{outcome}”</translation>
    </message>
    <message>
        <source>The households stand in this order already.</source>
        <translation>已经是这个顺序了。</translation>
    </message>
    <message>
        <source>Walking order changed</source>
        <translation>调整走访顺序</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>还剩 {days} 天</translation>
    </message>
    <message>
        <source>ended {days} days ago</source>
        <translation>{days} 天前结束</translation>
    </message>
</context>
<context>
    <name>WaysView</name>
    <message>
        <source>How do you want to begin?</source>
        <translation>请选择开始方式</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Join a county</source>
        <translation>加入县平台</translation>
    </message>
    <message>
        <source>With the server address and the one-time code from your township.</source>
        <translation>填写服务器地址和乡镇给的一次性加入码。</translation>
    </message>
    <message>
        <source>Set up here, without a server</source>
        <translation>单机使用，不连服务器</translation>
    </message>
    <message>
        <source>Choose your county, township or village; a server can be joined later.</source>
        <translation>选择所在的县、乡镇或村；以后可以再加入县平台。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>先试一试</translation>
    </message>
    <message>
        <source>An invented county with households, rounds and cases. Nothing is sent.</source>
        <translation>演示数据：虚构的住户、排查和纠纷，不会上报。</translation>
    </message>
</context>
<context>
    <name>WorkPanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>_Reminder</name>
    <message>
        <source>Reminder</source>
        <translation>提醒文字</translation>
    </message>
</context>
<context>
    <name>acts</name>
    <message>
        <source>Enter an agreement</source>
        <translation>达成协议</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Main facts and who is answerable</source>
        <translation>主要事实、争议和责任</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>协议内容</translation>
    </message>
    <message>
        <source>How it is performed</source>
        <translation>履行方式</translation>
    </message>
    <message>
        <source>Sum in yuan, if any</source>
        <translation>金额（元，没有不填）</translation>
    </message>
    <message>
        <source>Performed until</source>
        <translation>履行期限</translation>
    </message>
    <message>
        <source>Starts the 30 days in which a court may be asked to confirm it (Mediation Law, articles 28, 29, 33). Of an oral agreement the terms are recorded.</source>
        <translation>自此起30日内双方可共同申请司法确认（《人民调解法》第二十八条、第二十九条、第三十三条）。口头协议只登记协议内容。</translation>
    </message>
    <message>
        <source>Agreed on</source>
        <translation>达成日期</translation>
    </message>
    <message>
        <source>Instalments, if it is not paid at once</source>
        <translation>分期（一次付清的不填）</translation>
    </message>
    <message>
        <source>Add an instalment</source>
        <translation>加一期</translation>
    </message>
    <message>
        <source>Mediator</source>
        <translation>调解员</translation>
    </message>
    <message>
        <source>Yuan</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>付款人</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Both parties together, until {day} (Mediation Law, article 33).</source>
        <translation>双方共同申请，最迟 {day}（《人民调解法》第三十三条）。</translation>
    </message>
    <message>
        <source>Court asked to confirm</source>
        <translation>申请司法确认</translation>
    </message>
    <message>
        <source>Which court</source>
        <translation>哪个法院</translation>
    </message>
    <message>
        <source>Number of the decision</source>
        <translation>裁定书文号</translation>
    </message>
    <message>
        <source>Confirmed by the court</source>
        <translation>法院已确认</translation>
    </message>
    <message>
        <source>It was kept</source>
        <translation>已履行</translation>
    </message>
    <message>
        <source>How it was performed</source>
        <translation>怎么履行的</translation>
    </message>
    <message>
        <source>It was broken</source>
        <translation>未履行</translation>
    </message>
    <message>
        <source>What was not performed</source>
        <translation>哪些没履行</translation>
    </message>
    <message>
        <source>Whoever mediated sees that it is kept (Mediation Law, article 31).</source>
        <translation>调解组织督促履行（《人民调解法》第三十一条）。</translation>
    </message>
    <message>
        <source>What is still owed, anew</source>
        <translation>余款重新分期</translation>
    </message>
    <message>
        <source>Other instalments</source>
        <translation>改分期</translation>
    </message>
    <message>
        <source>Hand it to a higher level</source>
        <translation>提级</translation>
    </message>
    <message>
        <source>To which level</source>
        <translation>提到哪一级</translation>
    </message>
    <message>
        <source>Agent there, if known</source>
        <translation>那一级的代办员（知道就填）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>A leader takes it on</source>
        <translation>领导包案</translation>
    </message>
    <message>
        <source>Who has as many as they should may still take it.</source>
        <translation>已满额的也可以选，只作提醒。</translation>
    </message>
    <message>
        <source>Case leader</source>
        <translation>包案领导</translation>
    </message>
    <message>
        <source>Settled until</source>
        <translation>化解期限</translation>
    </message>
    <message>
        <source>Handed to the mediator.</source>
        <translation>已交调解员办理。</translation>
    </message>
    <message>
        <source>What they are asked to do</source>
        <translation>请调解员办什么</translation>
    </message>
    <message>
        <source>Hand it to a mediator</source>
        <translation>交调解员</translation>
    </message>
    <message>
        <source>Only the handlers named here see the case from now on: nobody else finds it in lists, search, exports or sync, and never the accused.</source>
        <translation>设为密件后只有这里写明的办理人看得到：列表、搜索、导出、同步里别人都看不到，被反映人更不能看到。</translation>
    </message>
    <message>
        <source>Of the unit where it arose, or one above it. Others get nothing, even when they are named.</source>
        <translation>只能指定案件发生地的单位，或者它的上级。别的单位的人写了名字也看不到。</translation>
    </message>
    <message>
        <source>Add a handler</source>
        <translation>加一人</translation>
    </message>
    <message>
        <source>Who may see it</source>
        <translation>可见人员</translation>
    </message>
    <message>
        <source>Seal the case</source>
        <translation>设为密件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Open the sealed case</source>
        <translation>解除密件</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>At most {count} representatives speak for a group ({article}).</source>
        <translation>群体事项代表最多 {count} 人（{article}）。</translation>
    </message>
    <message>
        <source>Change the parties</source>
        <translation>修改当事人</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>speaks for others</source>
        <translation>代表其他人</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>哪一方</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>People and sums</source>
        <translation>人数与金额</translation>
    </message>
    <message>
        <source>People involved</source>
        <translation>涉及人数</translation>
    </message>
    <message>
        <source>Claimed, in yuan</source>
        <translation>诉求金额（元）</translation>
    </message>
    <message>
        <source>Agreed, in yuan</source>
        <translation>协议金额（元）</translation>
    </message>
    <message>
        <source>Paid, in yuan</source>
        <translation>已付金额（元）</translation>
    </message>
    <message>
        <source>It joins matters, not people. Empty: it repeats none.</source>
        <translation>关联的是事，不是人。留空表示不关联。</translation>
    </message>
    <message>
        <source>Number of the earlier matter</source>
        <translation>以前那件的编号</translation>
    </message>
    <message>
        <source>It repeats an earlier matter</source>
        <translation>关联以前的纠纷</translation>
    </message>
    <message>
        <source>Feedback: {stage}</source>
        <translation>{stage}反馈</translation>
    </message>
    <message>
        <source>What the resident was told</source>
        <translation>告诉群众什么</translation>
    </message>
    <message>
        <source>Rule: {source}.</source>
        <translation>依据：{source}。</translation>
    </message>
    <message>
        <source>Stops: {clocks}.</source>
        <translation>停止计时：{clocks}。</translation>
    </message>
    <message>
        <source>Starts: {clocks}.</source>
        <translation>开始计时：{clocks}。</translation>
    </message>
    <message>
        <source>The time limit runs on: {day}.</source>
        <translation>办理期限照常计算，至 {day}。</translation>
    </message>
    <message>
        <source>{clock} {days} working days</source>
        <translation>{clock} {days} 个工作日</translation>
    </message>
    <message>
        <source>{clock} {days} days</source>
        <translation>{clock} {days} 日</translation>
    </message>
    <message>
        <source>What was done, in a few words</source>
        <translation>办理情况</translation>
    </message>
    <message>
        <source>Why, as the person is told</source>
        <translation>理由（告知当事人）</translation>
    </message>
    <message>
        <source>Accept the case</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>What the person is told</source>
        <translation>告知内容</translation>
    </message>
    <message>
        <source>Accepted; the parties have been told.</source>
        <translation>已受理，已告知当事人。</translation>
    </message>
    <message>
        <source>Do not accept it</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Divert it to a legal channel</source>
        <translation>转法定途径</translation>
    </message>
    <message>
        <source>Refer it to a unit</source>
        <translation>转送交办</translation>
    </message>
    <message>
        <source>What the unit is asked to do</source>
        <translation>请单位办什么</translation>
    </message>
    <message>
        <source>Return it, wrongly referred</source>
        <translation>退回（不属本单位）</translation>
    </message>
    <message>
        <source>Why it does not belong here</source>
        <translation>为什么不属本单位</translation>
    </message>
    <message>
        <source>To which unit</source>
        <translation>哪个单位</translation>
    </message>
    <message>
        <source>New time limit</source>
        <translation>延期至</translation>
    </message>
    <message>
        <source>Note what was done</source>
        <translation>记一次办理</translation>
    </message>
    <message>
        <source>Ask for more time</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Decide on more time</source>
        <translation>审批延期</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Asked whether they want mediation</source>
        <translation>问过是否同意调解</translation>
    </message>
    <message>
        <source>Who was asked, and how</source>
        <translation>问了谁，怎么问的</translation>
    </message>
    <message>
        <source>They want it</source>
        <translation>同意调解</translation>
    </message>
    <message>
        <source>A clear refusal</source>
        <translation>明确拒绝</translation>
    </message>
    <message>
        <source>A clear refusal ends mediation; the notice names other ways.</source>
        <translation>明确拒绝的，调解终止；告知书会写明其他途径。</translation>
    </message>
    <message>
        <source>Say whether it can be mediated</source>
        <translation>评估是否适宜调解</translation>
    </message>
    <message>
        <source>Answer the person in writing</source>
        <translation>书面答复</translation>
    </message>
    <message>
        <source>What the answer says</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Conclude the case</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>How it came out, in a few words</source>
        <translation>结果怎样，几句话</translation>
    </message>
    <message>
        <source>Another person strikes it off.</source>
        <translation>办结后由另一个人销号。</translation>
    </message>
    <message>
        <source>Strike off the ledger</source>
        <translation>销号</translation>
    </message>
    <message>
        <source>The papers that show it</source>
        <translation>依据的材料</translation>
    </message>
    <message>
        <source>You confirm that the case is really settled.</source>
        <translation>您确认这件事确实了结。</translation>
    </message>
    <message>
        <source>Reopen the case</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Why it comes back</source>
        <translation>为什么重启</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Whom you asked, and what they said</source>
        <translation>访了谁，怎么说</translation>
    </message>
    <message>
        <source>What the resident said</source>
        <translation>群众怎么说</translation>
    </message>
    <message>
        <source>The matter is settled</source>
        <translation>事情已了结</translation>
    </message>
    <message>
        <source>The people are reconciled</source>
        <translation>双方已和好</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>办结方式</translation>
    </message>
    <message>
        <source>The matter</source>
        <translation>案结</translation>
    </message>
    <message>
        <source>The people</source>
        <translation>心结</translation>
    </message>
    <message>
        <source>The answer is upheld</source>
        <translation>维持</translation>
    </message>
    <message>
        <source>To be handled anew</source>
        <translation>撤销，重新办理</translation>
    </message>
    <message>
        <source>The reasons of the decision</source>
        <translation>意见和理由</translation>
    </message>
    <message>
        <source>What the person asks for, and why</source>
        <translation>请求和理由</translation>
    </message>
    <message>
        <source>The person asks for a review</source>
        <translation>申请复查</translation>
    </message>
    <message>
        <source>The person asks for a re-review</source>
        <translation>申请复核</translation>
    </message>
    <message>
        <source>Decide the review</source>
        <translation>作出复查意见</translation>
    </message>
    <message>
        <source>Decide the re-review</source>
        <translation>作出复核意见</translation>
    </message>
    <message>
        <source>Who is asked signs for it and answers; the case's clocks run on.</source>
        <translation>对方签到后答复；本案期限照常计算。</translation>
    </message>
    <message>
        <source>A plan is of the case only.</source>
        <translation>一案一策：只针对本案，不针对人。</translation>
    </message>
    <message>
        <source>Whistle for a department</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>Add a co-handler</source>
        <translation>加协办</translation>
    </message>
    <message>
        <source>Add a step to the plan</source>
        <translation>加一条措施</translation>
    </message>
    <message>
        <source>Enter a leader's instruction</source>
        <translation>录入领导批示</translation>
    </message>
    <message>
        <source>Which leader</source>
        <translation>哪位领导</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要办什么</translation>
    </message>
    <message>
        <source>Which unit</source>
        <translation>哪个单位</translation>
    </message>
    <message>
        <source>Department or person</source>
        <translation>部门或人员</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Why the case is stuck</source>
        <translation>症结在哪里</translation>
    </message>
    <message>
        <source>Measures in their order</source>
        <translation>措施（按先后）</translation>
    </message>
    <message>
        <source>Add a measure</source>
        <translation>加一条</translation>
    </message>
    <message>
        <source>Make a case plan</source>
        <translation>制定方案（一案一策）</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>{open}/{quota} open</source>
        <translation>在办 {open}/{quota}</translation>
    </message>
    <message>
        <source>{open} open</source>
        <translation>在办 {open}</translation>
    </message>
    <message>
        <source>Letter number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Reply until</source>
        <translation>回复期限</translation>
    </message>
    <message>
        <source>Order of the plan</source>
        <translation>方案步骤次序</translation>
    </message>
    <message>
        <source>Two laptops gave the number {number} to two letters; this one was written later.</source>
        <translation>两台电脑给两份函编了同一个号 {number}，这一份写得较晚。</translation>
    </message>
    <message>
        <source>Another number</source>
        <translation>换一个函号</translation>
    </message>
    <message>
        <source>Sign for it</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>How it was paid</source>
        <translation>怎么付的</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>What was done about it</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>还缺什么</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Why it is withdrawn</source>
        <translation>撤回理由</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Leave it empty while there is none.</source>
        <translation>暂时没有的可以不填。</translation>
    </message>
    <message>
        <source>Number of the notice</source>
        <translation>告知书文号</translation>
    </message>
    <message>
        <source>Number of the receipt, or who signed it</source>
        <translation>回执编号或签收人</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>签收日期</translation>
    </message>
    <message>
        <source>Another legal channel, named below</source>
        <translation>其他法定途径（在下方写明）</translation>
    </message>
    <message>
        <source>To which legal channel</source>
        <translation>引导的法定途径</translation>
    </message>
</context>
<context>
    <name>cards</name>
    <message>
        <source>Leader: vacant</source>
        <translation>网格长空缺</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…… 还有 {count} 户</translation>
    </message>
    <message>
        <source>{count} p.</source>
        <translation>{count} 人</translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>{count} households in no micro-grid</source>
        <translation>{count} 户未入微网格</translation>
    </message>
    <message>
        <source>{count} entered in two grids</source>
        <translation>{count} 条在两个网格</translation>
    </message>
    <message>
        <source>{count} micro-grids without a leader</source>
        <translation>{count} 个微网格无网格长</translation>
    </message>
    <message>
        <source>{count} outside {low}–{high} households</source>
        <translation>{count} 个不在 {low}–{high} 户</translation>
    </message>
    <message>
        <source>What to put in order</source>
        <translation>需要处理的</translation>
    </message>
    <message>
        <source>In no micro-grid</source>
        <translation>未入微网格</translation>
    </message>
    <message>
        <source>In two grids</source>
        <translation>在两个网格</translation>
    </message>
    <message>
        <source>Without a leader</source>
        <translation>无网格长</translation>
    </message>
    <message>
        <source>Outside the band</source>
        <translation>户数不合适</translation>
    </message>
</context>
<context>
    <name>clock</name>
    <message>
        <source>{days} days overdue</source>
        <translation>超期 {days} 天</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>{days} days to go</source>
        <translation>还剩 {days} 天</translation>
    </message>
    <message>
        <source>registration, not accepted formally</source>
        <translation>登记（未另作受理）</translation>
    </message>
    <message>
        <source>{days} working days from {first} ({step}), {skipped}until {last}</source>
        <translation>从 {first} {step}起 {days} 个工作日，{skipped}至 {last}</translation>
    </message>
    <message>
        <source>{days} days from {first} ({step}), until {last}</source>
        <translation>从 {first} {step}起 {days} 日，至 {last}</translation>
    </message>
    <message>
        <source>, extended until {day}</source>
        <translation>，延期至 {day}</translation>
    </message>
    <message>
        <source>; estimated with Monday to Friday</source>
        <translation>（部分年份日历未公布，按周一至周五估算）</translation>
    </message>
    <message>
        <source>weekends</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>without {days}, </source>
        <translation>除去{days}，</translation>
    </message>
</context>
<context>
    <name>duplicates</name>
    <message>
        <source>One entry</source>
        <translation>记录一</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>记录二</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Stays in</source>
        <translation>留在哪户</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Citizen number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>{text} (differs where it is covered)</source>
        <translation>{text}（遮住的部分不同）</translation>
    </message>
    <message>
        <source>The same citizen number.</source>
        <translation>身份证号相同。</translation>
    </message>
    <message>
        <source>The same name and birthday.</source>
        <translation>姓名和出生日期相同。</translation>
    </message>
    <message>
        <source>Names that sound alike, with the same birthday, phone or address.</source>
        <translation>姓名读音相近，且出生日期、电话或地址相同。</translation>
    </message>
    <message>
        <source>The key of a line takes the value of the other side.</source>
        <translation>按每行左边的数字键，改取另一边的值。</translation>
    </message>
</context>
<context>
    <name>duties</name>
    <message>
        <source>Agent</source>
        <translation>代办员</translation>
    </message>
    <message>
        <source>Mediator</source>
        <translation>调解员</translation>
    </message>
    <message>
        <source>Case leader</source>
        <translation>包案领导</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>Sees a resident's matter through for them.</source>
        <translation>替群众把事情办到底。</translation>
    </message>
    <message>
        <source>Mediates cases; suggested by skill and load.</source>
        <translation>主持调解；按擅长和在办件数推荐。</translation>
    </message>
    <message>
        <source>A leader who answers for single cases.</source>
        <translation>对具体案件负责的领导。</translation>
    </message>
    <message>
        <source>Empty: no limit. A full load warns, it never stops.</source>
        <translation>不填为不限；满额只提醒，不阻止。</translation>
    </message>
    <message>
        <source>For example: family, neighbours, land</source>
        <translation>例如：婚姻家庭、邻里、山林土地</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份类别</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>任职日期</translation>
    </message>
    <message>
        <source>Cases at a time</source>
        <translation>同时办理件数</translation>
    </message>
    <message>
        <source>Good at</source>
        <translation>擅长</translation>
    </message>
    <message>
        <source>Last day of {name}</source>
        <translation>{name}任职的最后一天</translation>
    </message>
    <message>
        <source>End the duty</source>
        <translation>结束任职</translation>
    </message>
</context>
<context>
    <name>entries</name>
    <message>
        <source>To: {unit}</source>
        <translation>转给：{unit}</translation>
    </message>
    <message>
        <source>notice {notice}</source>
        <translation>告知书 {notice}</translation>
    </message>
    <message>
        <source>receipt {receipt}, {receipt_on}</source>
        <translation>回执 {receipt}（{receipt_on}）</translation>
    </message>
    <message>
        <source>Now handled by: {level}</source>
        <translation>现由{level}办理</translation>
    </message>
    <message>
        <source>agent {name}</source>
        <translation>代办员{name}</translation>
    </message>
    <message>
        <source>Until: {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>The agreement is kept</source>
        <translation>协议已履行</translation>
    </message>
    <message>
        <source>The agreement is broken</source>
        <translation>协议未履行</translation>
    </message>
    <message>
        <source>The answer is upheld</source>
        <translation>维持</translation>
    </message>
    <message>
        <source>To be handled anew</source>
        <translation>撤销，重新办理</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>Who is answerable</source>
        <translation>承办与责任</translation>
    </message>
    <message>
        <source>{name}, until {day}</source>
        <translation>{name}，至 {day}</translation>
    </message>
    <message>
        <source>Handled at</source>
        <translation>办理层级</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代办员</translation>
    </message>
    <message>
        <source>Case leader</source>
        <translation>包案领导</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>First receiver</source>
        <translation>首接人</translation>
    </message>
    <message>
        <source>Sealed for</source>
        <translation>可见人员</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>规模</translation>
    </message>
    <message>
        <source>Involved</source>
        <translation>涉及人数</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>诉求金额</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>协议金额</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Mediation</source>
        <translation>调解</translation>
    </message>
    <message>
        <source>representative</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Related matters</source>
        <translation>关联纠纷</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>以前反映</translation>
    </message>
    <message>
        <source>repeated by</source>
        <translation>再次反映</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Grid unit</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>任职</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>家庭成员</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>排查轮次</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>走访</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>纠纷</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Entry of the case</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>定为</translation>
    </message>
    <message>
        <source>Name of the unit</source>
        <translation>网格名称</translation>
    </message>
    <message>
        <source>Name of the round</source>
        <translation>轮次名称</translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>户号</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Micro-grid</source>
        <translation>微网格</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>(not on this laptop)</source>
        <translation>（本机看不到）</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Citizen number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Born on</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Residence</source>
        <translation>居住情况</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>任职人</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份类别</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>任职日期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>哪一方</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>走访人</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>走访结果</translation>
    </message>
    <message>
        <source>Visited on</source>
        <translation>走访日期</translation>
    </message>
    <message>
        <source>Recorded at</source>
        <translation>记录时间</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Place in order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>Villagers' group</source>
        <translation>村民组</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Walking order</source>
        <translation>走访顺序</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Area code</source>
        <translation>区划代码</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>发起人</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>简要情况</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>规模</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>办结方式</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>Concluded on</source>
        <translation>办结日期</translation>
    </message>
    <message>
        <source>Struck off on</source>
        <translation>销号日期</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Registered by</source>
        <translation>登记人</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Decided at</source>
        <translation>定下时间</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>由谁定下</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Leader who took it on</source>
        <translation>包案领导</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>设为密件</translation>
    </message>
    <message>
        <source>Who may see it</source>
        <translation>可见人员</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Amount claimed</source>
        <translation>请求金额</translation>
    </message>
    <message>
        <source>Amount agreed</source>
        <translation>约定金额</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>已付金额</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>协议内容</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>会议纪要</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>发生日期</translation>
    </message>
</context>
<context>
    <name>found</name>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>citizen number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>party</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>unit name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>life_acts</name>
    <message>
        <source>Moves in</source>
        <translation>迁入</translation>
    </message>
    <message>
        <source>Is born</source>
        <translation>出生</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Relation to the head</source>
        <translation>与户主关系</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Citizen number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Sex, if the number does not tell</source>
        <translation>性别（号码已写明的可不选）</translation>
    </message>
    <message>
        <source>Who leaves? All of them: the whole household</source>
        <translation>谁迁出？全部勾选即整户迁出</translation>
    </message>
    <message>
        <source>Moves out</source>
        <translation>迁出</translation>
    </message>
    <message>
        <source>Who has died?</source>
        <translation>谁去世了？</translation>
    </message>
    <message>
        <source>Has died</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>Who is back?</source>
        <translation>谁回来了？</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>迁回</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>分户</translation>
    </message>
    <message>
        <source>Who becomes a household of their own?</source>
        <translation>谁分出去另立一户？</translation>
    </message>
    <message>
        <source>Who leads it?</source>
        <translation>新户的户主</translation>
    </message>
    <message>
        <source>Its address</source>
        <translation>新户住址</translation>
    </message>
    <message>
        <source>Which household comes to this one?</source>
        <translation>哪一户并入本户？</translation>
    </message>
    <message>
        <source>What is its head to the head here?</source>
        <translation>那户户主是本户户主的什么人</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>并户</translation>
    </message>
    <message>
        <source>Who comes from another household?</source>
        <translation>从他户转入的是谁？</translation>
    </message>
    <message>
        <source>Comes from another household</source>
        <translation>他户转入</translation>
    </message>
    <message>
        <source>Who leads the household from now on?</source>
        <translation>新户主是谁？</translation>
    </message>
    <message>
        <source>Change the head</source>
        <translation>更换户主</translation>
    </message>
    <message>
        <source>to be checked</source>
        <translation>待核对</translation>
    </message>
</context>
<context>
    <name>life_events</name>
    <message>
        <source>Moved in</source>
        <translation>迁入</translation>
    </message>
    <message>
        <source>Moved out</source>
        <translation>迁出</translation>
    </message>
    <message>
        <source>Was born</source>
        <translation>出生</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>Came from another household</source>
        <translation>从他户转入</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>分户</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>并户</translation>
    </message>
    <message>
        <source>Head changed</source>
        <translation>更换户主</translation>
    </message>
    <message>
        <source>Put into another micro-grid</source>
        <translation>调整微网格</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>迁回</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>line</name>
    <message>
        <source>Clock is wrong</source>
        <translation>本机时间不准</translation>
    </message>
    <message>
        <source>{count} to settle</source>
        <translation>{count} 条需要处理</translation>
    </message>
    <message>
        <source>The clock of this laptop is {time} fast, and the days of visits and cases go by it. Set it right in the system's settings; what is written already stays as it is.</source>
        <translation>本机时间快了 {time}，排查和案件的日期都会跟着错。请在系统的“日期和时间”里改正；已经记下的不会改动。</translation>
    </message>
    <message>
        <source>The clock of this laptop is {time} slow or more, and the days of visits and cases go by it. Set it right in the system's settings; what is written already stays as it is.</source>
        <translation>本机时间至少慢了 {time}，排查和案件的日期都会跟着错。请在系统的“日期和时间”里改正；已经记下的不会改动。</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>No county joined</source>
        <translation>未加入县平台</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Synced {time}</source>
        <translation>已同步 {time}</translation>
    </message>
    <message>
        <source>The county is busy</source>
        <translation>县平台正忙</translation>
    </message>
    <message>
        <source>Not all is exchanged yet</source>
        <translation>还没有同步完</translation>
    </message>
    <message>
        <source>Sync stopped</source>
        <translation>同步已停止</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>Offline {days} days</source>
        <translation>离线 {days} 天</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>{time} 起离线</translation>
    </message>
    <message>
        <source>{state}, {count} not sent</source>
        <translation>{state}，{count} 条未上报</translation>
    </message>
</context>
<context>
    <name>meetings</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Call a meeting</source>
        <translation>召开会商</translation>
    </message>
    <message>
        <source>Call the next one</source>
        <translation>召开下一次</translation>
    </message>
    <message>
        <source>Correct the minutes</source>
        <translation>更正纪要</translation>
    </message>
    <message>
        <source>The meeting was held</source>
        <translation>登记会商纪要</translation>
    </message>
    <message>
        <source>Change the meeting</source>
        <translation>修改会商</translation>
    </message>
    <message>
        <source>Held on</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>会议纪要</translation>
    </message>
    <message>
        <source>What is said about a case is written at the case, above.</source>
        <translation>每件案件的意见写在上面的案件里。</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>取消会商</translation>
    </message>
    <message>
        <source>What was said about it</source>
        <translation>会商意见</translation>
    </message>
    <message>
        <source>It becomes an entry of the case's timeline.</source>
        <translation>将记入该案件的办理记录。</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>记录意见</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要办什么</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Decide an action</source>
        <translation>议定一件事项</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Cases that are overdue, due within a week or at a standstill are put on the agenda; sealed cases never are.</source>
        <translation>超期、一周内到期和停滞的案件自动列入议题；密件不列入。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Who presides</source>
        <translation>主持人</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>快到期</translation>
    </message>
    <message>
        <source>At a standstill</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Actions open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>会商</translation>
    </message>
    <message>
        <source>Was held</source>
        <translation>已召开</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>待召开</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>This did not work. Please tell the administrator: {code}</source>
        <translation>操作没有成功，请把代码告诉管理员：{code}</translation>
    </message>
    <message>
        <source>The county could not read the data. Update the program and sync again.</source>
        <translation>县里读不懂这批数据，请更新程序后再同步。</translation>
    </message>
    <message>
        <source>The county does not know this laptop. Join the county again.</source>
        <translation>县里不认识这台电脑，请重新加入。</translation>
    </message>
    <message>
        <source>The county could not verify this laptop. Join the county again.</source>
        <translation>县里无法核实这台电脑，请重新加入。</translation>
    </message>
    <message>
        <source>The county has no record of this laptop. Ask the township for a one-time code and join again here; everything on this laptop is kept and will be sent.</source>
        <translation>县里没有这台电脑的登记。请向乡镇领一次性加入码，在这里重新加入；本机内容都在，会重新上报。</translation>
    </message>
    <message>
        <source>The enrolment code is wrong, used or expired. Ask the township for one.</source>
        <translation>登记码有误、已用过或已过期，请向乡镇索取新码。</translation>
    </message>
    <message>
        <source>This laptop was taken out of service. What waits is still handed in, nothing new comes. Call the township.</source>
        <translation>这台电脑已停用：待上报的仍会交上去，不再收到新内容。请联系乡镇。</translation>
    </message>
    <message>
        <source>The county is missing earlier changes. Sync again, or write another file for it: they go along.</source>
        <translation>县里缺少较早的改动。请再同步一次，或再导出一个U盘文件，会一起补上。</translation>
    </message>
    <message>
        <source>This data was copied or restored. The laptop registers anew by itself at the next exchange; nothing is lost.</source>
        <translation>这份数据被拷贝或恢复过，下次同步时会自动重新登记，一条不丢。</translation>
    </message>
    <message>
        <source>A part did not arrive in order. It is sent again by itself.</source>
        <translation>有一段没有按顺序送到，会自动重发。</translation>
    </message>
    <message>
        <source>This record was erased by law; nothing may be added to it any more.</source>
        <translation>这条记录已依法删除，不能再写入。</translation>
    </message>
    <message>
        <source>The county could not take this in and has put it aside whole. Correct it and send it again, or give it up; everything else goes on.</source>
        <translation>这一条县里读不了，已原样搁置。请改正后重报或放弃，其他的照常同步。</translation>
    </message>
    <message>
        <source>This laptop cannot be sure that it speaks to the county. Set its date and time right; if they are, ask whoever looks after the network.</source>
        <translation>本机无法确认对方就是县平台。请先校准本机的日期和时间；如果没有错，请联系负责网络的人员。</translation>
    </message>
    <message>
        <source>Stopped on request. What waits is kept and goes with the next exchange.</source>
        <translation>已按要求停下。待传的内容都在，下次同步时接着传。</translation>
    </message>
    <message>
        <source>Some data differs from the county's. Exchange again; if it stays, call them.</source>
        <translation>部分数据与县里不一致。请再交换一次；仍不一致请联系县里。</translation>
    </message>
    <message>
        <source>This is no file of this program. Choose the one that the county wrote.</source>
        <translation>这不是本程序的文件，请选县里写的回复文件。</translation>
    </message>
    <message>
        <source>The file cannot be read. Put the stick in again and try once more.</source>
        <translation>文件读不出来，请重新插好U盘再试。</translation>
    </message>
    <message>
        <source>The file is damaged. Copy it to the stick once more.</source>
        <translation>文件已损坏，请重新拷贝到U盘。</translation>
    </message>
    <message>
        <source>Another version of the program wrote this file. Update and try again.</source>
        <translation>这个文件是别的程序版本写的，请更新后再试。</translation>
    </message>
    <message>
        <source>This file is for the county. Choose the answer that the county wrote.</source>
        <translation>这个文件是带给县里的，请选县里写的回复文件。</translation>
    </message>
    <message>
        <source>This file is of another county and was not used. Choose the answer of your own.</source>
        <translation>这个文件是别的县的，没有使用。请选本县交回的文件。</translation>
    </message>
    <message>
        <source>This file is for another laptop and was not used. Take it in there; if it is this one's, write another file for the county.</source>
        <translation>这个文件是给别的电脑的，没有使用。请在写出它的电脑上读入；如果就是本机写的，请重新导出一份带给县里。</translation>
    </message>
    <message>
        <source>Everything in this file is here already. It need not be read again.</source>
        <translation>这个文件里的内容本机都已经有了，不用再读。</translation>
    </message>
    <message>
        <source>Taken in; there is more to come. Write another file for the county.</source>
        <translation>已读入，还有内容没带完，请再导出一个文件带给县里。</translation>
    </message>
    <message>
        <source>Join a county first.</source>
        <translation>请先加入县平台。</translation>
    </message>
    <message>
        <source>The laptop does not have the county's keys yet. Sync over the network once.</source>
        <translation>本机还没有县里的密钥，请先联网同步一次。</translation>
    </message>
    <message>
        <source>This data was copied or restored, which a stick cannot settle. Sync over the network once; nothing is lost.</source>
        <translation>这份数据被复制或恢复过，U盘解决不了。请联网同步一次，不会丢失。</translation>
    </message>
    <message>
        <source>This is no longer on this laptop.</source>
        <translation>这一条已经不在本机上。</translation>
    </message>
    <message>
        <source>Somebody has decided this already.</source>
        <translation>这一条已经有人定了。</translation>
    </message>
    <message>
        <source>This cannot be chosen here.</source>
        <translation>这里不能这样选。</translation>
    </message>
    <message>
        <source>Enter a value.</source>
        <translation>请填写。</translation>
    </message>
    <message>
        <source>This is no value for this field.</source>
        <translation>这一项不能这样填。</translation>
    </message>
    <message>
        <source>A value is still not right.</source>
        <translation>还有一项填得不对，请再看一看。</translation>
    </message>
    <message>
        <source>This belongs to another unit. Ask that unit to make the change.</source>
        <translation>这条属于别的单位，请由该单位修改。</translation>
    </message>
    <message>
        <source>The county has a different batch of this number. Call the township.</source>
        <translation>县里已有同号的另一批数据，请联系乡镇。</translation>
    </message>
    <message>
        <source>The county needs a newer program. Go on working: everything is kept and is sent after the update.</source>
        <translation>县里要求更新程序。可以照常工作，内容都保留着，更新后再上报。</translation>
    </message>
    <message>
        <source>The county has a different change of this number. Call the township.</source>
        <translation>县里已有同号的另一条修改，请联系乡镇。</translation>
    </message>
    <message>
        <source>The county already has this record. Compare the two and keep one.</source>
        <translation>县里已有这条记录，请比对后保留一条。</translation>
    </message>
    <message>
        <source>The county does not have the record that this belongs to. Sync again.</source>
        <translation>县里还没有它所属的记录，请再同步一次。</translation>
    </message>
    <message>
        <source>The date lies in the future.</source>
        <translation>日期不能晚于今天。</translation>
    </message>
    <message>
        <source>The date lies before the round began. Press D and choose another.</source>
        <translation>日期早于本轮次开始日，请按 D 另选日期。</translation>
    </message>
    <message>
        <source>The date lies after the end of the round. Press D and choose another.</source>
        <translation>日期晚于本轮次结束日，请按 D 另选日期。</translation>
    </message>
    <message>
        <source>Give the round a name.</source>
        <translation>请填写轮次名称。</translation>
    </message>
    <message>
        <source>The last day lies before the first. Choose a later one.</source>
        <translation>结束日期早于开始日期，请另选。</translation>
    </message>
    <message>
        <source>Give the dispute a title.</source>
        <translation>请填写标题。</translation>
    </message>
    <message>
        <source>Choose a category.</source>
        <translation>请选择类别。</translation>
    </message>
    <message>
        <source>Write in a few words what was done.</source>
        <translation>请简要写明做了什么。</translation>
    </message>
    <message>
        <source>The date lies before the case was registered.</source>
        <translation>日期早于登记日期。</translation>
    </message>
    <message>
        <source>The date lies before the last step of the case.</source>
        <translation>日期早于上一步的日期。</translation>
    </message>
    <message>
        <source>The case has moved on meanwhile. Open it and choose the next step again.</source>
        <translation>案件状态已变化，请打开后重新选择下一步。</translation>
    </message>
    <message>
        <source>Choose how the case ended.</source>
        <translation>请选择办结方式。</translation>
    </message>
    <message>
        <source>Another person than the one who handled the case must strike it off.</source>
        <translation>销号须由承办人以外的人办理。</translation>
    </message>
    <message>
        <source>A matter that was not accepted, or was diverted, ends procedurally.</source>
        <translation>不予受理或已转法定途径的事项，只能程序性办结。</translation>
    </message>
    <message>
        <source>Choose the legal channel that the person is shown.</source>
        <translation>请选择引导的法定途径。</translation>
    </message>
    <message>
        <source>Choose the unit that it is referred to.</source>
        <translation>请选择转送交办的单位。</translation>
    </message>
    <message>
        <source>A unit may return a referral within 5 working days only (Regulations, article 23).</source>
        <translation>单位退回转送事项，须在收到之日起5个工作日内提出（条例第二十三条）。</translation>
    </message>
    <message>
        <source>An extension must be asked for before it is decided (article 34).</source>
        <translation>延期须先申请，再审批（条例第三十四条）。</translation>
    </message>
    <message>
        <source>The head of the unit decides on an extension, not the person who asked (article 34).</source>
        <translation>延期由本单位负责人批准，申请人不能自己批准（条例第三十四条）。</translation>
    </message>
    <message>
        <source>An extension lasts 30 days at most (article 34). Choose an earlier day.</source>
        <translation>延长期限不得超过30日（条例第三十四条），请选更早的日期。</translation>
    </message>
    <message>
        <source>A party has clearly refused mediation; it has ended (Mediation Law, article 17).</source>
        <translation>当事人已明确拒绝调解，调解已终止（人民调解法第十七条）。</translation>
    </message>
    <message>
        <source>The 30 days in which a review may be asked for have passed (articles 35, 36).</source>
        <translation>已超过30日的申请期限（条例第三十五条、第三十六条）。</translation>
    </message>
    <message>
        <source>This review has been decided; it is asked for once (articles 35, 36).</source>
        <translation>已作出决定，只能申请一次（条例第三十五条、第三十六条）。</translation>
    </message>
    <message>
        <source>A re-review follows the decision of a review (article 36).</source>
        <translation>先有复查决定，才能申请复核（条例第三十六条）。</translation>
    </message>
    <message>
        <source>Choose what the resident said.</source>
        <translation>请选择群众的评价。</translation>
    </message>
    <message>
        <source>At most 5 representatives may speak for a group (article 20).</source>
        <translation>多人共同事项，代表不得超过5人（条例第二十条）。</translation>
    </message>
    <message>
        <source>A person who is accused may not handle the case (article 30).</source>
        <translation>被检举控告的人不得办理、知悉本件（条例第三十条）。</translation>
    </message>
    <message>
        <source>Name who may see the sealed case.</source>
        <translation>请指定可以查看密件的人员。</translation>
    </message>
    <message>
        <source>The case does not lie in the area of this unit: its people would get nothing of it. Choose the unit where it arose, or one above it.</source>
        <translation>案件不在这个单位的范围内，写了名字也拿不到这个案件。请选发生地的单位或者它的上级。</translation>
    </message>
    <message>
        <source>Choose whether it can be mediated.</source>
        <translation>请选择是否适宜调解。</translation>
    </message>
    <message>
        <source>It cannot have arisen after it was registered.</source>
        <translation>发生日期不能晚于登记日期。</translation>
    </message>
    <message>
        <source>Choose a higher level than now.</source>
        <translation>请选择比现在高的一级。</translation>
    </message>
    <message>
        <source>A matter cannot repeat itself.</source>
        <translation>一件纠纷不能关联自己。</translation>
    </message>
    <message>
        <source>No case on this laptop has this number. Enter the whole number.</source>
        <translation>本机没有这个编号的纠纷，请填完整编号。</translation>
    </message>
    <message>
        <source>Give every party a name.</source>
        <translation>每位当事人都要有姓名。</translation>
    </message>
    <message>
        <source>A sum or number is wrong: not below zero, not more paid than agreed.</source>
        <translation>人数或金额不对：不能小于零，已付不能多于协议金额。</translation>
    </message>
    <message>
        <source>Who first heard of a case, its number and its day stay for life.</source>
        <translation>首接责任人、编号和登记日期一经登记不再更改。</translation>
    </message>
    <message>
        <source>Say in a few words what is to be done.</source>
        <translation>请写明要办什么。</translation>
    </message>
    <message>
        <source>Name who does it, or choose a unit.</source>
        <translation>请填写由谁办，或选择单位。</translation>
    </message>
    <message>
        <source>Give the day until which it is to be done.</source>
        <translation>请填写期限。</translation>
    </message>
    <message>
        <source>The day lies before it was asked for.</source>
        <translation>期限早于交办日期。</translation>
    </message>
    <message>
        <source>A letter needs a number.</source>
        <translation>请填写文号。</translation>
    </message>
    <message>
        <source>Another letter has this number.</source>
        <translation>这个文号已用过。</translation>
    </message>
    <message>
        <source>Instalments are entered and changed with their agreement.</source>
        <translation>分期付款随协议录入，不能单独改。</translation>
    </message>
    <message>
        <source>Write a few words.</source>
        <translation>请写几句。</translation>
    </message>
    <message>
        <source>The date lies before it was asked for.</source>
        <translation>日期早于交办日期。</translation>
    </message>
    <message>
        <source>The date lies before what was last done about it.</source>
        <translation>日期早于这项任务上一次办理的日期。</translation>
    </message>
    <message>
        <source>Nobody has to sign for this.</source>
        <translation>这一项不用签到。</translation>
    </message>
    <message>
        <source>It has been signed for already.</source>
        <translation>已经签到过了。</translation>
    </message>
    <message>
        <source>It has been answered already.</source>
        <translation>已经答复过了。</translation>
    </message>
    <message>
        <source>There is no answer yet.</source>
        <translation>还没有答复。</translation>
    </message>
    <message>
        <source>It has been withdrawn.</source>
        <translation>已经撤回了。</translation>
    </message>
    <message>
        <source>The third feedback follows the answer or the conclusion.</source>
        <translation>答复或办结之后才能作办结反馈。</translation>
    </message>
    <message>
        <source>Name the leader.</source>
        <translation>请填写领导姓名。</translation>
    </message>
    <message>
        <source>A party is missing: both sides must be named (article 29).</source>
        <translation>缺当事人：甲乙双方都要写明（第二十九条）。</translation>
    </message>
    <message>
        <source>Write the main facts and who is answerable (article 29).</source>
        <translation>请写明主要事实和责任（第二十九条）。</translation>
    </message>
    <message>
        <source>Write what was agreed (article 28).</source>
        <translation>请写明协议内容（第二十八条）。</translation>
    </message>
    <message>
        <source>Write how it is performed (article 29).</source>
        <translation>请写明履行方式（第二十九条）。</translation>
    </message>
    <message>
        <source>Write until when it is performed (article 29).</source>
        <translation>请写明履行期限（第二十九条）。</translation>
    </message>
    <message>
        <source>The day lies before the agreement.</source>
        <translation>日期早于协议日期。</translation>
    </message>
    <message>
        <source>Name the mediator.</source>
        <translation>请填写调解员。</translation>
    </message>
    <message>
        <source>This matter was found to be one that cannot be mediated.</source>
        <translation>本案已评估为不适宜调解。</translation>
    </message>
    <message>
        <source>It cannot take effect before it was made.</source>
        <translation>生效日期不能早于达成日期。</translation>
    </message>
    <message>
        <source>A sum must be more than nothing.</source>
        <translation>金额要大于零。</translation>
    </message>
    <message>
        <source>The instalments together must be the agreed sum.</source>
        <translation>各期合计要等于协议金额。</translation>
    </message>
    <message>
        <source>An instalment is due before the agreement.</source>
        <translation>分期日期早于协议日期。</translation>
    </message>
    <message>
        <source>It has not taken effect yet.</source>
        <translation>协议还没有生效。</translation>
    </message>
    <message>
        <source>The court has been asked already.</source>
        <translation>已经申请过司法确认。</translation>
    </message>
    <message>
        <source>The 30 days in which a court may be asked have passed (article 33).</source>
        <translation>已过 30 日，不能再申请司法确认（第三十三条）。</translation>
    </message>
    <message>
        <source>The court has not been asked yet.</source>
        <translation>还没有申请司法确认。</translation>
    </message>
    <message>
        <source>It has been confirmed already.</source>
        <translation>法院已经确认过了。</translation>
    </message>
    <message>
        <source>This has been noted already.</source>
        <translation>已经记过了。</translation>
    </message>
    <message>
        <source>Instalments are still unpaid.</source>
        <translation>还有分期没有付清。</translation>
    </message>
    <message>
        <source>This has been sent to the county already. Record what is right instead.</source>
        <translation>已上报县里，不能撤销；请另记正确内容。</translation>
    </message>
    <message>
        <source>This has been taken back already.</source>
        <translation>已经撤销过。</translation>
    </message>
    <message>
        <source>This was changed again since. Take the later change back first.</source>
        <translation>之后又有改动，请先撤销后面的改动。</translation>
    </message>
    <message>
        <source>This is too large to send. Make it smaller, for example the photo.</source>
        <translation>内容太大，发不出去，请缩小，例如换小一点的照片。</translation>
    </message>
    <message>
        <source>Some fields are not valid. Correct them and send again.</source>
        <translation>有的栏目不合要求，请改正后重新发送。</translation>
    </message>
    <message>
        <source>This record may not be changed. Add a new one that corrects it.</source>
        <translation>这条记录只增不改，请新增一条予以更正。</translation>
    </message>
    <message>
        <source>The county is busy. It is tried again by itself; you can go on working.</source>
        <translation>县里服务器正忙，稍后会自动重试，您可以继续工作。</translation>
    </message>
    <message>
        <source>The county has no room left. Your data is safe here; call the county.</source>
        <translation>县里服务器空间已满，您的数据在本机是安全的，请联系县里。</translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
    <message>
        <source>Enter the address of the server.</source>
        <translation>请填写服务器地址。</translation>
    </message>
    <message>
        <source>This is no address of a server. Compare it with what you were given.</source>
        <translation>服务器地址不对，请与发给您的地址核对。</translation>
    </message>
    <message>
        <source>Enter the one-time code.</source>
        <translation>请填写一次性加入码。</translation>
    </message>
    <message>
        <source>Wrong password.</source>
        <translation>密码不对。</translation>
    </message>
    <message>
        <source>The password is too short: at least 10 characters.</source>
        <translation>密码太短，至少 10 个字符。</translation>
    </message>
    <message>
        <source>The key of this person cannot be read. Call the administrator.</source>
        <translation>此人的密钥文件无法读取，请联系管理员。</translation>
    </message>
    <message>
        <source>The key of this person is missing. Call the administrator.</source>
        <translation>此人的密钥文件不见了，请联系管理员。</translation>
    </message>
    <message>
        <source>This person is already set up here. Start again.</source>
        <translation>此人已在本机设置，请重新启动程序。</translation>
    </message>
    <message>
        <source>The county cannot be reached. It is tried again by itself; go on working.</source>
        <translation>暂时连不上县平台，会自动重试，您可以继续工作。</translation>
    </message>
    <message>
        <source>Something between here and the county answers in its place (a proxy or a sign-in page). Ask whoever looks after the network.</source>
        <translation>中间有别的设备（代理或上网登录页）代替县平台应答，请找管网络的人看看。</translation>
    </message>
    <message>
        <source>An exchange is under way already.</source>
        <translation>正在同步，请稍候。</translation>
    </message>
    <message>
        <source>This installation is incomplete. Install the program again.</source>
        <translation>程序安装不完整，请重新安装。</translation>
    </message>
    <message>
        <source>A newer program has written this data. Install the update.</source>
        <translation>数据由更新版本的程序写入，请安装更新。</translation>
    </message>
    <message>
        <source>Another program is using the data. Close it and try again.</source>
        <translation>数据正被另一个程序使用，请关闭后再试。</translation>
    </message>
    <message>
        <source>The data cannot be read. Do not delete anything; call the administrator.</source>
        <translation>数据无法读取。请不要删除任何文件，并联系管理员。</translation>
    </message>
    <message>
        <source>The disk is full. Make room and try again; what was saved is safe.</source>
        <translation>磁盘已满，请腾出空间再试；已保存的内容不受影响。</translation>
    </message>
    <message>
        <source>The data folder cannot be written. Call the administrator.</source>
        <translation>数据文件夹不能写入，请联系管理员。</translation>
    </message>
    <message>
        <source>The disk is nearly full. Make room soon.</source>
        <translation>磁盘快满了，请尽快腾出空间。</translation>
    </message>
    <message>
        <source>The disk is full. Make room before working on.</source>
        <translation>磁盘已满，请先腾出空间再工作。</translation>
    </message>
    <message>
        <source>The data folder is copied by a cloud program, which damages it. Move it.</source>
        <translation>数据文件夹在网盘同步目录里，会损坏数据，请移到别处。</translation>
    </message>
    <message>
        <source>The data folder lies on a network drive. It must be on this laptop.</source>
        <translation>数据文件夹在网络盘上，必须放在本机。</translation>
    </message>
    <message>
        <source>Windows cannot be shown without it. Install the package.</source>
        <translation>缺少它无法显示窗口，请安装此软件包。</translation>
    </message>
    <message>
        <source>Needed on screens of the X11 kind only. Install the package there.</source>
        <translation>仅在 X11 桌面上需要，请安装此软件包。</translation>
    </message>
    <message>
        <source>The program is open already. Go to its window; it may be minimised.</source>
        <translation>程序已经打开，请切换到它的窗口（可能已最小化）。</translation>
    </message>
    <message>
        <source>The folder holds other files. Choose an empty folder for the demo.</source>
        <translation>这个文件夹里有其他文件，请为演示另选一个空文件夹。</translation>
    </message>
    <message>
        <source>The file is open in another program. Close it and export again.</source>
        <translation>文件正被其他程序打开，请关闭后重新导出。</translation>
    </message>
    <message>
        <source>This folder is not there any more. Choose another.</source>
        <translation>文件夹已不存在，请另选一个。</translation>
    </message>
    <message>
        <source>This folder cannot be written. Choose another.</source>
        <translation>文件夹不能写入，请另选一个。</translation>
    </message>
    <message>
        <source>The disk is full. Make room or choose another.</source>
        <translation>磁盘已满，请腾出空间或另选位置。</translation>
    </message>
    <message>
        <source>The name or the path is too long. Choose a shorter name or another folder.</source>
        <translation>文件名或路径太长，请换个短些的名字或换个文件夹。</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another folder.</source>
        <translation>文件没有写成，请另选文件夹。</translation>
    </message>
    <message>
        <source>The file is not there or cannot be opened.</source>
        <translation>文件不存在或无法打开。</translation>
    </message>
    <message>
        <source>The file cannot be read. Is it still there?</source>
        <translation>文件读不了。它还在原处吗？</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>This kind of photo (HEIC) cannot be read. Send it to yourself by WeChat as a picture, or set the telephone's camera to “most compatible”.</source>
        <translation>这种照片（HEIC）读不了。请用微信以图片形式发给自己，或把手机相机格式设为“兼容性最佳”。</translation>
    </message>
    <message>
        <source>Only photos, PDF and Word files without macros are taken.</source>
        <translation>只能加入照片、PDF 和不带宏的 Word 文件。</translation>
    </message>
    <message>
        <source>The file is too large: at most 10 MB. Scan it in grey or in parts.</source>
        <translation>文件太大，最多 10 MB。请改用灰度扫描，或分几份扫描。</translation>
    </message>
    <message>
        <source>The file is damaged, or holds several pictures. Save it anew as PDF.</source>
        <translation>文件损坏，或含有多页图片。请重新存成 PDF 再加入。</translation>
    </message>
    <message>
        <source>This file is already with the case.</source>
        <translation>这个文件已经在本案里了。</translation>
    </message>
    <message>
        <source>This file has not been downloaded to this laptop.</source>
        <translation>这个文件还没有下载到本机。</translation>
    </message>
    <message>
        <source>Write what the copy is for.</source>
        <translation>请写明副本用途。</translation>
    </message>
    <message>
        <source>This is no spreadsheet. Choose an Excel, WPS or CSV file.</source>
        <translation>这不是表格文件，请选择 Excel、WPS 或 CSV 文件。</translation>
    </message>
    <message>
        <source>This is a document, a picture or an archive, not a table. Save the table inside as an Excel file (.xlsx) and choose that.</source>
        <translation>这是文档、图片或压缩包，不是表格。请把里面的表格另存为 Excel 文件（.xlsx），再选这个文件。</translation>
    </message>
    <message>
        <source>The file has a password. Open it in Excel, save it without one and choose it again.</source>
        <translation>文件有密码。请在 Excel 中打开，去掉密码另存后重新选择。</translation>
    </message>
    <message>
        <source>The file is too large. Delete the empty rows and columns behind the table, or split it, for example one file a village.</source>
        <translation>文件太大。请删掉表格后面多余的空行、空列，或者拆成几个文件（例如一个村一个文件）。</translation>
    </message>
    <message>
        <source>The file is built like an attack and is not read. Ask who sent it.</source>
        <translation>文件结构异常，疑似攻击，未读取。请询问发送人。</translation>
    </message>
    <message>
        <source>No heading row with names was found. Is this the household roster?</source>
        <translation>没有找到含姓名的表头。这是住户花名册吗？</translation>
    </message>
    <message>
        <source>Reading took too long. Save the file as a new .xlsx and choose it again.</source>
        <translation>读取时间过长。请另存为新的 .xlsx 后重新选择。</translation>
    </message>
    <message>
        <source>Citizen number lost its last digits in Excel</source>
        <translation>身份证号末几位已被 Excel 丢失</translation>
    </message>
    <message>
        <source>Citizen number is not 18 characters long</source>
        <translation>身份证号不是 18 位</translation>
    </message>
    <message>
        <source>Citizen number has other characters than digits</source>
        <translation>身份证号含有非数字字符</translation>
    </message>
    <message>
        <source>Citizen number holds no real date</source>
        <translation>身份证号中的日期不存在</translation>
    </message>
    <message>
        <source>Citizen number fails its check digit</source>
        <translation>身份证号校验码不符</translation>
    </message>
    <message>
        <source>Citizen number begins with an unknown area</source>
        <translation>身份证号的地区码未知</translation>
    </message>
    <message>
        <source>Citizen number is of the old kind with 15 digits</source>
        <translation>身份证号为 15 位旧号</translation>
    </message>
    <message>
        <source>Citizen number is missing</source>
        <translation>缺身份证号</translation>
    </message>
    <message>
        <source>Citizen number occurs more than once</source>
        <translation>身份证号重复出现</translation>
    </message>
    <message>
        <source>Name is missing</source>
        <translation>缺姓名</translation>
    </message>
    <message>
        <source>Relation to the head is unknown</source>
        <translation>与户主关系无法识别</translation>
    </message>
    <message>
        <source>Sex cannot be read</source>
        <translation>性别无法识别</translation>
    </message>
    <message>
        <source>Sex differs from the citizen number</source>
        <translation>性别与身份证号不一致</translation>
    </message>
    <message>
        <source>Birthday cannot be read</source>
        <translation>出生日期无法识别</translation>
    </message>
    <message>
        <source>Birthday differs from the citizen number</source>
        <translation>出生日期与身份证号不一致</translation>
    </message>
    <message>
        <source>Phone number has a wrong number of digits</source>
        <translation>电话号码位数不对</translation>
    </message>
    <message>
        <source>State cannot be read</source>
        <translation>状态无法识别</translation>
    </message>
    <message>
        <source>Household has no head</source>
        <translation>本户没有户主</translation>
    </message>
    <message>
        <source>Household has more than one head</source>
        <translation>本户有多个户主</translation>
    </message>
    <message>
        <source>Note holds a label of a person and is left out</source>
        <translation>备注中有人员标签，不导入</translation>
    </message>
    <message>
        <source>Give the grid a name.</source>
        <translation>请填写网格名称。</translation>
    </message>
    <message>
        <source>There is a grid of this name here already.</source>
        <translation>这里已有同名网格。</translation>
    </message>
    <message>
        <source>Appoint the leader of a grid at the grid itself, not as a duty.</source>
        <translation>网格长、微网格长请在网格中任命，不在代办和包案人员中添加。</translation>
    </message>
    <message>
        <source>The number of cases at a time cannot be negative.</source>
        <translation>同时办理件数不能小于零。</translation>
    </message>
    <message>
        <source>Enter who leads it.</source>
        <translation>请填写负责人姓名。</translation>
    </message>
    <message>
        <source>This is no phone number. Check the digits.</source>
        <translation>电话号码不对，请核对位数。</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>Somebody else holds the post on some of these days. Look at the list.</source>
        <translation>这段时间已有人任职，请对照任职记录。</translation>
    </message>
    <message>
        <source>Say until when they stand in.</source>
        <translation>请填写代理到哪天。</translation>
    </message>
    <message>
        <source>The post before began later than this day. Choose a later one.</source>
        <translation>前任的任职开始晚于这一天，请选更晚的日期。</translation>
    </message>
    <message>
        <source>Write down why you need the numbers.</source>
        <translation>请写明查看原因。</translation>
    </message>
    <message>
        <source>Nothing would change. Move a household to the other list first.</source>
        <translation>还没有变化。请先把住户移到另一边。</translation>
    </message>
    <message>
        <source>This day lies in the future.</source>
        <translation>日期不能晚于今天。</translation>
    </message>
    <message>
        <source>One of these grids did not stand yet on this day. Choose a later one.</source>
        <translation>有网格那天还没有成立，请选晚一些的日期。</translation>
    </message>
    <message>
        <source>Some households came to where they are after this day. Choose a later one.</source>
        <translation>有住户是那天之后才到现在的网格，请选晚一些的日期。</translation>
    </message>
    <message>
        <source>Choose at least one grid to merge with.</source>
        <translation>请至少选一个要并入的网格。</translation>
    </message>
    <message>
        <source>At least two parts, and at least one household in each.</source>
        <translation>至少分成两个，每个至少一户。</translation>
    </message>
    <message>
        <source>The households have been moved on since; there is nothing to put back.</source>
        <translation>没有可以退回的：住户后来又调整过。</translation>
    </message>
    <message>
        <source>This case is no longer on this laptop.</source>
        <translation>这件纠纷已不在本机。</translation>
    </message>
    <message>
        <source>You may print numbers of people only masked.</source>
        <translation>您只能打印遮住电话和身份证号的文书。</translation>
    </message>
    <message>
        <source>Write what the numbers are for.</source>
        <translation>请写明用途。</translation>
    </message>
    <message>
        <source>Ledgers are made by county and township; choose one of theirs.</source>
        <translation>台账由县里和乡镇制定，请从清单里选用。</translation>
    </message>
    <message>
        <source>Give the ledger a name.</source>
        <translation>请填写台账名称。</translation>
    </message>
    <message>
        <source>There is a ledger of this name already.</source>
        <translation>已经有同名的台账。</translation>
    </message>
    <message>
        <source>Tick a column at least.</source>
        <translation>请至少勾选一列。</translation>
    </message>
    <message>
        <source>Your Word template of this ledger has a fault, see Settings.</source>
        <translation>这个台账的 Word 模板有错，请到“设置”里查看。</translation>
    </message>
    <message>
        <source>These are too many rows. Choose a shorter period or a smaller unit.</source>
        <translation>行数太多，请缩短时间或者选小一级的单位。</translation>
    </message>
    <message>
        <source>Enter who receives.</source>
        <translation>请填写接访领导。</translation>
    </message>
    <message>
        <source>There cannot be fewer people than groups.</source>
        <translation>人次不能少于批次。</translation>
    </message>
    <message>
        <source>People came: enter in how many groups.</source>
        <translation>有人来访，请填写批次。</translation>
    </message>
    <message>
        <source>Write what came of it.</source>
        <translation>请填写结果。</translation>
    </message>
    <message>
        <source>It was held: the log stays. Correct it instead.</source>
        <translation>已登记的接访不能移出，可以更正登记。</translation>
    </message>
    <message>
        <source>Log first how the reception went.</source>
        <translation>请先登记这次接访。</translation>
    </message>
    <message>
        <source>No working day of this period fits. Choose other days.</source>
        <translation>这一时段没有符合的工作日，请另选日子。</translation>
    </message>
    <message>
        <source>The roster has all of these days already.</source>
        <translation>这些日子都已排好。</translation>
    </message>
    <message>
        <source>Give the meeting a title.</source>
        <translation>请填写会商名称。</translation>
    </message>
    <message>
        <source>The meeting was held, or has decided something: it stays.</source>
        <translation>会商已召开或已有议定事项，不能取消。</translation>
    </message>
    <message>
        <source>Township and county set the rules.</source>
        <translation>规则由乡镇和县设定。</translation>
    </message>
    <message>
        <source>Enter a number of days from 1 to 365.</source>
        <translation>请填 1 到 365 之间的天数。</translation>
    </message>
    <message>
        <source>Enter a share from 1 to 100.</source>
        <translation>请填 1 到 100 之间的百分比。</translation>
    </message>
    <message>
        <source>Enter how many people, at least 1.</source>
        <translation>请填人数，至少 1 人。</translation>
    </message>
    <message>
        <source>Enter 1 for Monday to 7 for Sunday.</source>
        <translation>请填 1 至 7：1 为周一，7 为周日。</translation>
    </message>
    <message>
        <source>Enter an hour from 1 to 23.</source>
        <translation>请填 1 至 23 点。</translation>
    </message>
    <message>
        <source>The law stands above it: an office may not take longer, a person may not get less.</source>
        <translation>不得与法律规定相抵触：单位的时限只能更短，群众的时限只能更长。</translation>
    </message>
    <message>
        <source>Name the rule.</source>
        <translation>请填写规则名称。</translation>
    </message>
    <message>
        <source>Choose the step that starts it and ends it.</source>
        <translation>请选择起算和终止的环节。</translation>
    </message>
    <message>
        <source>Another step must end it than starts it.</source>
        <translation>终止环节不能与起算环节相同。</translation>
    </message>
    <message>
        <source>It needs a place for the {number}.</source>
        <translation>格式中必须有 {number}。</translation>
    </message>
    <message>
        <source>Two units with the same word would give the same numbers.</source>
        <translation>两个单位用同一个代字，函号会重复。</translation>
    </message>
    <message>
        <source>This day was set by the unit above.</source>
        <translation>这一天是上级设定的，本单位不能移除。</translation>
    </message>
    <message>
        <source>No day could be read. Write it like: 1月1日至3日放假。1月4日上班。</source>
        <translation>没有识别出日期。请写成：1月1日至3日放假。1月4日上班。</translation>
    </message>
    <message>
        <source>The date lies before the household or person came here.</source>
        <translation>日期早于该户或该人到本地的日期。</translation>
    </message>
    <message>
        <source>Something later is entered already. Choose a later date or take it back.</source>
        <translation>之后已登记过变动，请选更晚的日期，或先撤回后面的。</translation>
    </message>
    <message>
        <source>Enter the name.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>Choose who it is.</source>
        <translation>请选择是谁。</translation>
    </message>
    <message>
        <source>Somebody must stay behind. Else change the head or the address.</source>
        <translation>原户至少要留一人；若全户都变，请更换户主或改住址。</translation>
    </message>
    <message>
        <source>Choose who leads, among those chosen.</source>
        <translation>请在分出的人里选户主。</translation>
    </message>
    <message>
        <source>This person leads the household already.</source>
        <translation>他（她）已经是户主。</translation>
    </message>
    <message>
        <source>Choose another household than this one.</source>
        <translation>请选另外一户或另外一户的人。</translation>
    </message>
    <message>
        <source>This household no longer stands here. Open the list anew.</source>
        <translation>这一户已不在册，请重新打开列表。</translation>
    </message>
    <message>
        <source>This person is not in the household now.</source>
        <translation>请选一个在户的人。</translation>
    </message>
    <message>
        <source>Nobody chosen has moved away.</source>
        <translation>请选已迁出的人。</translation>
    </message>
    <message>
        <source>Something later rests on it. Take the later entry back first.</source>
        <translation>后面的变动以它为准，请先撤回后面的。</translation>
    </message>
    <message>
        <source>It was changed again since. Put the cell right instead.</source>
        <translation>之后又改过，请直接改单元格。</translation>
    </message>
    <message>
        <source>This was taken back already.</source>
        <translation>已经撤回过了。</translation>
    </message>
    <message>
        <source>A member needs a name.</source>
        <translation>成员要有姓名。</translation>
    </message>
    <message>
        <source>The household has a head. Use the button that changes the head.</source>
        <translation>本户已有户主，请用“更换户主”按钮。</translation>
    </message>
    <message>
        <source>Moving out, death and coming back are entered with the buttons below.</source>
        <translation>迁出、死亡、迁回请用下方按钮登记。</translation>
    </message>
    <message>
        <source>The household has no head: choose one.</source>
        <translation>本户没有户主，请用“更换户主”选一位。</translation>
    </message>
    <message>
        <source>The household has more than one head.</source>
        <translation>本户有不止一个户主，请核对。</translation>
    </message>
    <message>
        <source>Nobody belongs to the household.</source>
        <translation>本户没有在户的人。</translation>
    </message>
    <message>
        <source>the relation to the head is missing</source>
        <translation>与户主关系待核对</translation>
    </message>
    <message>
        <source>sex and citizen number differ</source>
        <translation>性别与身份证号码不一致</translation>
    </message>
    <message>
        <source>birthday and citizen number differ</source>
        <translation>出生日期与身份证号码不一致</translation>
    </message>
    <message>
        <source>A signed report never changes. Issue another one that replaces it.</source>
        <translation>已定稿的报表不能改。如有错，请重新出具一份替代它。</translation>
    </message>
    <message>
        <source>This report was sent back. The unit hands in another one.</source>
        <translation>这份报表已退回，由填报单位重新提交。</translation>
    </message>
    <message>
        <source>A report that was handed in is signed or sent back, not changed.</source>
        <translation>已提交的报表只能审核或退回，不能改。</translation>
    </message>
    <message>
        <source>Who handed the report in cannot sign it. Another person signs.</source>
        <translation>提交人不能审核自己的报表，请另一人审核。</translation>
    </message>
    <message>
        <source>A report is handed in and signed under one's own name.</source>
        <translation>报表须以本人名义提交和审核。</translation>
    </message>
    <message>
        <source>A signed report has a number.</source>
        <translation>定稿的报表要有编号。</translation>
    </message>
    <message>
        <source>Say what is to be put right.</source>
        <translation>请写明需要改什么。</translation>
    </message>
    <message>
        <source>This report is not as it was handed in: its data was changed or damaged. Do not use it; call the administrator.</source>
        <translation>这份报表与提交时不一致，数据被改动或损坏。请勿使用，并联系管理员。</translation>
    </message>
    <message>
        <source>The report is too large to be handed in. Choose a shorter period.</source>
        <translation>报表太大，无法提交。请缩短时段。</translation>
    </message>
    <message>
        <source>This period has not begun. Choose an earlier one.</source>
        <translation>这个时段还没开始，请选更早的。</translation>
    </message>
    <message>
        <source>A report of these days waits for its signature already.</source>
        <translation>这个时段已有一份报表在等待审核。</translation>
    </message>
    <message>
        <source>A newer program has written this report. Install the update.</source>
        <translation>这份报表由更新的版本写成，请先升级程序。</translation>
    </message>
    <message>
        <source>This report cannot be read. Do not delete anything; call the administrator.</source>
        <translation>这份报表读不出来。不要删除任何东西，请联系管理员。</translation>
    </message>
    <message>
        <source>A report that was signed or sent back stays so; it cannot be taken back.</source>
        <translation>已定稿或退回的报表不能撤销。</translation>
    </message>
    <message>
        <source>This is no period. Write 2026-W47, 2026-11, 2026-Q4 or 2026.</source>
        <translation>时期写得不对，请写成 2026-W47、2026-11、2026-Q4 或 2026。</translation>
    </message>
    <message>
        <source>The last day is before the first. Correct one of the two.</source>
        <translation>最后一天早于第一天，请改其中一个。</translation>
    </message>
</context>
<context>
    <name>more</name>
    <message>
        <source>Next steps</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Given to others</source>
        <translation>交办与协办</translation>
    </message>
</context>
<context>
    <name>new_household</name>
    <message>
        <source>Add a member</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Head of the household</source>
        <translation>户主姓名</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Moves in on</source>
        <translation>迁入日期</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>村民组</translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>户号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Members, the head first</source>
        <translation>家庭成员（户主写在最前）</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Household moves in</source>
        <translation>整户迁入</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Relation to the head</source>
        <translation>与户主关系</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Citizen number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
</context>
<context>
    <name>old</name>
    <message>
        <source>Add a step</source>
        <translation>添加一步</translation>
    </message>
    <message>
        <source>Where it arose</source>
        <translation>发生地</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>How we heard of it</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>First party</source>
        <translation>甲方</translation>
    </message>
    <message>
        <source>Second party</source>
        <translation>乙方</translation>
    </message>
    <message>
        <source>It happened on</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>First receiver</source>
        <translation>首接人</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>简要情况</translation>
    </message>
    <message>
        <source>Steps, in their order</source>
        <translation>办理经过（按先后）</translation>
    </message>
    <message>
        <source>Each step is checked as of its own day; that it is written down today stands beside it.</source>
        <translation>每一步按当日规则核对；发生日期与今天的补录日期都会保留。</translation>
    </message>
    <message>
        <source>Enter the old case</source>
        <translation>补录旧案</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>办理情况</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>办结方式</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>{title} · Ctrl+P prints</source>
        <translation>{title} · 按 Ctrl+P 打印</translation>
    </message>
</context>
<context>
    <name>posts</name>
    <message>
        <source>Who stands in</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份类别</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Held from</source>
        <translation>任职起</translation>
    </message>
    <message>
        <source>Stands in from</source>
        <translation>从哪天起代理</translation>
    </message>
    <message>
        <source>Held to, included</source>
        <translation>代理到哪天（含当天）</translation>
    </message>
    <message>
        <source>Name a stand-in</source>
        <translation>安排代理</translation>
    </message>
    <message>
        <source>From the next day on the post is vacant until somebody is appointed.</source>
        <translation>第二天起空缺，直到任命新人。</translation>
    </message>
    <message>
        <source>End the post</source>
        <translation>卸任</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Held until</source>
        <translation>任职止</translation>
    </message>
    <message>
        <source>Who has led this grid</source>
        <translation>历任负责人</translation>
    </message>
    <message>
        <source>vacant</source>
        <translation>空缺</translation>
    </message>
    <message>
        <source>{name} (stands in)</source>
        <translation>{name}（代理）</translation>
    </message>
    <message>
        <source>in office</source>
        <translation>现任</translation>
    </message>
</context>
<context>
    <name>preview</name>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Households now</source>
        <translation>现有户数</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>调整后</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>规模</translation>
    </message>
    <message>
        <source>Whose laptop changes</source>
        <translation>谁的电脑会变</translation>
    </message>
    <message>
        <source>In no micro-grid</source>
        <translation>未入微网格</translation>
    </message>
    <message>
        <source>{name} (new)</source>
        <translation>{name}（新）</translation>
    </message>
    <message>
        <source>{name} (dissolved)</source>
        <translation>{name}（撤销）</translation>
    </message>
    <message>
        <source>{name} (stands again)</source>
        <translation>{name}（恢复）</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Walking list</source>
        <translation>走访单</translation>
    </message>
</context>
<context>
    <name>receptions</name>
    <message>
        <source>Add a reception</source>
        <translation>新增接访</translation>
    </message>
    <message>
        <source>Leaders take turns. A weekly day that is off by the official calendar is left out; a monthly or quarterly one moves to the next working day. Days that the roster has stay as they are.</source>
        <translation>领导轮流值班。每周的日子遇法定节假日不排；每月、每季的日子顺延到下一个工作日。已排好的日子不变。</translation>
    </message>
    <message>
        <source>Plan a year</source>
        <translation>排一年</translation>
    </message>
    <message>
        <source>Correct the log</source>
        <translation>更正登记</translation>
    </message>
    <message>
        <source>Log how it went</source>
        <translation>登记接访</translation>
    </message>
    <message>
        <source>Held on</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>人次</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Receiving leader</source>
        <translation>接访领导</translation>
    </message>
    <message>
        <source>Office held</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Receiving leaders</source>
        <translation>接访领导</translation>
    </message>
    <message>
        <source>Groups and people are counted; no visitor is named here.</source>
        <translation>只记批次和人次，不写来访人姓名。</translation>
    </message>
    <message>
        <source>The plan that was made later goes, {count} receptions in all; what was held stays. It can be undone as one step.</source>
        <translation>移除较晚做的那一份安排，共 {count} 次；已接访的不动。可以一步撤销。</translation>
    </message>
    <message>
        <source>Remove the second plan</source>
        <translation>移除重复的安排</translation>
    </message>
    <message>
        <source>Change the duty</source>
        <translation>修改安排</translation>
    </message>
    <message>
        <source>Take out of the roster</source>
        <translation>移出安排</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>One on a line: name, a space, post.</source>
        <translation>一行一位：姓名、空格、职务。</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>On which days</source>
        <translation>哪几天</translation>
    </message>
    <message>
        <source>Weekdays, or days of the month.</source>
        <translation>每周写星期，每月写日子，如 5、15、25。</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已接访</translation>
    </message>
    <message>
        <source>Not logged</source>
        <translation>待登记</translation>
    </message>
    <message>
        <source>Today is its day</source>
        <translation>今日接访</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>待接访</translation>
    </message>
    <message>
        <source>No field of its own</source>
        <translation>不限领域</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Receptions</source>
        <translation>接访</translation>
    </message>
</context>
<context>
    <name>regroup</name>
    <message>
        <source>From this day on</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>Grids to merge</source>
        <translation>要并入的网格</translation>
    </message>
    <message>
        <source>The merged grids end the day before, and with them the posts of their leaders.</source>
        <translation>并入的网格和网格长任职到前一天为止。</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>分成几个</translation>
    </message>
    <message>
        <source>Along the walk. The first part keeps its name and its leader.</source>
        <translation>按走访顺序均分，第一个沿用原名称和网格长。</translation>
    </message>
    <message>
        <source>Merge others into it</source>
        <translation>并入其他网格</translation>
    </message>
    <message>
        <source>Split evenly</source>
        <translation>均分</translation>
    </message>
    <message>
        <source>Dissolve the grid</source>
        <translation>撤销网格</translation>
    </message>
    <message>
        <source>Its households are then in no micro-grid; its leader's post ends the day before.</source>
        <translation>撤销后住户不在任何微网格；网格长任职到前一天为止。</translation>
    </message>
    <message>
        <source>Nothing has been regrouped here yet</source>
        <translation>这里还没有调整过</translation>
    </message>
    <message>
        <source>Which regrouping</source>
        <translation>哪一次调整</translation>
    </message>
    <message>
        <source>Take a regrouping back</source>
        <translation>退回以前的调整</translation>
    </message>
    <message>
        <source>Households that are still where it has put them go back; grids that it dissolved stand again with the leader they had.</source>
        <translation>还在调整后网格里的住户退回原处；当时撤销的网格恢复，由原网格长负责。</translation>
    </message>
    <message>
        <source>{day}: {count} households → {grids} ({actor})</source>
        <translation>{day}：{count} 户 → {grids}（{actor}）</translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>Weekly report</source>
        <translation>周报</translation>
    </message>
    <message>
        <source>Monthly report</source>
        <translation>月报</translation>
    </message>
    <message>
        <source>Quarterly report</source>
        <translation>季报</translation>
    </message>
    <message>
        <source>Yearly report</source>
        <translation>年报</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>其他时段</translation>
    </message>
    <message>
        <source>Week {number} of {year}</source>
        <translation>{year}年第{number}周</translation>
    </message>
    <message>
        <source>Month {number} of {year}</source>
        <translation>{year}年{number}月</translation>
    </message>
    <message>
        <source>Quarter {number} of {year}</source>
        <translation>{year}年第{number}季度</translation>
    </message>
    <message>
        <source>The year {year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <source>Number given twice</source>
        <translation>编号重复</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已被替代</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已定稿</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Waits for signature</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Another signed report of these days bears the number {number} too, drawn without a line; issue this one anew, it then gets the next number.</source>
        <translation>另有一份已定稿的同期报告也编为{number}（两台电脑离线时各自编号）；请重新出具这一份，将取下一个编号。</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>已上报</translation>
    </message>
    <message>
        <source>Nil report</source>
        <translation>零报告</translation>
    </message>
    <message>
        <source>Not yet handed in</source>
        <translation>未提交</translation>
    </message>
    <message>
        <source>Report is late</source>
        <translation>逾期未报</translation>
    </message>
    <message>
        <source>Cases behind this number, as of that day</source>
        <translation>数字对应的纠纷（当时情况）</translation>
    </message>
    <message>
        <source>As they stand now</source>
        <translation>看现在的情况</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>To be handled by</source>
        <translation>办理期限</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Households behind this number</source>
        <translation>数字对应的住户</translation>
    </message>
    <message>
        <source>as they stand now</source>
        <translation>按现在的情况列出</translation>
    </message>
    <message>
        <source>Micro-grid</source>
        <translation>微网格</translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>户号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>In this round</source>
        <translation>本轮情况</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已走访</translation>
    </message>
    <message>
        <source>Not at home</source>
        <translation>不在家</translation>
    </message>
    <message>
        <source>Not yet called on</source>
        <translation>未走访</translation>
    </message>
    <message>
        <source>Receptions behind this number</source>
        <translation>这个数字里的接访</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>接访领导</translation>
    </message>
    <message>
        <source>People who came</source>
        <translation>人次</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Receptions</source>
        <translation>接访</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>Handed in by</source>
        <translation>填报人</translation>
    </message>
    <message>
        <source>Newest data here</source>
        <translation>本机最新数据</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>网格数</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>走访</translation>
    </message>
    <message>
        <source>case entry</source>
        <translation>案件记录</translation>
    </message>
    <message>
        <source>report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>It gets its number and never changes again; what becomes known later stands in the next report.</source>
        <translation>定稿后编号，不能再改；以后补充的情况列入下一期补报。</translation>
    </message>
    <message>
        <source>Sign the report</source>
        <translation>审核定稿</translation>
    </message>
    <message>
        <source>What is to be put right</source>
        <translation>需要改什么</translation>
    </message>
    <message>
        <source>The unit draws it up and hands it in again.</source>
        <translation>由填报单位修改后重新提交。</translation>
    </message>
    <message>
        <source>Send it back</source>
        <translation>退回</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>Stalled: share of the time without a record</source>
        <translation>停滞：办理时限已过且无记录的比例</translation>
    </message>
    <message>
        <source>Stalled: answer sent back, not given anew</source>
        <translation>停滞：答复被退回后未重报</translation>
    </message>
    <message>
        <source>Stalled: asked, neither signed in nor answered</source>
        <translation>停滞：交办后未签到、未答复</translation>
    </message>
    <message>
        <source>Second feedback: after so long a handling</source>
        <translation>反馈二：办理多久后反馈</translation>
    </message>
    <message>
        <source>Reply to a letter</source>
        <translation>督办函件回复</translation>
    </message>
    <message>
        <source>Reports: prominent from so many people on</source>
        <translation>报表：涉及多少人起列为突出矛盾纠纷</translation>
    </message>
    <message>
        <source>Reports: first day of the week</source>
        <translation>报表：一周从哪天开始</translation>
    </message>
    <message>
        <source>Reports: a week's is due on</source>
        <translation>报表：周报截止日</translation>
    </message>
    <message>
        <source>Reports: due at this hour</source>
        <translation>报表：截止钟点</translation>
    </message>
    <message>
        <source>Reports of other periods: due after their end</source>
        <translation>报表：其他报表在时段结束后</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} 人</translation>
    </message>
    <message>
        <source>{n} working days</source>
        <translation>{n} 个工作日</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 日</translation>
    </message>
    <message>
        <source>Share in %</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Day of the week, 1 to 7</source>
        <translation>星期几（1 至 7）</translation>
    </message>
    <message>
        <source>Hour, 1 to 23</source>
        <translation>钟点，1 至 23</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Without the county: {usual}</source>
        <translation>原规定：{usual}</translation>
    </message>
    <message>
        <source>working days only</source>
        <translation>只算工作日</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>计算方式</translation>
    </message>
    <message>
        <source>As it is shown and printed, for example with the document number</source>
        <translation>按显示和打印的写法填写，可带文号</translation>
    </message>
    <message>
        <source>Rule and its source</source>
        <translation>规则名称及依据</translation>
    </message>
    <message>
        <source>Runs from</source>
        <translation>起算环节</translation>
    </message>
    <message>
        <source>Ends with</source>
        <translation>终止环节</translation>
    </message>
    <message>
        <source>Add a clock of our own</source>
        <translation>新增本地时限</translation>
    </message>
    <message>
        <source>{unit}, {mark}, {year} and {number} are filled in by the program.</source>
        <translation>{unit}、{mark}、{year}、{number} 由程序填写。</translation>
    </message>
    <message>
        <source>{mark} of: {letter}</source>
        <translation>{mark} 代字：{letter}</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>加一个单位</translation>
    </message>
    <message>
        <source>Number of a letter</source>
        <translation>函件编号格式</translation>
    </message>
    <message>
        <source>Numbers of letters</source>
        <translation>函件编号</translation>
    </message>
    <message>
        <source>Without a word of its own: the first character of its name.</source>
        <translation>没有写代字的单位，用单位名称的第一个字。</translation>
    </message>
    <message>
        <source>{unit} by unit</source>
        <translation>各单位的 {unit} 代字</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Word in the number</source>
        <translation>函号代字</translation>
    </message>
    <message>
        <source>Paste the notice, or write: 元旦：1月1日至3日放假。1月4日上班。</source>
        <translation>粘贴放假通知，或写成：元旦：1月1日至3日放假。1月4日上班。</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Notice of days off</source>
        <translation>放假通知</translation>
    </message>
    <message>
        <source>Days off and make-up days</source>
        <translation>节假日和调休</translation>
    </message>
    <message>
        <source>working day</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>The shipped calendar, or what the unit above has set, holds for it again.</source>
        <translation>移除后，这一天按自带日历或者上级的设定。</translation>
    </message>
    <message>
        <source>Which day</source>
        <translation>哪一天</translation>
    </message>
    <message>
        <source>Take out a day</source>
        <translation>移除一天</translation>
    </message>
    <message>
        <source>New cases follow a changed clock at once. This counts the last day of every case that is being handled anew, too; it can be undone as one step.</source>
        <translation>时限修改后，新登记的纠纷立即适用。这里把在办纠纷的办理期限也一并重算，可一步撤销。</translation>
    </message>
    <message>
        <source>Count open cases anew</source>
        <translation>重算在办期限</translation>
    </message>
</context>
<context>
    <name>sizing</name>
    <message>
        <source>{count} households</source>
        <translation>{count} 户</translation>
    </message>
    <message>
        <source>small</source>
        <translation>偏小</translation>
    </message>
    <message>
        <source>large</source>
        <translation>偏大</translation>
    </message>
    <message>
        <source>fitting</source>
        <translation>合适</translation>
    </message>
</context>
<context>
    <name>tasks</name>
    <message>
        <source>{done} of {all} done</source>
        <translation>{done}/{all} 已完成</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>调解协议</translation>
    </message>
    <message>
        <source>performed until {day}</source>
        <translation>{day} 前履行</translation>
    </message>
    <message>
        <source>mediator {name}</source>
        <translation>调解员{name}</translation>
    </message>
    <message>
        <source>kept on {day}</source>
        <translation>{day} 已履行</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>未履行</translation>
    </message>
    <message>
        <source>court asked to confirm on {day}</source>
        <translation>{day} 已申请司法确认</translation>
    </message>
    <message>
        <source>confirmed by the court on {day}</source>
        <translation>法院 {day} 已确认</translation>
    </message>
    <message>
        <source>{paid} of {agreed} paid</source>
        <translation>已付 {paid} / {agreed}</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>未签到</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>报到</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>templates</name>
    <message>
        <source>This is no document that can be opened.</source>
        <translation>打不开，不是可以用的文档。</translation>
    </message>
    <message>
        <source>No document has this name. Name the file as the document, in Chinese.</source>
        <translation>没有叫这个名字的文书。文件名请用文书的中文名称。</translation>
    </message>
    <message>
        <source>{name} is missing.</source>
        <translation>缺少 {name}。</translation>
    </message>
    <message>
        <source>{name} is no placeholder.</source>
        <translation>没有 {name} 这个占位符。</translation>
    </message>
    <message>
        <source>The braces {name} open or close nothing.</source>
        <translation>花括号 {name} 没有成对。</translation>
    </message>
    <message>
        <source>Two lists in one row: {name}.</source>
        <translation>同一行里有两个列表：{name}。</translation>
    </message>
    <message>
        <source>It fetches something from elsewhere: {name}</source>
        <translation>打开时会从别处取内容：{name}</translation>
    </message>
    <message>
        <source>{name} stays where it is when rows are added.</source>
        <translation>增加行以后，{name} 不会跟着移动。</translation>
    </message>
    <message>
        <source>Did you mean {name}?</source>
        <translation>是不是 {name}？</translation>
    </message>
    <message>
        <source>Table {number}, row {row}, cell {cell}: </source>
        <translation>表{number}第{row}行第{cell}格：</translation>
    </message>
    <message>
        <source>Paragraph {number}: </source>
        <translation>第{number}段：</translation>
    </message>
    <message>
        <source>Header, paragraph {number}: </source>
        <translation>页眉第{number}段：</translation>
    </message>
    <message>
        <source>Footer, paragraph {number}: </source>
        <translation>页脚第{number}段：</translation>
    </message>
    <message>
        <source>{sheet}, header or footer of the page: </source>
        <translation>{sheet}的页眉或页脚：</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>to tell</source>
        <translation>待反馈</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>to strike off</source>
        <translation>待销号</translation>
    </message>
    <message>
        <source>nil report</source>
        <translation>零报告</translation>
    </message>
    <message>
        <source>same number</source>
        <translation>函号重复</translation>
    </message>
    <message>
        <source>done twice</source>
        <translation>重复安排</translation>
    </message>
    <message>
        <source>not logged</source>
        <translation>待登记</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{kind}: {title}</source>
        <translation>{kind}：{title}</translation>
    </message>
    <message>
        <source>{leader} receives residents</source>
        <translation>{leader}接访</translation>
    </message>
    <message>
        <source>Report {number}</source>
        <translation>报告 {number}</translation>
    </message>
    <message>
        <source>Roster of receptions planned twice</source>
        <translation>接访安排做了两份</translation>
    </message>
    <message>
        <source>{count} cases to strike off</source>
        <translation>{count} 件待销号</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>the answer was sent back on {day}</source>
        <translation>{day} 答复被退回</translation>
    </message>
    <message>
        <source>not signed in since {day}</source>
        <translation>{day} 交办，尚未签到</translation>
    </message>
    <message>
        <source>given on {day}</source>
        <translation>{day} 交办</translation>
    </message>
    <message>
        <source>owed by {name}</source>
        <translation>责任方：{name}</translation>
    </message>
    <message>
        <source>instalment of {sum} by {name}, until {day}</source>
        <translation>{name}应付 {sum}，至 {day}</translation>
    </message>
    <message>
        <source>see whether the agreement was kept by {day}</source>
        <translation>{day} 前履行，请核实是否履行</translation>
    </message>
    <message>
        <source>both parties may ask a court to confirm it until {day}</source>
        <translation>双方可在 {day} 前共同申请司法确认</translation>
    </message>
    <message>
        <source>{count} cases on the agenda</source>
        <translation>议程 {count} 件</translation>
    </message>
    <message>
        <source>{count} households to visit until {day}</source>
        <translation>{day} 前还有 {count} 户未走访</translation>
    </message>
    <message>
        <source>{count} households reached, no dispute found; it stands in the weekly report</source>
        <translation>已走访 {count} 户，未发现矛盾纠纷；周报已按零报告起草</translation>
    </message>
    <message>
        <source>concluded on {day}, nobody has seen the people since</source>
        <translation>{day} 办结，尚未回访</translation>
    </message>
    <message>
        <source>feedback “{stage}” owed to the resident since {day}</source>
        <translation>“{stage}”反馈自 {day} 起应告知群众 · 一信三反馈</translation>
    </message>
    <message>
        <source>no record of work for {days} days, since {day}</source>
        <translation>已有 {days} 天没有办理记录（{day} 起）</translation>
    </message>
    <message>
        <source>answer of {owner} sent back on {day} and not given anew: {task}</source>
        <translation>{owner}的答复 {day} 被退回，尚未重报：{task}</translation>
    </message>
    <message>
        <source>{owner} silent since {day}: {task}</source>
        <translation>{owner}自 {day} 起未签到、未答复：{task}</translation>
    </message>
    <message>
        <source>concluded by others; another person checks and strikes off</source>
        <translation>他人已办结，由您核查后销号</translation>
    </message>
    <message>
        <source>concluded by {name} on {day}; another person checks and strikes off</source>
        <translation>{name}于 {day} 办结，由他人核查后销号</translation>
    </message>
    <message>
        <source>another letter bears this number; give this one another</source>
        <translation>另有一份函用了同一个号，请给这一份换号</translation>
    </message>
    <message>
        <source>another report bears this number; issue this one anew</source>
        <translation>另一份报告也用了这个编号，请重新出具这一份</translation>
    </message>
    <message>
        <source>two laptops planned the same days: {count} receptions stand twice; remove these</source>
        <translation>两台电脑安排了同样的日子，有 {count} 次重复，请移除</translation>
    </message>
</context>
<context>
    <name>unit_views</name>
    <message>
        <source>Units below</source>
        <translation>下级网格</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>网格数</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>In no micro-grid</source>
        <translation>未入微网格</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Households in walking order</source>
        <translation>按走访顺序的住户</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>走访序</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>村民组</translation>
    </message>
    <message>
        <source>vacant</source>
        <translation>空缺</translation>
    </message>
</context>
<context>
    <name>units</name>
    <message>
        <source>Place among its siblings, of {count}</source>
        <translation>在同级 {count} 个中排第几</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Contact person and phone</source>
        <translation>联系人及电话</translation>
    </message>
    <message>
        <source>Name and order</source>
        <translation>名称和排序</translation>
    </message>
    <message>
        <source>Name of the large grid</source>
        <translation>大网格名称</translation>
    </message>
    <message>
        <source>From this day on</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>Its micro-grids</source>
        <translation>包含的微网格</translation>
    </message>
    <message>
        <source>Add a large grid</source>
        <translation>新增大网格</translation>
    </message>
    <message>
        <source>Choose its micro-grids</source>
        <translation>选择包含的微网格</translation>
    </message>
    <message>
        <source>First day without it</source>
        <translation>从哪天起没有</translation>
    </message>
    <message>
        <source>Dissolve the grid</source>
        <translation>撤销网格</translation>
    </message>
    <message>
        <source>Micro-grids in it lie in the village again. Its cases stay.</source>
        <translation>其中的微网格改由村直接管，纠纷记录保留。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>No dispute</source>
        <translation>无纠纷</translation>
    </message>
    <message>
        <source>Dispute found</source>
        <translation>有纠纷</translation>
    </message>
    <message>
        <source>Not at home</source>
        <translation>不在家</translation>
    </message>
    <message>
        <source>Not receptive</source>
        <translation>不便接待</translation>
    </message>
    <message>
        <source>Moved away</source>
        <translation>已搬离</translation>
    </message>
    <message>
        <source>Routine round</source>
        <translation>常态排查</translation>
    </message>
    <message>
        <source>Dynamic round</source>
        <translation>动态排查</translation>
    </message>
    <message>
        <source>Centralised round</source>
        <translation>集中排查</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Diverted to a legal channel</source>
        <translation>转法定途径</translation>
    </message>
    <message>
        <source>Referred</source>
        <translation>已转送交办</translation>
    </message>
    <message>
        <source>Being handled</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>复查中</translation>
    </message>
    <message>
        <source>Under re-review</source>
        <translation>复核中</translation>
    </message>
    <message>
        <source>Concluded</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Struck off</source>
        <translation>已销号</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>转送交办</translation>
    </message>
    <message>
        <source>Returned by the unit</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Handed to another level</source>
        <translation>提级办理</translation>
    </message>
    <message>
        <source>Extension asked for</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Extension approved</source>
        <translation>批准延期</translation>
    </message>
    <message>
        <source>Extension refused</source>
        <translation>不批准延期</translation>
    </message>
    <message>
        <source>Agreed to be mediated</source>
        <translation>同意调解</translation>
    </message>
    <message>
        <source>Refused to be mediated</source>
        <translation>拒绝调解</translation>
    </message>
    <message>
        <source>Mediation agreement</source>
        <translation>调解协议</translation>
    </message>
    <message>
        <source>Judicial confirmation</source>
        <translation>司法确认</translation>
    </message>
    <message>
        <source>Task given</source>
        <translation>交办事项</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>报到</translation>
    </message>
    <message>
        <source>Task answered</source>
        <translation>办理回复</translation>
    </message>
    <message>
        <source>Feedback to the resident</source>
        <translation>向群众反馈</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Review asked for</source>
        <translation>申请复查</translation>
    </message>
    <message>
        <source>Review decided</source>
        <translation>复查决定</translation>
    </message>
    <message>
        <source>Re-review asked for</source>
        <translation>申请复核</translation>
    </message>
    <message>
        <source>Re-review decided</source>
        <translation>复核决定</translation>
    </message>
    <message>
        <source>Register and pass on</source>
        <translation>登记转送</translation>
    </message>
    <message>
        <source>Say whether it is accepted</source>
        <translation>告知是否受理</translation>
    </message>
    <message>
        <source>The unit may return it</source>
        <translation>单位可退回</translation>
    </message>
    <message>
        <source>Handle the matter</source>
        <translation>办理期限</translation>
    </message>
    <message>
        <source>A review may be asked for</source>
        <translation>可申请复查</translation>
    </message>
    <message>
        <source>Decide the review</source>
        <translation>作出复查意见</translation>
    </message>
    <message>
        <source>A re-review may be asked for</source>
        <translation>可申请复核</translation>
    </message>
    <message>
        <source>Decide the re-review</source>
        <translation>作出复核意见</translation>
    </message>
    <message>
        <source>Judicial confirmation may be applied for</source>
        <translation>可申请司法确认</translation>
    </message>
    <message>
        <source>At acceptance</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>While handled</source>
        <translation>承办</translation>
    </message>
    <message>
        <source>At conclusion</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Mostly satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Not satisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未评价</translation>
    </message>
    <message>
        <source>Counts neither as satisfied nor as not satisfied.</source>
        <translation>没有问到，不算满意，也不算不满意。</translation>
    </message>
    <message>
        <source>Whistle</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>Co-handling</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>Step of the plan</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Instruction of a leader</source>
        <translation>领导批示</translation>
    </message>
    <message>
        <source>Reminder letter</source>
        <translation>工作提醒函</translation>
    </message>
    <message>
        <source>Supervision letter</source>
        <translation>重点督办函</translation>
    </message>
    <message>
        <source>Accountability letter</source>
        <translation>问责建议函</translation>
    </message>
    <message>
        <source>Talk with the unit</source>
        <translation>工作约谈</translation>
    </message>
    <message>
        <source>Instalment</source>
        <translation>分期付款</translation>
    </message>
    <message>
        <source>Follow-up visit</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Action of a meeting</source>
        <translation>会议议定事项</translation>
    </message>
    <message>
        <source>Village level</source>
        <translation>村级</translation>
    </message>
    <message>
        <source>Township level</source>
        <translation>乡镇级</translation>
    </message>
    <message>
        <source>County level</source>
        <translation>县级</translation>
    </message>
    <message>
        <source>nothing speaks against the village</source>
        <translation>村级可以办</translation>
    </message>
    <message>
        <source>a group matter</source>
        <translation>群体性</translation>
    </message>
    <message>
        <source>many people involved</source>
        <translation>涉及人数多</translation>
    </message>
    <message>
        <source>a large sum</source>
        <translation>金额较大</translation>
    </message>
    <message>
        <source>has gone on for long</source>
        <translation>时间跨度长</translation>
    </message>
    <message>
        <source>in the power of that level</source>
        <translation>属该级职权</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Respondent</source>
        <translation>被申请人</translation>
    </message>
    <message>
        <source>Accused</source>
        <translation>被反映人</translation>
    </message>
    <message>
        <source>Third person</source>
        <translation>第三人</translation>
    </message>
    <message>
        <source>Not yet known</source>
        <translation>还不清楚</translation>
    </message>
    <message>
        <source>Can be mediated</source>
        <translation>适宜调解</translation>
    </message>
    <message>
        <source>Cannot be mediated</source>
        <translation>不适宜调解</translation>
    </message>
    <message>
        <source>Written agreement</source>
        <translation>书面协议</translation>
    </message>
    <message>
        <source>Oral agreement, recorded</source>
        <translation>口头协议（登记）</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>设为密件</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>解除密件</translation>
    </message>
    <message>
        <source>Discussed at a meeting</source>
        <translation>会商研判</translation>
    </message>
    <message>
        <source>Whether it can be mediated</source>
        <translation>是否适宜调解</translation>
    </message>
    <message>
        <source>Leader takes on the case</source>
        <translation>领导包案</translation>
    </message>
    <message>
        <source>Answer sent back</source>
        <translation>退回重办</translation>
    </message>
    <message>
        <source>Task withdrawn</source>
        <translation>撤回任务</translation>
    </message>
    <message>
        <source>Judicial confirmation applied for</source>
        <translation>申请司法确认</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Striking off</source>
        <translation>销号</translation>
    </message>
    <message>
        <source>Reopening</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Substantive end</source>
        <translation>实质性办结</translation>
    </message>
    <message>
        <source>Interim end</source>
        <translation>阶段性办结</translation>
    </message>
    <message>
        <source>Procedural end</source>
        <translation>程序性办结</translation>
    </message>
    <message>
        <source>The dispute is settled and what was agreed is done. Counts as resolved.</source>
        <translation>矛盾已解决，约定已履行。计入化解。</translation>
    </message>
    <message>
        <source>Settled for now; something remains to be done later. Not counted as resolved.</source>
        <translation>暂时平息，后续仍有事项要办。不计入化解。</translation>
    </message>
    <message>
        <source>Handed to a court, arbitration or another procedure. Not counted as resolved.</source>
        <translation>已转入诉讼、仲裁等其他程序。不计入化解。</translation>
    </message>
    <message>
        <source>First party</source>
        <translation>甲方</translation>
    </message>
    <message>
        <source>Second party</source>
        <translation>乙方</translation>
    </message>
    <message>
        <source>Party member</source>
        <translation>党员</translation>
    </message>
    <message>
        <source>Applicant for party membership</source>
        <translation>入党积极分子</translation>
    </message>
    <message>
        <source>One of the five kinds of elders</source>
        <translation>五老</translation>
    </message>
    <message>
        <source>Village worthy</source>
        <translation>乡贤</translation>
    </message>
    <message>
        <source>Village cadre</source>
        <translation>村干部</translation>
    </message>
    <message>
        <source>Police auxiliary</source>
        <translation>辅警</translation>
    </message>
    <message>
        <source>Full-time grid worker</source>
        <translation>专职网格员</translation>
    </message>
    <message>
        <source>Other identity</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Lives here</source>
        <translation>在家</translation>
    </message>
    <message>
        <source>Away for work or study</source>
        <translation>外出</translation>
    </message>
    <message>
        <source>Moved out</source>
        <translation>迁出</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Quarterly</source>
        <translation>每季</translation>
    </message>
    <message>
        <source>{step}: {name}</source>
        <translation>{step}：{name}</translation>
    </message>
    <message>
        <source>Visit: {name}, no dispute</source>
        <translation>走访{name}：无纠纷</translation>
    </message>
    <message>
        <source>Visit with a dispute: {name}</source>
        <translation>走访发现纠纷：{name}</translation>
    </message>
    <message>
        <source>Visit: {name}, not at home</source>
        <translation>走访{name}：不在家</translation>
    </message>
    <message>
        <source>Visit: {name}, not receptive</source>
        <translation>走访{name}：不便接待</translation>
    </message>
    <message>
        <source>Visit: {name}, moved away</source>
        <translation>走访{name}：已搬离</translation>
    </message>
    <message>
        <source>Round opened: {name}</source>
        <translation>开启排查轮次：{name}</translation>
    </message>
    <message>
        <source>Walking order changed</source>
        <translation>调整走访顺序</translation>
    </message>
    <message>
        <source>Dispute registered: {name}</source>
        <translation>登记纠纷：{name}</translation>
    </message>
    <message>
        <source>Handling noted: {name}</source>
        <translation>记录办理：{name}</translation>
    </message>
    <message>
        <source>Dispute concluded: {name}</source>
        <translation>纠纷办结：{name}</translation>
    </message>
    <message>
        <source>Dispute struck off: {name}</source>
        <translation>纠纷销号：{name}</translation>
    </message>
    <message>
        <source>Dispute reopened: {name}</source>
        <translation>纠纷重启：{name}</translation>
    </message>
    <message>
        <source>Old case entered with its history: {name}</source>
        <translation>旧案补录：{name}</translation>
    </message>
    <message>
        <source>Parties changed: {name}</source>
        <translation>修改当事人：{name}</translation>
    </message>
    <message>
        <source>People and sums changed: {name}</source>
        <translation>修改人数与金额：{name}</translation>
    </message>
    <message>
        <source>Joined to an earlier matter: {name}</source>
        <translation>关联以前的纠纷：{name}</translation>
    </message>
    <message>
        <source>Handed to a mediator: {name}</source>
        <translation>交调解员：{name}</translation>
    </message>
    <message>
        <source>File added: {name}</source>
        <translation>加入文件：{name}</translation>
    </message>
    <message>
        <source>File removed: {name}</source>
        <translation>移除文件：{name}</translation>
    </message>
    <message>
        <source>Agreement kept: {name}</source>
        <translation>协议已履行：{name}</translation>
    </message>
    <message>
        <source>Agreement broken: {name}</source>
        <translation>协议未履行：{name}</translation>
    </message>
    <message>
        <source>Instalments made anew: {name}</source>
        <translation>改分期：{name}</translation>
    </message>
    <message>
        <source>Signed in: {name}</source>
        <translation>签到：{name}</translation>
    </message>
    <message>
        <source>Task answered: {name}</source>
        <translation>答复：{name}</translation>
    </message>
    <message>
        <source>Answer sent back: {name}</source>
        <translation>答复退回：{name}</translation>
    </message>
    <message>
        <source>Letter numbered anew: {name}</source>
        <translation>更换函号：{name}</translation>
    </message>
    <message>
        <source>Plan put in another order: {name}</source>
        <translation>调整方案步骤次序：{name}</translation>
    </message>
    <message>
        <source>Task withdrawn: {name}</source>
        <translation>撤回：{name}</translation>
    </message>
    <message>
        <source>Roster of receptions planned: {name}</source>
        <translation>排接访值班：{name}</translation>
    </message>
    <message>
        <source>Reception added: {name}</source>
        <translation>新增接访：{name}</translation>
    </message>
    <message>
        <source>Reception changed: {name}</source>
        <translation>修改接访安排：{name}</translation>
    </message>
    <message>
        <source>Reception logged: {name}</source>
        <translation>登记接访：{name}</translation>
    </message>
    <message>
        <source>Reception taken out of the roster</source>
        <translation>移出接访安排</translation>
    </message>
    <message>
        <source>Meeting called: {name}</source>
        <translation>召开会商：{name}</translation>
    </message>
    <message>
        <source>Meeting changed: {name}</source>
        <translation>修改会商：{name}</translation>
    </message>
    <message>
        <source>Agenda changed: {name}</source>
        <translation>调整议题：{name}</translation>
    </message>
    <message>
        <source>Minutes kept: {name}</source>
        <translation>会商纪要：{name}</translation>
    </message>
    <message>
        <source>Meeting called off: {name}</source>
        <translation>取消会商：{name}</translation>
    </message>
    <message>
        <source>Grid tree set up: {name}</source>
        <translation>建立网格：{name}</translation>
    </message>
    <message>
        <source>Micro-grids formed: {name}</source>
        <translation>划分微网格：{name}</translation>
    </message>
    <message>
        <source>Dedicated grid added: {name}</source>
        <translation>新增专属网格：{name}</translation>
    </message>
    <message>
        <source>Leader appointed: {name}</source>
        <translation>任命网格长：{name}</translation>
    </message>
    <message>
        <source>Stand-in named: {name}</source>
        <translation>安排代理：{name}</translation>
    </message>
    <message>
        <source>Households moved: {name}</source>
        <translation>住户调整：{name}</translation>
    </message>
    <message>
        <source>Micro-grids merged: {name}</source>
        <translation>微网格合并：{name}</translation>
    </message>
    <message>
        <source>Micro-grid split: {name}</source>
        <translation>微网格均分：{name}</translation>
    </message>
    <message>
        <source>Grid dissolved: {name}</source>
        <translation>网格撤销：{name}</translation>
    </message>
    <message>
        <source>Regrouping taken back: {name}</source>
        <translation>退回调整：{name}</translation>
    </message>
    <message>
        <source>Large grid added: {name}</source>
        <translation>新增大网格：{name}</translation>
    </message>
    <message>
        <source>Micro-grids of a large grid set: {name}</source>
        <translation>设定大网格范围：{name}</translation>
    </message>
    <message>
        <source>Grid changed: {name}</source>
        <translation>网格信息修改：{name}</translation>
    </message>
    <message>
        <source>Duty taken up: {name}</source>
        <translation>新增任职：{name}</translation>
    </message>
    <message>
        <source>Duty laid down: {name}</source>
        <translation>结束任职：{name}</translation>
    </message>
    <message>
        <source>Roster imported: {name}</source>
        <translation>导入住户名册：{name}</translation>
    </message>
    <message>
        <source>Report handed in: {name}</source>
        <translation>提交报表：{name}</translation>
    </message>
    <message>
        <source>Report signed: {name}</source>
        <translation>报表定稿：{name}</translation>
    </message>
    <message>
        <source>Report sent back: {name}</source>
        <translation>退回报表：{name}</translation>
    </message>
    <message>
        <source>Decided: {name}</source>
        <translation>定下一处不一致：{name}</translation>
    </message>
    <message>
        <source>Rule of the county set: {name}</source>
        <translation>设定本地规则：{name}</translation>
    </message>
    <message>
        <source>Ledger kept: {name}</source>
        <translation>保存台账：{name}</translation>
    </message>
    <message>
        <source>Ledger dropped: {name}</source>
        <translation>删除台账：{name}</translation>
    </message>
    <message>
        <source>Days of the calendar set: {name}</source>
        <translation>设定节假日和调休：{name} 年</translation>
    </message>
    <message>
        <source>Day taken out of the calendar: {name}</source>
        <translation>移除日历日期：{name}</translation>
    </message>
    <message>
        <source>Last days of {name} cases counted anew</source>
        <translation>重算 {name} 件的办理期限</translation>
    </message>
    <message>
        <source>Taken back: {name}</source>
        <translation>撤销：{name}</translation>
    </message>
    <message>
        <source>Household put right: {name}</source>
        <translation>修改户信息：{name}</translation>
    </message>
    <message>
        <source>Put right: {name}</source>
        <translation>修改信息：{name}</translation>
    </message>
    <message>
        <source>Entered: {name}</source>
        <translation>补录成员：{name}</translation>
    </message>
    <message>
        <source>One made of two: {name}</source>
        <translation>合并重复：{name}</translation>
    </message>
    <message>
        <source>Moved in: {name}</source>
        <translation>迁入：{name}</translation>
    </message>
    <message>
        <source>Moved out: {name}</source>
        <translation>迁出：{name}</translation>
    </message>
    <message>
        <source>Born: {name}</source>
        <translation>出生：{name}</translation>
    </message>
    <message>
        <source>Died: {name}</source>
        <translation>死亡：{name}</translation>
    </message>
    <message>
        <source>Came from another household: {name}</source>
        <translation>从他户转入：{name}</translation>
    </message>
    <message>
        <source>Split off: {name}</source>
        <translation>分户：{name}</translation>
    </message>
    <message>
        <source>Merged: {name}</source>
        <translation>并户：{name}</translation>
    </message>
    <message>
        <source>New head: {name}</source>
        <translation>更换户主：{name}</translation>
    </message>
    <message>
        <source>Came back: {name}</source>
        <translation>迁回：{name}</translation>
    </message>
    <message>
        <source>Had not happened: {name}</source>
        <translation>撤回变动：{name}</translation>
    </message>
</context>
<context>
    <name>written</name>
    <message>
        <source>This is no relation to the head. Write it like 长子, 儿媳 or 22.</source>
        <translation>看不懂这个关系，请写成“长子”“儿媳”或代码 22。</translation>
    </message>
    <message>
        <source>Write 男 or 女, or 1 or 2.</source>
        <translation>请写“男”或“女”，也可写 1 或 2。</translation>
    </message>
    <message>
        <source>Write 在家 or 外出. Moving out and death are entered below.</source>
        <translation>请写“在家”或“外出”。迁出、死亡请用下方按钮登记。</translation>
    </message>
    <message>
        <source>This is no date. Write it like 2003-05-07.</source>
        <translation>日期看不懂，请写成 2003-05-07。</translation>
    </message>
</context>
</TS>
