import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOnlyEmoji, markdownHtml } from '../src/render/markdown/html.ts';
import { parseMarkdown } from '../src/render/markdown/parse.ts';
import { hostileTexts } from './drawn-examples.ts';

const words = {
  users: new Map([['100000000000000001', 'Ada <3']]),
  roles: new Map([['500000000000000001', 'Captain']]),
  channels: new Map([['300000000000000001', 'harbour']]),
  emoji: new Map([['700000000000000001', 'data:image/png;base64,AA==']]),
  time: (at: number, style: string) => `${new Date(at).getUTCFullYear()}/${style}`,
};
const html = (text: string): string => markdownHtml(parseMarkdown(text), words);
const link = (url: string, shown: string): string =>
  `<a href="${url}" rel="noreferrer noopener" target="_blank">${shown}</a>`;

/** What is written, and what becomes of it inside of one paragraph. */
const lines: readonly (readonly [string, string])[] = [
  ['plain\ntext', 'plain\ntext'],
  ['**bold** *italic* _italic_', '<strong>bold</strong> <em>italic</em> <em>italic</em>'],
  ['__under__ ~~strike~~', '<u>under</u> <s>strike</s>'],
  ['***both*** ___both___', '<strong><em>both</em></strong> <u><em>both</em></u>'],
  ['*a **b** c* **a *b* c**', '<em>a <strong>b</strong> c</em> <strong>a <em>b</em> c</strong>'],
  ['**over\nlines**', '<strong>over\nlines</strong>'],
  ['**never closed', '**never closed'],
  ['**a __b** c__', '<strong>a __b</strong> c__'],
  ['**** ~~~~ ||||', '**** ~~~~ ||||'],
  ['2 * 3 * 4, snake_case_name', '2 * 3 * 4, snake_case_name'],
  ['||hidden **bold**||', '<span class="spoiler" tabindex="0"><span>hidden <strong>bold</strong></span></span>'],
  ['`code *x* <b>` ``a`b`` `open', '<code>code *x* &lt;b&gt;</code> <code>a`b</code> `open'],
  ['`` ` ``', '<code>`</code>'],
  ['\\*no\\* \\`no\\` \\\\ \\a', '*no* `no` \\ \\a'],
  ['¯\\_(ツ)_/¯', '¯\\_(ツ)_/¯'],
  [
    '<@100000000000000001> <@!100000000000000001>',
    '<span class="mention">@Ada &lt;3</span> <span class="mention">@Ada &lt;3</span>',
  ],
  [
    '<@&500000000000000001> <#300000000000000001>',
    '<span class="mention">@Captain</span> <span class="mention">#harbour</span>',
  ],
  ['<@999999999999999999> <@123>', '<span class="mention">@999999999999999999</span> &lt;@123&gt;'],
  ['@everyone @here', '<span class="mention">@everyone</span> <span class="mention">@here</span>'],
  ['</ticket close:300000000000000001>', '<span class="mention">/ticket close</span>'],
  ['<:ok:700000000000000001>', '<img class="emoji" src="data:image/png;base64,AA==" alt=":ok:" title=":ok:">'],
  ['<a:gone:700000000000000002>', '<span class="emoji">:gone:</span>'],
  [
    '<t:0:R> <t:86400>',
    '<time datetime="1970-01-01T00:00:00.000Z">1970/R</time> <time datetime="1970-01-02T00:00:00.000Z">1970/f</time>',
  ],
  ['<t:9999999999999:R>', '&lt;t:9999999999999:R&gt;'],
  ['https://a.b/c_d_(e)). Yes', `${link('https://a.b/c_d_(e)', 'https://a.b/c_d_(e)')}). Yes`],
  ['<https://a.b/?x=1&y="2">', link('https://a.b/?x=1&amp;y=%222%22', 'https://a.b/?x=1&amp;y=&quot;2&quot;')],
  ['[words **bold**](https://a.b "title")', link('https://a.b/', 'words <strong>bold</strong>')],
  ['[write](mailto:a@b.c)', link('mailto:a@b.c', 'write')],
  ['[click](javascript:alert(1))', '[click](javascript:alert(1))'],
  ['[click](data:text/html,x) <javascript:x>', '[click](data:text/html,x) &lt;javascript:x&gt;'],
  [
    '[click](JaVaScRiPt:x) [click]( https://x y)',
    `[click](JaVaScRiPt:x) [click]( ${link('https://x/', 'https://x')} y)`,
  ],
  ['[https://bank.com](https://evil.com)', '[https://bank.com](https://evil.com)'],
  ['[a [b](https://c.d)](https://e.f)', `[a ${link('https://c.d/', 'b')}](${link('https://e.f/', 'https://e.f')})`],
  ['<script>alert("1\'")</script>', '&lt;script&gt;alert(&quot;1&#39;&quot;)&lt;/script&gt;'],
];

describe('within a line', () => {
  test.each(lines)('%j is read as Discord reads it', (written, shown) => {
    expect(html(written)).toBe(`<p>${shown}</p>`);
  });
});

