import type { ProfileProblemCode } from '../core/check/profile';

export type ProfileText = Readonly<Record<ProfileProblemCode, string>> & {
  /** Before a sentence about one own check, and about any other place. */
  readonly check: string;
  readonly place: string;
  readonly kinds: Readonly<Record<string, string>>;
};

export const zh: ProfileText = {
  check: '第{check}条自定规则 {path}：',
  place: '{path}：',
  kinds: {
    string: '文字',
    number: '数字',
    int: '整数',
    boolean: 'true 或 false',
    array: '方括号括起的列表',
    tuple: '方括号括起的两个数',
    object: '花括号括起的一组内容',
    record: '花括号括起的一组内容',
    union: '文字、数字或它们的列表，与说明文档中的写法一致',
  },
  empty: '文件是空的',
  'not-json': '不是有效的 JSON，请检查引号、逗号和括号（{detail}）',
  'not-a-profile': '不是审核口径：最外层应是花括号 {}',
  'newer-version': '由较新的版本（{version}）导出，请先更新插件',
  'too-large': '超过 {most} 字，请拆分或删去不用的规则',
  'unknown-key': '不认识“{words}”，请检查拼写',
  'unknown-rule': '没有 {words} 这条规则',
  'not-ascending': '月份须从小到大，不能重复',
  'points-sum': '各级分值合计应为90或100，这里是{words}',
  missing: '缺少这一项',
  'wrong-kind': '应是{expected}',
  'not-a-choice': '只能是 {choices}',
  'too-big': '过大或过长，最多 {most}',
  'too-small': '过小或为空，最少 {least}',
  'bad-code': '编码应以 OWN- 开头，后接 1–20 个字母、数字或汉字',
  wrong: '写法有误',
  'no-subject': '没有写明对什么作比较：field、length、table、count、sum 或 any 选一个',
  'two-subjects': '只能对一项作比较，这里有 {words}',
  'no-comparison': '没有写明怎样比较：is、not、blank、equals、atLeast、atMost、above 或 below',
  'any-alone': 'any 里的各项自带比较，同一层不能再写比较',
  'of-alone': 'of 须与 count 或 sum 同用',
  'row-in-table': '按表检查的规则不能直接用 field 或 length，请用 count 或 sum 加 of',
  placeholder: '不认识占位符 {words}',
  twice: '编码 {words} 出现了不止一次',
};
