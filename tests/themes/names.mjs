// Reads a script, parses it as ES2018 and writes the names it uses: globals, and methods that are called.
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';

const tree = parse(readFileSync(0, 'utf8'), { ecmaVersion: 2018, sourceType: 'script' });
const globals = new Set(), methods = new Set(), own = new Set();

const names = pattern => {
  if (!pattern) return;
  if (pattern.type === 'Identifier') own.add(pattern.name);
  for (const part of [...(pattern.elements || []), ...(pattern.properties || []), pattern.value, pattern.left, pattern.argument])
    if (part && part.type) names(part);
};
const walk = (node, parent, key) => {
  if (Array.isArray(node)) { node.forEach(one => walk(one, parent, key)); return; }
  if (!node || !node.type) return;
  if (node.type === 'VariableDeclarator') names(node.id);
  if (/Function/.test(node.type)) { node.params.forEach(names); if (node.id) own.add(node.id.name); }
  if (node.type === 'CatchClause') names(node.param);
  if (node.type === 'ClassDeclaration') own.add(node.id.name);
  if (node.type === 'Identifier') {
    const member = parent.type === 'MemberExpression' && key === 'property' && !parent.computed;
    if (!member && !(parent.type === 'Property' && key === 'key' && !parent.computed)) globals.add(node.name);
  }
  const called = node.type === 'CallExpression' && node.callee;
  if (called && called.type === 'MemberExpression' && !called.computed) methods.add(called.property.name);
  for (const [name, part] of Object.entries(node)) if (part && typeof part === 'object') walk(part, node, name);
};
walk(tree, {}, '');
console.log(JSON.stringify({ globals: [...globals].filter(one => !own.has(one)).sort(), methods: [...methods].sort() }));
