import type { Locale } from '../i18n';

interface NativeWording {
  readonly done: string;
  readonly someLeft: string;
  readonly backup: string;
  readonly target: string;
}

export const NATIVE_WORDING: Readonly<Record<Locale, NativeWording>> = {
  'zh-CN': {
    done: '{changed} 处 PERF 公式已转为普通公式。',
    someLeft: '{changed} 处 PERF 公式已转为普通公式，{left} 处不能转换，保持原样；原因见输出中的 left。',
    backup: '原文件留有备份：{path}',
    target: 'native 须与 --out 或 --in-place 之一同用。',
  },
  'en-US': {
    done: '{changed} PERF formulas turned into plain ones.',
    someLeft:
      '{changed} PERF formulas turned into plain ones; {left} could not be and stay as they are, see "left" in the output.',
    backup: 'The original was kept: {path}',
    target: 'native needs one of --out and --in-place.',
  },
};
