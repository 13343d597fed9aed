export const zh = {
  usage: `用法：perf-addin 命令 [选项]

  check 路径…         检查绩效表（文件或文件夹）
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
  parse               从标准输入逐行读取 {"text": "指标值"}，读出比较符号、数值和单位
  score               按评分标准算分：--standard 文字 --actual 实际值 [--target 指标值] [--weight 分值]
                      [--operator 符号] [--unit 单位] [--options 整档|比例|进档]；
                      或从标准输入逐行读取同名字段的 JSON
  table 路径          读出绩效表，不检查

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
  outManyFiles: '输入不止一个文件，--out 须是文件夹。',
  profileRead: '审核口径 {path} 读不出：{detail}',
  profileShape: '审核口径 {path} 有误：{detail}',
  line: '第 {line} 行有误：{detail}',
  notJson: '不是 JSON',
  noText: '缺少文字 text',
  badHint: 'operator 和 unit 应是文字',
  backup: '原文件已备份为 {path}',
  written: '已写入 {path}',
  journalBusy: '进度记录 {path} 写不进：{detail}',
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
    'read-only-form': '只有 .xlsx 文件能写回原文件；请用 --out 另存为 .xlsx。',
    conflict: '单元格的内容与修正所依据的不符，没有写入。',
    'same-file': '输出就是输入的文件，没有写入；如要写回请用 --in-place。',
    'rule-failed': '有规则未能运行，结果不完整：{rules}',
    internal: '程序出了错：{detail}',
  },
  text: {
    noTable: '未找到绩效表',
    clean: '未发现问题',
    suppressed: '已保留原值：{reason}',
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
