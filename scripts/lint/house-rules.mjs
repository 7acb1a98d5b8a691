// The rules of this house that no ready-made linter has. oxlint loads them as a plugin; .oxlintrc.json says where each holds.
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trespass } from './borders.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const fromRoot = (path) => relative(root, path).split(sep).join('/');

/** Imports, of types too, stay within the borders of borders.mjs. */
const borders = {
  create(context) {
    const file = fromRoot(context.filename);
    const look = (node) => {
      const source = node.source?.value;
      if (typeof source !== 'string') return;
      const target = source.startsWith('.') ? fromRoot(resolve(dirname(context.filename), source)) : source;
      const why = trespass(file, target);
      if (why !== null) context.report({ node, message: `${file} may not import ${target}: ${why}.` });
    };
    return {
      ImportDeclaration: look,
      ImportExpression: look,
      ExportNamedDeclaration: look,
      ExportAllDeclaration: look,
      TSImportType: look,
    };
  },
};

const waitingCalls = new Set(['setTimeout', 'setInterval']);

/** Time is read and waited for in clock.ts only. */
const clock = {
  create(context) {
    const report = (node) =>
      context.report({ node, message: 'Ask the clock that you were given; only clock.ts knows the time.' });
    return {
      ImportDeclaration(node) {
        if (/^(node:)?timers(\/promises)?$/.test(node.source.value)) report(node);
      },
      CallExpression({ callee }) {
        if (callee.type === 'Identifier' && waitingCalls.has(callee.name)) report(callee);
        if (isMember(callee, 'Date', 'now') || isMember(callee, 'performance', 'now')) report(callee);
        if (isMember(callee, 'AbortSignal', 'timeout')) report(callee);
      },
      NewExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0)
          report(node);
      },
    };
  },
};

function isMember(callee, object, property) {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === object &&
    callee.property.type === 'Identifier' &&
    callee.property.name === property
  );
}

/** Functions and plain data; a class is an error, or has no place here. */
const classes = {
  create(context) {
    const look = (node) => {
      const parent = node.superClass?.type === 'Identifier' ? node.superClass.name : '';
      if (!parent.endsWith('Error')) context.report({ node, message: 'Only errors are classes.' });
    };
    return { ClassDeclaration: look, ClassExpression: look };
  },
};

const meaningless = /(^|\/)(utils?|helpers?|common|core|services?|managers?|misc|shared)(\/|\.[a-z]+$)/;

/** A folder or file says what it does. */
const names = {
  create(context) {
    const file = fromRoot(context.filename);
    return {
      Program(node) {
        if (meaningless.test(file)) context.report({ node, message: `${file} has a name that says nothing.` });
      },
    };
  },
};

/** One place per name: nothing is exported a second time from elsewhere. */
const barrels = {
  create(context) {
    const report = (node) => context.report({ node, message: 'Import it from where it is written.' });
    return {
      ExportAllDeclaration: report,
      ExportNamedDeclaration(node) {
        if (node.source !== null) report(node);
      },
    };
  },
};

/** Importing a file does nothing but define. */
const quietImports = {
  create(context) {
    return {
      Program(program) {
        for (const node of program.body)
          if (node.type === 'ExpressionStatement' && typeof node.directive !== 'string')
            context.report({ node, message: 'Code that runs on import belongs into a function, called from main.ts.' });
      },
    };
  },
};

/** Four words in a row, three that begin with a capital, or words with a full stop: somebody is meant to read it. */
const sentence = /\p{L}{2,}( [\p{L}\d]+){2} \p{L}{2,}|^\p{Lu}\p{L}*( \p{L}+){2}|^\p{Lu}.* .*[.!?…]$/u;

/** What people read stands in render/texts; errors and log lines are for operators. */
const texts = {
  create(context) {
    const look = (node, text) => {
      if (sentence.test(text) && !isForOperators(node))
        context.report({ node, message: 'What people read belongs into render/texts.' });
    };
    return {
      Literal(node) {
        if (typeof node.value === 'string') look(node, node.value);
      },
      TemplateLiteral(node) {
        look(node, node.quasis.map(({ value }) => value.cooked).join('1'));
      },
    };
  },
};

function isForOperators(node) {
  for (let up = node.parent; up !== null && up !== undefined; up = up.parent) {
    if (up.type === 'ThrowStatement' || up.type === 'ImportDeclaration') return true;
    if (up.type === 'NewExpression' && up.callee.type === 'Identifier') return true;
    if (up.type === 'CallExpression' && isLogging(up.callee)) return true;
    if (up.type === 'CallExpression' && up.callee.type === 'Super') return true;
    if (/Statement$|Declaration$|^Program$/.test(up.type)) return false;
  }
  return false;
}

function isLogging(callee) {
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    ['debug', 'info', 'warn', 'error'].includes(callee.property.name)
  );
}

export default {
  meta: { name: 'house' },
  rules: { borders, clock, classes, names, barrels, 'quiet-imports': quietImports, texts },
};
