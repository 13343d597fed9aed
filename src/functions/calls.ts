/** A call of a PERF function within a formula. */
export interface PerfCall {
  /** `SCORE`, in capitals. */
  readonly name: string;
  /** The texts between the commas, trimmed. */
  readonly args: readonly string[];
  readonly start: number;
  /** Just past the closing bracket. */
  readonly end: number;
}

/** Strings and quoted sheet names hold anything; all else is looked at sign by sign. */
const TOKEN = /"(?:[^"]|"")*(?:"|$)|'(?:[^']|'')*(?:'|$)|[\p{L}_][\p{L}\p{N}_.]*|./gsu;

const CALL = /^(?:_xl(?:fn|udf)\.)*(?:PERF\.|_xldudf_PERF_)([A-Z]+)$/iu;

/** The outermost calls, from left to right; one whose bracket is never closed is none. */
export function perfCalls(formula: string): PerfCall[] {
  const tokens = [...formula.matchAll(TOKEN)].map((match) => ({ text: match[0], at: match.index }));
  const calls: PerfCall[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const name = CALL.exec(tokens[index]?.text ?? '')?.[1];
    if (name === undefined || tokens[index + 1]?.text !== '(') continue;
    const args: string[] = [];
    const open: string[] = [];
    let from = (tokens[index + 1]?.at ?? 0) + 1;
    for (let next = index + 1; next < tokens.length; next++) {
      const { text, at } = tokens[next] as { text: string; at: number };
      if (text === '(' || text === '{') open.push(text);
      // A bracket of the other kind is a slip, and no call comes of it.
      if ((text === ')' && open.pop() !== '(') || (text === '}' && open.pop() !== '{')) break;
      if (open.length === 0 || (open.length === 1 && text === ',')) {
        args.push(formula.slice(from, at).trim());
        from = at + 1;
      }
      if (open.length > 0) continue;
      calls.push({ name: name.toUpperCase(), args, start: tokens[index]?.at ?? 0, end: at + 1 });
      index = next;
      break;
    }
  }
  return calls;
}
