/** CSS that came after Chromium 69, by version; what an engine does not know it leaves out. */
const PROPERTIES = {
  inset: 87,
  'inset-inline': 87,
  'inset-block': 87,
  'margin-inline': 87,
  'margin-block': 87,
  'padding-inline': 87,
  'padding-block': 87,
  'border-start-start-radius': 89,
  'aspect-ratio': 88,
  appearance: 84,
  'color-scheme': 81,
  'accent-color': 93,
  'forced-color-adjust': 89,
  'scrollbar-gutter': 94,
  'scrollbar-width': 121,
  'scrollbar-color': 121,
  'content-visibility': 85,
  'contain-intrinsic-size': 83,
  'backdrop-filter': 76,
  'text-decoration-thickness': 89,
  'text-underline-offset': 87,
  'text-wrap': 114,
  'overflow-clip-margin': 90,
  translate: 104,
  rotate: 104,
  scale: 104,
  'field-sizing': 123,
  'anchor-name': 125,
  'position-anchor': 125,
  'container-type': 105,
  'container-name': 105,
  container: 105,
  mask: 120,
  'mask-image': 120,
  'row-gap in flex': 84,
  'gap in flex': 84,
};
const SELECTORS = { ':focus-visible': 86, ':is': 88, ':where': 88, ':has': 105, ':popover-open': 114, '::marker': 86 };
const FUNCTIONS = {
  min: 79,
  max: 79,
  clamp: 79,
  'color-mix': 111,
  oklch: 111,
  oklab: 111,
  lab: 111,
  lch: 111,
  anchor: 125,
};
const VALUES = { anywhere: 80, dvh: 108, 'stretch-content': 138 };
const RULES = { container: 105, layer: 99, property: 85, scope: 118, 'starting-style': 117 };

/** Whether a value calls a function of this name, which is not the end of a longer one. */
function calls(value, name) {
  const at = value.indexOf(`${name}(`);
  return at >= 0 && !/[a-z-]/.test(value.charAt(at - 1));
}

/** What is quoted is no style. */
function withoutStrings(css) {
  let bare = '';
  let quote = '';
  for (let at = 0; at < css.length; at++) {
    const char = css.charAt(at);
    if (quote === '') {
      bare += char;
      if (char === '"' || char === "'") quote = char;
    } else if (char === '\\') at++;
    else if (char === quote) {
      bare += char;
      quote = '';
    }
  }
  return bare;
}

/**
 * The newer things in rules as text, each as `property`, `:selector`, `function()`, `property: value` or `@rule`. Space
 * between flex items (`gap`) can't be told from that of a grid here: it is looked for on elements.
 */
function newerInCss(css) {
  const found = new Set();
  const bare = withoutStrings(css);
  for (const [, name] of bare.matchAll(/@([a-z-]+)/g)) if (Object.hasOwn(RULES, name)) found.add(`@${name}`);
  for (const block of bare.split('}')) {
    const heads = block.split('{');
    const declarations = heads.pop() ?? '';
    for (const selectors of heads.filter((head) => !head.trim().startsWith('@')))
      for (const [name] of selectors.matchAll(/::?[a-z-]+/g)) if (Object.hasOwn(SELECTORS, name)) found.add(name);
    for (const declaration of heads.length > 0 ? declarations.split(';') : []) {
      const [property, value = ''] = declaration.split(/:(.*)/s).map((part) => part.trim());
      if (Object.hasOwn(PROPERTIES, property)) found.add(property);
      for (const name of Object.keys(FUNCTIONS)) if (calls(value, name)) found.add(`${name}()`);
      if (Object.hasOwn(VALUES, value)) found.add(`${property}: ${value}`);
    }
  }
  return found;
}

/** Rules within a script, where Fluent UI keeps its styles. */
const RULE_TEXT =
  /(["'`])((?:\.[fr][a-z0-9]{4,9}|@media|@supports|@container|@layer)(?:(?!\1)[^\\\n]|\\.){0,2000}\})\1/g;

function newerInStylesOf(script) {
  const found = new Set();
  // With ${…} it is a template of the styling library itself.
  for (const [, , css] of script.matchAll(RULE_TEXT))
    if (!css.includes('${')) for (const name of newerInCss(css)) found.add(name);
  return found;
}

/** Styles as our own code has them, objects that become rules as the page runs. Lists of names have brackets. */
const STYLE_NAME =
  /[{,]["']?([a-z]+(?:[A-Z][a-z]+)+|inset(?=["']?:\s*["'`]))["']?:(?!\s*\[)\s*(?:(["'`])((?:(?!\2)[^\\\n]){1,200})\2)?/g;
const SIZES =
  /[{,]((?:max|min)?(?:[wW]idth|[hH]eight)|padding\w*|margin\w*|top|left|right|bottom|fontSize|color|background\w*):\s*((["'`])(?:(?!\3)[^\\\n]){1,200})\3/g;
const STYLE_SELECTOR = /[{,](["'`])((?:(?!\1)[^\\\n{}]){1,80})\1:\s*\{/g;

function newerInStyleObjects(script) {
  const found = new Set();
  for (const [, name, , value = ''] of script.matchAll(STYLE_NAME)) {
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (Object.hasOwn(PROPERTIES, property)) found.add(property);
    if (Object.hasOwn(VALUES, value)) found.add(`${property}: ${value}`);
  }
  for (const [, , value] of script.matchAll(SIZES))
    for (const name of Object.keys(FUNCTIONS)) if (calls(value, name)) found.add(`${name}()`);
  for (const [, , selector] of script.matchAll(STYLE_SELECTOR))
    for (const [name] of selector.matchAll(/::?[a-z-]+/g)) if (Object.hasOwn(SELECTORS, name)) found.add(name);
  return found;
}

module.exports = { newerInCss, newerInStyleObjects, newerInStylesOf };
