import { entry, field, label, LEVEL1, LEVEL2, nameColumn, signRow, titleRows } from '../parts';
import type { Form } from '../model';

const LAST = 9;

/** 佐证材料清单: numbered, one row for each piece of evidence of an indicator. */
export const form: Form = {
  id: 'evidence-list',
  version: 1,
  title: { zh: '佐证材料清单', en: 'List of evidence' },
  kind: 'list',
  subject: null,
  levels: '2021',
  source: { document: '财预〔2020〕10号', clause: '自评材料留存备查' },
  orientation: 'landscape',
  head: [
    titleRows('绩效自评佐证材料清单', LAST),
    {
      rows: [
        {
          cells: [
            label([0, 1], '单位名称'),
            entry([2, 4], 'department'),
            label([5, 5], '实施单位'),
            entry([6, LAST], 'implementer'),
          ],
        },
        field('项目名称', [0, 1], 'project', [2, LAST], { hint: '部门整体支出的，此处不填。' }),
      ],
    },
  ],
  side: null,
  columns: [
    { field: 'number', header: '序号', width: 6 },
    LEVEL1,
    LEVEL2,
    nameColumn(24),
    { field: 'evidence', header: '佐证材料名称', width: 28, hint: '一份材料一行，写明文件、合同、照片、台账的名称。' },
    { field: 'evidence-reference', header: '文号或日期', width: 16 },
    { field: 'evidence-pages', header: '页数', width: 7 },
    { field: 'evidence-place', header: '存放位置', width: 14, hint: '纸质档案写卷宗号，电子文件写文件夹。' },
    { field: 'evidence-keeper', header: '提供人', width: 9 },
    { field: 'remark', header: '备注', width: 9 },
  ],
  blankRows: 1,
  total: null,
  foot: [
    signRow([
      [[0, 3], '填报人'],
      [[4, 5], '单位负责人'],
      [[6, LAST], '填报日期'],
    ]),
  ],
};
