const acorn = require('acorn');
const { GLOBALS, METHODS, PROPERTIES, REGEXP_FLAGS, STATICS } = require('./newer.cjs');

/** Calls `visit(node, parent, key)` for every node of a syntax tree, without recursion: bundles nest deep. */
function walk(tree, visit) {
  const waiting = [[tree, null, '']];
  while (waiting.length > 0) {
    const [node, parent, key] = waiting.pop();
    visit(node, parent, key);
    for (const [name, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (child !== null && typeof child === 'object' && typeof child.type === 'string')
          waiting.push([child, node, name]);
      }
    }
  }
}

/** The name of a member, however it is written; null where it is computed. */
function memberName({ property, computed }) {
  if (!computed) return property.name ?? null;
  return typeof property.value === 'string' ? property.value : null;
}

/** Whether an identifier stands for a value rather than for a key. */
function isValue(node, parent, key) {
  if (parent === null || parent.type === 'LabeledStatement') return false;
  if (parent.type === 'MemberExpression') return key === 'object' || parent.computed;
  if (parent.type === 'Property' || parent.type === 'MethodDefinition') return key === 'value' || parent.computed;
  return true;
}

/** Asking whether something is there is safe, and is what most newer things are asked first. */
const isAsked = (parent) => parent?.type === 'UnaryExpression' && parent.operator === 'typeof';

/**
 * What in a script is newer than Chromium 69: `{syntax}` where it can't be read as ES2018, `{names}`, each with a piece
 * of the script to find it by.
 */
function newerInScript(code) {
  let tree;
  try {
    tree = acorn.parse(code, { ecmaVersion: 2018, sourceType: 'script', allowHashBang: true });
  } catch (error) {
    const at = error.pos ?? 0;
    return { syntax: `${error.message}: ${code.slice(Math.max(0, at - 40), at + 40)}`, names: [] };
  }
  const declared = new Set();
  const found = [];
  const say = (name, since, { start, end }) => found.push({ name, since, at: code.slice(start - 30, end + 30) });
  walk(tree, (node, parent, key) => {
    if (node.type === 'Identifier') {
      const isDeclared =
        (parent?.type === 'VariableDeclarator' && key === 'id') ||
        ((parent?.type === 'FunctionDeclaration' || parent?.type === 'ClassDeclaration') && key === 'id') ||
        key === 'params' ||
        parent?.type === 'CatchClause';
      if (isDeclared) declared.add(node.name);
      else if (Object.hasOwn(GLOBALS, node.name) && isValue(node, parent, key) && !isAsked(parent))
        say(node.name, GLOBALS[node.name], node);
    } else if (node.type === 'MemberExpression') {
      const name = memberName(node);
      if (name === null || isAsked(parent)) return;
      const whole = node.object.type === 'Identifier' ? `${node.object.name}.${name}` : '';
      if (Object.hasOwn(STATICS, whole)) say(whole, STATICS[whole], node);
      else if (Object.hasOwn(METHODS, name) && parent.type === 'CallExpression' && key === 'callee')
        say(`.${name}`, METHODS[name], node);
      else if (Object.hasOwn(PROPERTIES, name)) say(`.${name}`, PROPERTIES[name], node);
    } else if (node.type === 'NewExpression' || node.type === 'CallExpression') {
      const [, flags] = node.callee.name === 'RegExp' ? node.arguments : [];
      for (const flag of typeof flags?.value === 'string' ? flags.value : '')
        if (Object.hasOwn(REGEXP_FLAGS, flag)) say(`RegExp flag ${flag}`, REGEXP_FLAGS[flag], node);
    }
  });
  return { syntax: null, names: found.filter(({ name }) => !declared.has(name)) };
}

module.exports = { newerInScript };
