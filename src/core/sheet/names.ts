/** Characters that no sheet's name may have. */
const FORBIDDEN = /[[\]:*?/\\]+/gu;
const LONGEST = 31;

/**
 * A name that a sheet may have and none of `taken` has, whatever the case: `wanted` without what is not allowed, cut to
 * 31 characters, numbered from 2 on where it is taken.
 */
export function freeSheetName(
  wanted: string,
  taken: Iterable<string>,
  ending: (number: number) => string = (number) => ` ${number}`,
): string {
  const names = new Set(Array.from(taken, (name) => name.toLowerCase()));
  const allowed = wanted
    .replace(/\p{Cc}+/gu, ' ')
    .replace(FORBIDDEN, ' ')
    .replaceAll("'", '’')
    .trim();
  const base = cut(allowed, LONGEST) || 'Sheet1';
  for (let name = base, number = 2; ; number++) {
    if (!names.has(name.toLowerCase())) return name;
    name = cut(base, LONGEST - ending(number).length) + ending(number);
  }
}

/** Whether it is the name or that name numbered, as `freeSheetName` does it. */
export function isNumbered(name: string, base: string): boolean {
  return name === base || (name.startsWith(`${base} `) && /^\d{1,3}$/u.test(name.slice(base.length + 1)));
}

/** Cut to a length without cutting a character in two. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trim();
}