/** What is written over several lines, and what becomes of it. */
const blocks: readonly (readonly [string, string])[] = [
  ['# One\n## Two\n### Three\n#### four', '<h3>One</h3><h4>Two</h4><h5>Three</h5><p>#### four</p>'],
  ['a\n-# small\nb', '<p>a</p><p class="subtext">small</p><p>b</p>'],
  ['#no', '<p>#no</p>'],
  ['a\n> b\n> c\nd', '<p>a</p><blockquote><p>b\nc</p></blockquote><p>d</p>'],
  ['>>> a\n\nb', '<blockquote><p>a\n\nb</p></blockquote>'],
  ['> > a', '<blockquote><p>&gt; a</p></blockquote>'],
  ['>no', '<p>&gt;no</p>'],
  ['- a\n- b\n  - c\n    - d\n- e', '<ul><li>a</li><li>b<ul><li>c<ul><li>d</li></ul></li></ul></li><li>e</li></ul>'],
  ['3. a\n4. b\n- c', '<ol start="3"><li>a</li><li>b</li></ol><ul><li>c</li></ul>'],
  ['1. a\n   - b\n2. c', '<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>'],
  ['* **a**\n  more\nend', '<ul><li><strong>a</strong>\nmore</li></ul><p>end</p>'],
  ['```ts\nconst a = "<b>";\n```', '<pre data-language="ts"><code>const a = &quot;&lt;b&gt;&quot;;</code></pre>'],
  ['a ```b *c*``` d', '<p>a </p><pre><code>b *c*</code></pre><p> d</p>'],
  ['> ```\n> a\n> ```', '<blockquote><pre><code>a</code></pre></blockquote>'],
  ['```\nnever closed', '<p>```\nnever closed</p>'],
  ['a\r\nb', '<p>a\nb</p>'],
  ['', ''],
];

describe('over lines', () => {
  test.each(blocks)('%j is read as Discord reads it', (written, shown) => {
    expect(html(written)).toBe(shown);
  });
});

test('only emoji are large', () => {
  for (const large of ['👍', '👩‍👩‍👧 🇩🇪', '<:ok:700000000000000001> ❤️'])
    expect(isOnlyEmoji(parseMarkdown(large))).toBe(true);
  for (const small of ['', 'ok 👍', '# 👍', '12', '👍'.repeat(31)])
    expect(isOnlyEmoji(parseMarkdown(small))).toBe(false);
});

/** Tags of ours, and nothing that could run, load or look like another tag. */
const allowed =
  /^(?:[^<>]|<\/?(?:p|h[345]|strong|em|u|s|code|pre|blockquote|ul|ol|li|span|time)>|<p class="subtext">|<ol start="\d+">|<pre data-language="[\w+\-.#]+">|<span class="(?:spoiler" tabindex="0|mention|emoji)">|<time datetime="[^"<>]+">|<a href="(?:https?:\/\/|mailto:)[^"<>\s]+" rel="noreferrer noopener" target="_blank">|<\/a>|<img class="emoji" src="data:image\/png;base64,AA==" alt="[^"<>]*" title="[^"<>]*">)*$/;
const marks = fc.constantFrom(
  ...hostileTexts,
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '||',
    '`',
    '```',
    '[',
    '](',
    ')',
    '<',
    '>',
    '\n',
    '> ',
    '>>> ',
    '- ',
    '1. ',
    '# ',
    '\\',
    '"',
    "'",
    ' ',
  ],
  ...[
    'https://a.b',
    'javascript:',
    'mailto:',
    '<@1>',
    '<:a:700000000000000001>',
    '<t:1:R>',
    'http://',
    '&',
    'data:text/html,',
    'ts',
  ],
);
const wild = fc
  .array(fc.oneof({ weight: 5, arbitrary: marks }, fc.string({ maxLength: 10 })), { maxLength: 60 })
  .map((all) => all.join(''));

test('whatever is written, only harmless HTML comes of it', () => {
  fc.assert(
    fc.property(wild, (text) => {
      const shown = html(text);
      expect(shown).toMatch(allowed);
      expectBalanced(shown);
    }),
    { numRuns: 400 },
  );
});

function expectBalanced(shown: string): void {
  const open: string[] = [];
  for (const [, close, tag = ''] of shown.matchAll(/<(\/?)([a-z0-9]+)/g)) {
    if (tag === 'img') continue;
    if (close) expect(open.pop()).toBe(tag);
    else open.push(tag);
  }
  expect(open).toEqual([]);
}

test('whatever is written, its words are still there', () => {
  fc.assert(
    fc.property(wild, (text) => {
      const letters = (of: string) => of.replace(/[^a-z]/gi, '');
      const plain = text.replace(/[^a-z *_~|\\\n]/gi, '');
      const shown = html(plain).replace(/<[^>]*>/g, '');
      expect(letters(shown)).toBe(letters(plain));
    }),
  );
});

test('takes time that grows with the length of the text, and no faster', () => {
  const units = [
    '*',
    '**',
    '_',
    '***a',
    '~~',
    '||',
    '`',
    '``a`',
    '[',
    '[a](',
    '](',
    '[[[[](u)',
    '[http://a<',
    'http://[',
    'http://)',
    '.',
  ];
  const more = [
    '> ',
    '- ',
    '  - a\n',
    '1. a\n',
    '# ',
    '```',
    '```\n',
    '```\n\n',
    '\\',
    '<',
    '<@',
    '<t:1:',
    '<https://',
    '\n',
    'h',
    '**a __b ~~c ||d ',
  ];
  for (const unit of [
    ...units,
    ...more,
    '[a](<https://',
    'http://a.b/)))).x ',
    '[a](https://b.c) ',
    '* a\n*',
    '&',
    '_a',
    ' *a',
  ]) {
    const cost = (length: number): number => {
      const before = process.cpuUsage().user;
      html(unit.repeat(length / unit.length));
      return process.cpuUsage().user - before;
    };
    expect(cost(80_000), unit).toBeLessThan(1_500_000);
  }
});
