import ts from 'typescript';

/** Syntax that Safari of iOS 11.0 cannot read: one piece of it anywhere, and the page stays white. */
const SYNTAX: [string, (node: ts.Node) => boolean][] = [
  ['optional chaining', (node) => ts.isOptionalChain(node)],
  ['nullish coalescing', (node) => isBinary(node, ts.SyntaxKind.QuestionQuestionToken)],
  ['logical assignment', (node) => LOGICAL_ASSIGNMENTS.some((kind) => isBinary(node, kind))],
  ['object rest or spread', (node) => ts.isSpreadAssignment(node) || isObjectRest(node)],
  ['catch without a variable', (node) => ts.isCatchClause(node) && node.variableDeclaration === undefined],
  ['class field', (node) => ts.isPropertyDeclaration(node)],
  ['static block', (node) => ts.isClassStaticBlockDeclaration(node)],
  ['private name', (node) => ts.isPrivateIdentifier(node)],
  ['BigInt', (node) => ts.isBigIntLiteral(node)],
  ['numeric separator', (node) => ts.isNumericLiteral(node) && node.getText().includes('_')],
  ['for await', (node) => ts.isForOfStatement(node) && node.awaitModifier !== undefined],
  ['async generator', isAsyncGenerator],
  ['dynamic import', (node) => node.kind === ts.SyntaxKind.ImportKeyword],
  ['import.meta', (node) => ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword],
  ['new regular expression', (node) => ts.isRegularExpressionLiteral(node) && NEW_EXPRESSION.test(node.text)],
];

const LOGICAL_ASSIGNMENTS = [
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
];
/** Look-behind, named groups, classes of Unicode, and the flags d, s and v. */
const NEW_EXPRESSION = /\(\?<[=!a-zA-Z]|\\[pP]\{|\/[gimuy]*[dsv][a-z]*$/;

function isBinary(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === kind;
}
function isObjectRest(node: ts.Node): boolean {
  return ts.isBindingElement(node) && node.dotDotDotToken !== undefined && ts.isObjectBindingPattern(node.parent);
}
function isAsyncGenerator(node: ts.Node): boolean {
  const asterisk = ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isMethodDeclaration(node);
  return (
    asterisk &&
    node.asteriskToken !== undefined &&
    ts.getCombinedModifierFlags(node as never) === ts.ModifierFlags.Async
  );
}

/**
 * What later Safaris know and that of iOS 11.0 does not, with the version that brought it. Left out are names that mean
 * something else as often (`connection`, `timeout`, `text`); `at` counts where it is asked for a place.
 */
export const LATER_THAN_IOS_11: Readonly<Record<string, string>> = {
  ...{ finally: '11.3', PaymentRequest: '11.3', AbortController: '11.3', isSecureContext: '11.3', matchAll: '13' },
  ...{ flat: '12', flatMap: '12', trimStart: '12', trimEnd: '12', fromEntries: '12.2', queueMicrotask: '12.2' },
  ...{ globalThis: '12.2', IntersectionObserver: '12.2', ResizeObserver: '13.4', PointerEvent: '13', allSettled: '13' },
  ...{ replaceAll: '13.4', BigInt: '14', arrayBuffer: '14', replaceChildren: '14', EventTarget: '14' },
  ...{ WeakRef: '14.5', MediaRecorder: '14.5', AudioContext: '14.5', createImageBitmap: '15' },
  ...{ requestVideoFrameCallback: '15.4', hasOwn: '15.4', structuredClone: '15.4', randomUUID: '15.4', at: '15.4' },
  ...{ findLast: '15.4', findLastIndex: '15.4', BroadcastChannel: '15.4', showModal: '15.4' },
  ...{ CompressionStream: '16.4', OffscreenCanvas: '16.4', wakeLock: '16.4', toSorted: '16' },
  ...{ toReversed: '16', groupBy: '17.4', withResolvers: '17.4', setCodecPreferences: '13.1' },
  ...{ requestIdleCallback: 'none', getBattery: 'none', RTCInsertableStreams: 'none' },
  ...{ WebTransport: '26', ReadableStreamBYOBReader: '26', TransformStream: '14.5' },
};

export interface Ios11Findings {
  /** Each with where it stands. */
  syntax: string[];
  /** Names of later interfaces that the script mentions. */
  names: string[];
}

/** What in this script iOS 11.0's Safari does not know. A name is found wherever it is read, called or asked for. */
export function laterThanIos11(script: string): Ios11Findings {
  const source = ts.createSourceFile('script.js', script, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const syntax: string[] = [];
  const names = new Set<string>();
  const note = (name: string): void => {
    if (Object.hasOwn(LATER_THAN_IOS_11, name)) names.add(name);
  };
  const visit = (node: ts.Node): void => {
    for (const [name, is] of SYNTAX) {
      if (is(node)) syntax.push(`${name}: ${node.getText().slice(0, 60)}`);
    }
    if (ts.isPropertyAccessExpression(node) && (node.name.text !== 'at' || isPlaceOf(node))) note(node.name.text);
    else if (ts.isIdentifier(node) && node.text !== 'at' && isFree(node)) note(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { syntax, names: [...names].sort() };
}

/** `list.at(-1)`, and not the `at` of something of ours. */
function isPlaceOf(node: ts.PropertyAccessExpression): boolean {
  const [place] = ts.isCallExpression(node.parent) ? node.parent.arguments : [];
  return place !== undefined && (ts.isNumericLiteral(place) || ts.isPrefixUnaryExpression(place));
}

/** A name that is looked up, not one that is given to a member or a variable here. */
function isFree(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  // `const { getBattery } = navigator` reads it.
  if (ts.isBindingElement(parent))
    return ts.isObjectBindingPattern(parent.parent) && (parent.propertyName ?? parent.name) === node;
  return !(ts.isMethodDeclaration(parent) || ts.isVariableDeclaration(parent));
}
