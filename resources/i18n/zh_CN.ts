<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
    <name>MainWindow</name>
    <message>
        <source>Grid work</source>
        <translation>网格工作台</translation>
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
    <name>PasswordField</name>
    <message>
        <source>Caps Lock is on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hide the password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished" />
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
    <name>SearchBox</name>
    <message>
        <source>Name, initials, phone tail, address or number</source>
        <translation>姓名、拼音首字母、电话尾号、门牌、编号</translation>
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
    <name>TopBar</name>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
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
    <name>_Panel</name>
    <message>
        <source>Hits</source>
        <translation>搜索结果</translation>
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
        <source>The enrolment code is wrong, used or expired. Ask the township for one.</source>
        <translation>登记码有误、已用过或已过期，请向乡镇索取新码。</translation>
    </message>
    <message>
        <source>This laptop was taken out of service. Call the township.</source>
        <translation>这台电脑已被停用，请联系乡镇。</translation>
    </message>
    <message>
        <source>This belongs to another unit. Ask that unit to make the change.</source>
        <translation>这条属于别的单位，请由该单位修改。</translation>
    </message>
    <message>
        <source>The county is missing earlier changes. Sync again to send them.</source>
        <translation>县里缺少之前的修改，请再同步一次补发。</translation>
    </message>
    <message>
        <source>This data was copied to a second computer. Call the township.</source>
        <translation>这份数据被复制到了另一台电脑，请联系乡镇。</translation>
    </message>
    <message>
        <source>The county has a different batch of this number. Call the township.</source>
        <translation>县里已有同号的另一批数据，请联系乡镇。</translation>
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
        <source>The case has moved on meanwhile. Open it and choose the next step again.</source>
        <translation>该纠纷已有新进展，请打开后重新选择下一步。</translation>
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
        <source>This program is too old for the county. Install the update.</source>
        <translation>程序版本太旧，请先安装更新。</translation>
    </message>
    <message>
        <source>The county is busy. It is tried again by itself; you can go on working.</source>
        <translation>县里服务器正忙，稍后会自动重试，您可以继续工作。</translation>
    </message>
    <message>
        <source>The county has no room left. Your data is safe here; call the county.</source>
        <translation>县里服务器空间已满，您的数据在本机是安全的，请联系县里。</translation>
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
        <source>Being handled</source>
        <translation>办理中</translation>
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
        <source>Handling</source>
        <translation>办理</translation>
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
        <source>Roster imported: {name}</source>
        <translation>导入住户名册：{name}</translation>
    </message>
    <message>
        <source>Taken back: {name}</source>
        <translation>撤销：{name}</translation>
    </message>
</context>
</TS>
