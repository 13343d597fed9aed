import type { SampleId } from './samples';
import type { Loss } from './losses';

/** 工作台's own words; those of the pane are in the catalogues of i18n. */
export interface PageText {
  readonly product: string;
  readonly open: string;
  readonly openHint: string;
  readonly paste: string;
  readonly pasteHint: string;
  /** Name of a workbook that was pasted. */
  readonly pasted: string;
  readonly pasteBox: {
    readonly title: string;
    readonly body: string;
    readonly label: string;
    readonly back: string;
  };
  readonly download: string;
  readonly downloadHint: string;
  /** Where the file is written in place. */
  readonly save: string;
  readonly saveHint: string;
  readonly recent: {
    readonly title: string;
    readonly hint: string;
    readonly none: string;
    readonly clear: string;
    readonly cleared: string;
    readonly left: string;
    readonly gone: string;
  };
  /** 找回: changes that an earlier visit left behind. */
  readonly recover: {
    readonly title: string;
    readonly body: string;
    readonly restore: string;
    readonly forget: string;
    readonly later: string;
    readonly none: string;
    readonly done: string;
    readonly failed: string;
    readonly elsewhere: string;
  };
  readonly samples: string;
  readonly sample: Readonly<Record<SampleId, string>>;
  readonly changed: string;
  readonly changedInPlace: string;
  readonly kept: string;
  readonly notKept: string;
  /** Names the other language, in that language. */
  readonly otherLanguage: string;
  readonly otherLanguageHint: string;
  readonly toDark: string;
  readonly toLight: string;
  readonly grid: string;
  readonly pane: string;
  readonly splitter: string;
  readonly drop: string;
  readonly loading: string;
  readonly opening: string;
  readonly close: string;
  readonly discard: { readonly title: string; readonly body: string; readonly back: string; readonly go: string };
  readonly newFile: {
    readonly title: string;
    readonly body: string;
    readonly losses: string;
    readonly back: string;
    readonly go: string;
  };
  readonly loss: Readonly<Record<Loss, string>>;
  readonly downloaded: string;
  readonly downloadedNew: string;
  readonly nothingToSave: string;
  readonly saved: string;
  readonly changedElsewhere: string;
  readonly update: { readonly text: string; readonly go: string };
  readonly notWritten: string;
  readonly failed: {
    readonly grid: string;
    readonly save: string;
    readonly other: string;
  };
}

export const zh: PageText = {
  product: '绩效表助手',
  open: '打开',
  openHint: '打开 Excel、WPS 表格、Word、网页、CSV 等文件（Ctrl+O），也可以把文件拖进来',
  paste: '粘贴表格',
  pasteHint: '把在 Word、WPS、网页或 PDF 里复制的表格打开',
  pasted: '粘贴的表格',
  pasteBox: {
    title: '粘贴表格',
    body: '在 Word、WPS、网页或 PDF 阅读器里复制表格（连同上面的标题），回到这里按 Ctrl+V。',
    label: '在这里粘贴',
    back: '返回',
  },
  download: '下载',
  downloadHint: '下载改过的文件（Ctrl+S）',
  save: '保存',
  saveHint: '把改动写回原文件（Ctrl+S）',
  recent: {
    title: '最近',
    hint: '最近打开的文件，只记在这台电脑的浏览器里',
    none: '还没有打开过文件',
    clear: '清除最近打开的记录',
    cleared: '已清除最近打开的记录。',
    left: '找回未保存的改动…',
    gone: '“{name}”已经移动、改名或删除，打不开了，已从最近打开里去掉。',
  },
  recover: {
    title: '有未保存的改动，要找回吗？',
    body: '上次页面关闭或意外中断时，下面的改动还没有保存成文件。它们暂存在这台电脑的浏览器里。',
    restore: '找回',
    forget: '删除',
    later: '以后再说',
    none: '没有未保存的改动。',
    done: '已找回“{name}”里未保存的改动，请记得保存成文件。',
    failed: '没能找回“{name}”里的改动。暂存的内容还在，可以刷新页面再试。',
    elsewhere: '“{name}”已在另一个标签页里打开，请到那里继续。',
  },
  samples: '示例',
  sample: {
    'overall-2025': '2025年整体支出绩效目标表',
    'published-2025': '2025年目标表（公开稿，单元格错位）',
    'overall-2022': '2022年整体支出绩效目标表',
  },
  changed: '有改动未下载',
  changedInPlace: '有改动未保存',
  kept: '改动已自动暂存在这台电脑的浏览器里，页面意外关闭也能找回',
  notKept: '浏览器没有空间或不允许自动暂存，页面意外关闭会丢失改动，请及时保存成文件。',
  otherLanguage: 'English',
  otherLanguageHint: 'Switch to English',
  toDark: '换成深色',
  toLight: '换成浅色',
  grid: '表格（按 F6 到面板）',
  pane: '绩效表助手面板',
  splitter: '调整面板宽度',
  drop: '松开鼠标，打开这个文件',
  loading: '正在载入表格…',
  opening: '正在打开“{name}”…',
  close: '关闭提示',
  discard: {
    title: '改动还没有下载',
    body: '“{name}”里的改动还没有下载，继续就会丢掉。',
    back: '返回',
    go: '不保留改动',
  },
  newFile: {
    title: '另存为新工作簿',
    body: '插入、删除、移动过行列，或者增删、改名过工作表之后，不能再逐格写回原文件，只能另存为新工作簿。原文件不受影响。',
    losses: '下列内容带不过去：',
    back: '返回',
    go: '下载新工作簿',
  },
  loss: {
    macros: '宏',
    charts: '图表',
    pivots: '数据透视表',
    pictures: '图片和图形',
    comments: '批注（本工具加的除外）',
    validations: '数据验证（下拉列表等）',
    conditions: '条件格式（本工具的标记除外）',
    hyperlinks: '超链接',
    names: '定义的名称',
    tables: '表格样式的区域（超级表）',
    printing: '页面设置和打印区域',
    links: '外部链接',
    richText: '单元格内部分文字的格式',
    looks: '字体、底色等格式（列宽会保留）',
    other: '文件里的其他附加内容',
  },
  downloaded: '已下载“{name}”：只写入了改过的单元格，其他内容与原文件一致。',
  downloadedNew: '已下载新工作簿“{name}”。',
  nothingToSave: '没有改动，下载的“{name}”与原文件完全一致。',
  saved: '已保存“{name}”：只写入了改过的单元格，其他内容不变。',
  changedElsewhere: '“{name}”打开之后被别的程序改过，没有覆盖它；已把这里的内容另外下载，请核对后再合并。',
  update: { text: '绩效表助手有新版本，重新载入后使用。', go: '重新载入' },
  notWritten: '在这里调整的格式、行高列宽、隐藏和自己写的批注没有写进文件。',
  failed: {
    grid: '表格没能载入。请刷新页面再试；仍然不行时，请换用新版本的 Chrome、Edge 或 Firefox。',
    save: '没能写出文件。表格里的内容还在，可以再试一次。',
    other: '打不开“{name}”：读取时出错。请用 Excel 或 WPS 表格另存为 .xlsx 再打开。',
  },
};
