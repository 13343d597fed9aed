import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Locale } from '../../i18n/fill';
import { uiText } from '../../i18n/ui';

/** Copies what stands beside it; where the browser refuses, it says how to do it by hand. */
export function CopyButton({ text, locale }: { readonly text: string; readonly locale: Locale }): ReactNode {
  const words = uiText(locale).diagnostics;
  const [told, setTold] = useState<string | null>(null);
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          // Missing where the page is not secure, and refused where the host's web view forbids it.
          const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
          copied.then(
            () => setTold(words.copied),
            () => setTold(words.byHand),
          );
        }}
      >
        {words.copy}
      </Button>
      <span role="status">{told}</span>
    </>
  );
}
