import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, plainText, type Node } from '../src/page/markdown/parse.ts';

/** A tree in short: `bold(text)`. */
function short(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'list') return `list(${node.items.map(short).join(', ')})`;
      if (node.kind === 'link') return `link(${node.address}, ${short(node.inside)})`;
      if ('inside' in node) return `${node.kind}(${short(node.inside)})`;
      if ('text' in node) return `${node.kind}(${node.text})`;
      return `${node.kind}(${'id' in node ? node.id : 'name' in node ? node.name : `${node.at} ${node.style}`})`;
    })
    .join('');
}

test.each([
  ['**bold** and *italics* and _these too_', 'bold(bold) and italic(italics) and italic(these too)'],
  ['__under__ ~~gone~~ ||hidden||', 'underline(under) strike(gone) spoiler(hidden)'],
  ['***both***', 'bold(italic(both))'],
  ['**bold with *italics* inside**', 'bold(bold with italic(italics) inside)'],
  ['`**not bold**`', 'code(**not bold**)'],
  ['```js\nlet x = "**";\n```', 'block(let x = "**";)'],
  ['> quoted\n> twice\nnot', 'quote(quoted\ntwice)not'],
  ['# Title\ntext', 'heading(Title)text'],
  ['- one\n- two', 'list(one, two)'],
  ['-# small', 'small(small)'],
  ['snake_case_name stays', 'snake_case_name stays'],
  ['\\*not italics\\*', '*not italics*'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['unfinished **bold', 'unfinished **bold'],
  ['<@123456789012345678> in <#223456789012345678>', 'user(123456789012345678) in channel(223456789012345678)'],
  ['<:lantern:123456789012345678>', 'emoji(123456789012345678)'],
  ['<t:1700000000:R>', 'time(1700000000000 R)'],
  ['[here](https://example.com/a)', 'link(https://example.com/a, here)'],
  ['see https://example.com/a_b_c.', 'see link(https://example.com/a_b_c, https://example.com/a_b_c).'],
  ['(https://example.com/x_(y))', '(link(https://example.com/x_(y), https://example.com/x_(y)))'],
])('%j is shown as Discord shows it', (source, expected) => {
  expect(short(parse(source))).toBe(expected);
});

test('a link leads to the web and nowhere else', () => {
  for (const address of [
    'javascript:alert(1)',
    'data:text/html,x',
    'JaVaScRiPt:alert(1)',
    'file:///etc/passwd',
    '//x.y',
  ]) {
    expect(JSON.stringify(parse(`[click](${address}) <${address}> ${address}`))).not.toContain('"link"');
  }
});

test('nothing that was written makes it fail or takes it long', () => {
  const marks = fc.constantFrom(
    '*',
    '**',
    '_',
    '__',
    '~~',
    '||',
    '`',
    '```',
    '> ',
    '\n',
    '- ',
    '# ',
    '[',
    '](',
    ')',
    '<@',
    '<t:',
    '\\',
    'a',
    ' ',
    'http://',
    '🏮',
  );
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 300 }), (parts) => {
      expect(typeof plainText(parse(parts.join('')))).toBe('string');
    }),
    { numRuns: 300 },
  );
  const startedAt = performance.now();
  for (const part of ['*', '**a', '||', '> ', '[a](', '`', '_a', '***']) parse(part.repeat(1300));
  expect(performance.now() - startedAt).toBeLessThan(3000);
});

test('plain words are never changed', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'Z', ' ', ',', '.', 'ß', '🏮') }), (text) => {
      expect(plainText(parse(text))).toBe(text);
    }),
  );
});
