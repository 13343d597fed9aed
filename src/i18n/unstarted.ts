import type { Locale } from './fill';

/** The pages that may be opened in an engine too old for their scripts, or while some of their files are missing. */
export type UnstartedPage = 'excel' | 'wps' | 'workbench' | 'site';

/**
 * What stands in a page before its script runs, and stays where it never does. The scripts themselves can't say it: an
 * engine that does not know their language does not read them.
 */
export const UNSTARTED: Readonly<
  Record<Locale, Readonly<Record<UnstartedPage | 'opening' | 'guide' | 'offline' | 'scripts', string>>>
> = {
  'zh-CN': {
    opening: '正在打开……',
    excel:
      '一直停在这里：Excel 的版本太低（需要 Excel 2021、Microsoft 365 或网页版），电脑上没有 WebView2 运行时，或网站的文件取不到。请改用 WPS 表格或浏览器工作台，或请管理员检查网站。',
    wps: '一直停在这里：网站的文件没有放全，或 WPS 的网页内核太旧（需要 Chromium 69）。请升级 WPS，或改用浏览器工作台。',
    workbench:
      '一直停在这里：浏览器太旧，或网站的文件没有放全。请用 Edge、Chrome 或国产浏览器的“极速模式”（Chromium 94 起）打开。',
    site: '一直停在这里：浏览器太旧，或网站的文件没有放全。请用 Edge、Chrome 或国产浏览器的“极速模式”打开；也可以直接下载：',
    guide: '安装说明',
    offline: 'WPS 离线安装包',
    scripts: 'WPS 安装脚本',
  },
  'en-US': {
    opening: 'Opening…',
    excel:
      'If it stays like this: this Excel is too old (Excel 2021, Microsoft 365 or Excel on the web is needed), the computer has no WebView2 runtime, or files of the site are out of reach. Use WPS Spreadsheets or the browser workbench, or ask the administrator to check the site.',
    wps: 'If it stays like this: files of the site are missing, or the engine of this WPS is too old (Chromium 69 is needed). Update WPS, or use the browser workbench.',
    workbench:
      'If it stays like this: the browser is too old (Chromium 94 or later is needed, as in Edge or Chrome), or files of the site are missing.',
    site: 'If it stays like this: the browser is too old, or files of the site are missing. Use Edge or Chrome, or download from here:',
    guide: 'Guides',
    offline: 'Offline package for WPS',
    scripts: 'Installer scripts for WPS',
  },
};
