import ts from 'typescript';

const NAMER = '__name';

/**
 * Takes away esbuild's calls that give a function the name that it has anyway: closures are made again and again, and naming
 * each of them costs a gateway a twentieth of its time. What the bundle had to rename keeps its name. Nothing moves, so that
 * source maps stay true.
 * @param {string} text of a file that esbuild wrote with `keepNames`
 * @returns {string}
 */
export const withoutIdleNames = (text) => {
  const blanks = [];
  const visit = (node) => {
    const call = idleCall(node);
    if (call !== null) {
      const [named] = call.arguments;
      if (ts.isIdentifier(named)) blanks.push([call.getStart(source), call.end]);
      else blanks.push([call.getStart(source), named.getStart(source)], [named.end, call.end]);
    }
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile('bundle.js', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  visit(source);
  if (blanks.length === 0) return text;
  const pieces = [];
  let end = 0;
  for (const [from, to] of blanks.sort(([one], [other]) => one - other)) {
    pieces.push(text.slice(end, from), text.slice(from, to).replace(/[^\n]/g, ' '));
    end = to;
  }
  return pieces.join('') + text.slice(end);
};

/** The call of a statement that is nothing else, or that a variable begins with, where it says no news. */
const idleCall = (node) => {
  if (ts.isExpressionStatement(node)) {
    const call = namerCall(node.expression);
    return call !== null && ts.isIdentifier(call.arguments[0]) && call.arguments[0].text === nameIn(call) ? call : null;
  }
  const [target, value] = assigned(node);
  const call = value === undefined ? null : namerCall(value);
  if (call === null || !ts.isIdentifier(target) || target.text !== nameIn(call)) return null;
  const [named] = call.arguments;
  return ts.isArrowFunction(named) || (ts.isFunctionExpression(named) && named.name === undefined) ? call : null;
};

/** Where a language names an anonymous function after what it is put into. */
const assigned = (node) => {
  if (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) return [node.name, node.initializer];
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken
    ? [node.left, node.right]
    : [undefined, undefined];
};

const namerCall = (node) =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === NAMER ? node : null;

const nameIn = ({ arguments: [, name] }) => (ts.isStringLiteral(name) ? name.text : undefined);
