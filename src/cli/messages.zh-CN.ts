export const zh = {
  usage: `用法：perf-addin 命令 [选项]

  check 路径…         检查绩效表（文件或文件夹）：.xlsx .xls .et .ods .docx .html .csv .md 等，
                      .doc .rtf .pdf 须装有 LibreOffice
    --format text|json|ndjson|html   输出格式，默认 text
    --lang zh-CN|en-US               语言，默认 zh-CN
    --sheet 名称                     只检查这张工作表
    --rule 编码=off|info|warning|error  调整一条规则，可多次使用
    --profile 文件                   审核口径（JSON）
    --no-suppress                    不理会“保留原值”的记录
    --fix                            直接修正可以安全修正的问题，须与 --out 或 --in-place 同用
    --annotate                       标出问题，须与 --out 同用
    --out 路径                       写到这个文件或文件夹
    --in-place                       写回原文件，原文件留有备份
    --files-from -                   从标准输入读取路径，一行一个
    --resume                         记下进度；中断后以同样的命令再运行，接着做完
    --save 文件                      结果写到这个文件，同时记下进度
    --summary 文件.xlsx|文件.html    另写一份汇总，可多次使用
    --jobs 数                        同时检查几个文件，默认与处理器核数相同
    --timeout 秒                     一个文件最多用多久，默认 180
  native 路径         把 PERF 公式转为不需要加载项的普通公式，须与 --out 或 --in-place 同用
    --sheet 名称                     只转换这张工作表
  parse               从标准输入逐行读取 {"text": "指标值"}，读出比较符号、数值和单位
  score               按评分标准算分：--standard 文字 --actual 实际值 [--target 指标值] [--weight 分值]
                      [--operator 符号] [--unit 单位] [--options 整档|比例|进档]；
                      或从标准输入逐行读取同名字段的 JSON
  table 路径          读出绩效表，不检查
  report 路径         写出审核意见：--out 文件.docx|.html|.xlsx（.xlsx 是加了“审核意见”工作表的副本）
    --round 轮次 --deadline 年-月-日 --date 年-月-日 --office 审核单位
    --review-form                    在 .xlsx 里加上初评的绩效目标审核表
    --against 文件                   对照批复的目标表或上年的自评表
    --profile 文件  --force
  send-back 路径…     一键退回：每个部门一份审核意见，须有 --out 文件夹
    --round 轮次 --deadline 年-月-日 --date 年-月-日 --office 审核单位
    --format docx|html  --list text|json
    --workbooks                      并写出加了“审核意见”工作表的工作簿副本
  publish 路径        生成公开版，须有 --out 文件：去掉记录、标记、批注、隐藏的工作表、作者信息和 PERF 公式
    --approved 文件                  与批复的表核对
    --accept                         有需要注意的事项也生成
  ledger 路径…        汇总台账：--out 文件.xlsx
  compare 旧 新       比较两个版本，或把自评表与批复的目标表核对 [--format text|json|html]
  templates           列出表样 [--format text|json]
  fill                写出一份表样：--template 编号 --out 文件.xlsx
    --from 路径 [--sheet 名称]       用这份表里的内容填写
    --year 年度                      新表的年度，日期随之顺延
    --clear-targets --clear-budget   指标值、预算金额不沿用，留待填写
    --scores functions|native|none   得分用 PERF 函数、普通公式或不写公式，默认 functions
    --protect                        锁定表头等固定文字
    --force                          可以替换已有的文件（原文件留有备份）

结果写到标准输出，其余写到标准错误。
退出码：有文件读不出为 2；否则有必改的问题为 1；否则为 0。
`,
  noStandard: '缺少 standard（评分标准的文字）。',
  badQuestion:
    '字段类型不对：standard、operator、unit、options 是文字，weight 是非负数，actual 是数、文字、数组或对象。',
  badSteps: 'options 只能是 整档、比例 或 进档。',
  command: '没有“{name}”这个命令。',
  option: '选项有误：{detail}',
  noPath: '请给出要检查的文件或文件夹。',
  onePath: '请给出一个文件。',
  format: '--format 只能是 text、json、ndjson 或 html，不能是“{value}”。',
  lang: '--lang 只能是 zh-CN 或 en-US，不能是“{value}”。',
  rule: '--rule 应写作 编码=off|info|warning|error，不能是“{value}”。',
  unknownRule: '没有 {value} 这条规则。',
  filesFrom: '--files-from 只能是 -（标准输入）。',
  fixTarget: '--fix 须与 --out 或 --in-place 之一同用。',
  annotateTarget: '--annotate 须与 --out 同用。',
  outAlone: '--out 须与 --fix 或 --annotate 同用。',
  inPlaceAlone: '--in-place 须与 --fix 同用。',
  outTwice: '--out 与 --in-place 只能用一个。',
  jobs: '--jobs 应是 1 到 256 的整数，不能是“{value}”。',
  timeout: '--timeout 应是 1 到 86400 的秒数，不能是“{value}”。',
  summaryEnding: '--summary 应以 .xlsx 或 .html 结尾，不能是“{value}”。',
  savePlace: '--save 与 --summary、--out 不能是同一个文件，也不能是要检查的文件。',
  outManyFiles: '输入不止一个文件，--out 须是文件夹。',
  noTemplate: '请用 --template 给出表样的编号；templates 命令列出全部编号。',
  unknownTemplate: '没有“{value}”这份表样；templates 命令列出全部编号。',
  fillOut: '请用 --out 给出要写的 .xlsx 文件。',
  scores: '--scores 只能是 functions、native 或 none，不能是“{value}”。',
  year: '--year 应是四位年份，不能是“{value}”。',
  fromAlone: '{value} 须与 --from 同用。',
  listFormat: '--format 只能是 text 或 json，不能是“{value}”。',
  profileRead: '审核口径 {path} 读不出：{detail}',
  profileShape: '审核口径 {path} 有误：{detail}',
  line: '第 {line} 行有误：{detail}',
  notJson: '不是 JSON',
  noText: '缺少文字 text',
  badHint: 'operator 和 unit 应是文字',
  backup: '原文件已备份为 {path}',
  written: '已写入 {path}',
  journalBusy: '进度记录 {path} 写不进：{detail}',
  progress: { rate: '{rate} 个/秒', left: '剩余 {time}', unreadable: '读不出 {count}' },
  errors: {
    'not-found': '找不到这个文件或文件夹。',
    'no-permission': '没有读写权限。',
    'is-folder': '这是文件夹，不是文件。',
    'not-file': '这不是普通文件，没有读取。',
    locked: '文件正被别的程序占用。',
    'disk-full': '磁盘已满，没有写入。',
    exists: '同名文件已经存在，没有覆盖。',
    io: '磁盘读写失败。',
    'missing-sheet': '没有名为“{sheet}”的工作表。',
    'no-sheet': '文件中没有工作表。',
    'no-table': '文件里没有可以取用的绩效表。',
    'read-only-form': '只有 .xlsx 文件能写回原文件；请用 --out 另存为 .xlsx。',
    conflict: '单元格的内容与修正所依据的不符，没有写入。',
    'same-file': '输出就是输入的文件，没有写入；如要写回请用 --in-place。',
    'rule-failed': '有规则未能运行，结果不完整：{rules}',
    'timed-out': '{seconds} 秒内没有做完，已放弃；可用 --timeout 放宽。',
    'out-of-memory': '内存不够，没有做完。',
    crashed: '检查它时程序意外中止（{detail}），没有做完。',
    internal: '程序出了错：{detail}',
  },
  fill: {
    written: '已写入 {path}，{count} 条指标',
    unplaced: '表样没有相应的栏目，未写入的内容（{count} 项）：',
    field: '{field}（{count} 项）',
    said: '{label}：{value}',
    choices: '可以放在不止一处的指标，请核对级别（{count} 项）：',
    choice: '{name}　{from} → {to}',
    years: '随年度改动的日期（{count} 处）：',
    year: '{from} → {to}',
  },
  text: {
    noTable: '未找到绩效表',
    clean: '未发现问题',
    suppressed: '已保留原值：{reason}',
    unmatched:
      '绩效审核记录里手工填写的“保留原值”（{what}）没有对上问题，不起作用：请写明规则编码、工作表和单元格（如 PT203、Sheet1!D12）和理由',
    causedBy: '由上面的问题引起',
    table: '{title}  {range}  {count} 条指标',
    summary: '共 {files} 个文件，必改 {error}，建议修改 {warning}，提示 {info}；读不出 {unreadable} 个',
    reason: {
      empty: '空表',
      'no-header': '没有表头',
      'own-sheet': '本插件的记录',
      'review-form': '绩效目标审核表',
      'list-form': '佐证材料清单或调整申请表',
      'no-rows': '没有指标行',
    },
  },
};

export type CliText = typeof zh;
