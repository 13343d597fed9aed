/** The names that a sentence of a catalogue asks for, `{count}` and `{count?row|rows}`, each once, in order. */
export function placeholders(text: string): string[] {
  const names = Array.from(text.matchAll(/\{(\w+)(?:\?[^{}|]*\|[^{}|]*)?\}/gu), ([, name]) => name as string);
  return [...new Set(names)].sort();
}
