import { useState } from 'react';
import type { Range } from '../../core/sheet';
import type { ConversionNote } from '../../functions/conversion';
import type { FormulaCommand, FormulaOutcome } from '../../session';
import { useLocale, useSession } from '../context';
import { formulaWords } from './words';

export interface Converted {
  readonly command: FormulaCommand;
  readonly outcome: FormulaOutcome<ConversionNote, string>;
}

export interface Converter {
  /** What came of the last command; null until there is something to be told. */
  readonly done: Converted | null;
  /** `scope`: null for the whole sheet, which is the one that is shown. */
  run(command: FormulaCommand, sheet: string | undefined, scope: readonly Range[] | null): Promise<void>;
  dismiss(): void;
}

/** 转为普通公式, 转为数值, and back; the part that translates is loaded with the first command. */
export function useConverter(): Converter {
  const session = useSession();
  const locale = useLocale();
  const [done, setDone] = useState<Converted | null>(null);
  return {
    done,
    dismiss: () => setDone(null),
    async run(command, sheet, scope) {
      const words = formulaWords(locale);
      const [{ toNative }, { refusalText }] = await Promise.all([
        import('../../functions/conversion'),
        import('./refusal'),
      ]);
      const outcome = await session.convertFormulas<ConversionNote, string>({
        command,
        ...(sheet === undefined ? {} : { sheet }),
        scope,
        label: words.command[command],
        translate: (formula, on) => {
          const result = toNative(formula, on);
          return result.ok ? result : { ok: false, refusal: refusalText(result, locale) };
        },
      });
      // Where nothing came of it, the pane's own bar says why.
      if (outcome) setDone({ command, outcome });
    },
  };
}
