import type { LibraryProblem } from '../core/library';

export type LibraryText = Readonly<Record<LibraryProblem['code'], string>> & {
  /** Before a sentence about one entry of a file, or one row of a sheet. */
  readonly entry: string;
  readonly row: string;
  readonly dropped: string;
};

export const zh: LibraryText = {
  entry: '第{place}条：',
  row: '第{place}行：',
  dropped: '（未导入）',
  'not-json': '文件内容不是有效的 JSON，请确认选择的是从本插件导出的指标库文件',
  'not-a-library': '文件里没有指标库：应有 version 和 entries 两项',
  'newer-version': '文件由较新的版本（{version}）导出，请先更新插件',
  'no-header': '工作表“{sheet}”里没有找到表头：需要“二级指标”和“三级指标”两列',
  'not-an-entry': '不是一条指标，请检查是否误删了括号或引号',
  'name-missing': '没有填写三级指标名称',
  'name-twice': '“{name}”出现了不止一次，以后面的一条为准',
  'level2-unknown': '“{name}”的二级指标“{words}”不在分类中，请填写数量指标、质量指标、社会效益指标等规范名称',
  'target-missing': '“{name}”没有填写指标值，插入后请补填',
  'field-unknown': '“{name}”的领域“{words}”不在领域清单中，按未分领域保存',
  'too-long': '“{name}”的内容“{words}”超过{most}字',
};
