import type { Block, Inline, List, ListItem } from './tree.ts';

/** Discord's markdown as HTML that is safe to show: nothing in it is anything but text, our own tags and links to the web. */

export interface HtmlWords {
  /** How people, roles and channels are called; ids that are missing are shown as ids. */
  readonly users: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
  /** `data:` addresses of custom emoji by id; those that are missing are shown by name. */
  readonly emoji: ReadonlyMap<string, string>;
  /** Shows an instant (epoch milliseconds) in one of Discord's styles. */
  readonly time: (at: number, style: string) => string;
}

export function markdownHtml(blocks: readonly Block[], words: HtmlWords): string {
  return blocks.map((block) => blockHtml(block, words)).join('');
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function blockHtml(block: Block, words: HtmlWords): string {
  switch (block.is) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children, words)}</p>`;
    case 'heading':
      return `<h${block.level + 2}>${inlineHtml(block.children, words)}</h${block.level + 2}>`;
    case 'subtext':
      return `<p class="subtext">${inlineHtml(block.children, words)}</p>`;
    case 'quote':
      return `<blockquote>${markdownHtml(block.blocks, words)}</blockquote>`;
    case 'code-block':
      return `<pre${language(block.language)}><code>${escapeHtml(block.code)}</code></pre>`;
    case 'list':
      return listHtml(block, words);
  }
}

function language(name: string): string {
  return name === '' ? '' : ` data-language="${escapeHtml(name)}"`;
}

function listHtml({ from, items }: List, words: HtmlWords): string {
  const inside = items.map((item) => itemHtml(item, words)).join('');
  if (from === null) return `<ul>${inside}</ul>`;
  return `<ol${from === 1 ? '' : ` start="${from}"`}>${inside}</ol>`;
}

function itemHtml({ children, inner }: ListItem, words: HtmlWords): string {
  return `<li>${inlineHtml(children, words)}${inner === null ? '' : listHtml(inner, words)}</li>`;
}

const tags = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' } as const;

function inlineHtml(nodes: readonly Inline[], words: HtmlWords): string {
  return nodes.map((node) => nodeHtml(node, words)).join('');
}

function nodeHtml(node: Inline, words: HtmlWords): string {
  switch (node.is) {
    case 'text':
      return escapeHtml(node.text);
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
      return `<${tags[node.is]}>${inlineHtml(node.children, words)}</${tags[node.is]}>`;
    case 'spoiler':
      return `<span class="spoiler" tabindex="0"><span>${inlineHtml(node.children, words)}</span></span>`;
    case 'code':
      return `<code>${escapeHtml(node.code)}</code>`;
    case 'link':
      return `<a href="${escapeHtml(node.url)}" rel="noreferrer noopener" target="_blank">${inlineHtml(node.children, words)}</a>`;
    case 'emoji':
      return emojiHtml(node, words);
    case 'time':
      return `<time datetime="${new Date(node.at * 1000).toISOString()}">${escapeHtml(words.time(node.at * 1000, node.style))}</time>`;
    default:
      return `<span class="mention">${escapeHtml(mentioned(node, words))}</span>`;
  }
}

type Mention = Extract<Inline, { readonly is: 'user' | 'role' | 'channel' | 'everyone' | 'command' }>;

function mentioned(node: Mention, { users, roles, channels }: HtmlWords): string {
  switch (node.is) {
    case 'user':
      return `@${users.get(node.id) ?? node.id}`;
    case 'role':
      return `@${roles.get(node.id) ?? node.id}`;
    case 'channel':
      return `#${channels.get(node.id) ?? node.id}`;
    case 'everyone':
      return `@${node.who}`;
    case 'command':
      return `/${node.name}`;
  }
}

function emojiHtml({ name, id }: Extract<Inline, { is: 'emoji' }>, { emoji }: HtmlWords): string {
  const picture = emoji.get(id);
  const shown = escapeHtml(`:${name}:`);
  if (picture === undefined) return `<span class="emoji">${shown}</span>`;
  return `<img class="emoji" src="${escapeHtml(picture)}" alt="${shown}" title="${shown}">`;
}

/** Up to 30 emoji and nothing else: Discord shows them large. */
export function isOnlyEmoji(blocks: readonly Block[]): boolean {
  const [block, ...more] = blocks;
  if (block?.is !== 'paragraph' || more.length > 0) return false;
  let count = 0;
  for (const node of block.children) {
    if (node.is === 'emoji') count += 1;
    else if (node.is === 'text' && node.text.length < 400 && pictures.test(node.text))
      count += [...new Intl.Segmenter().segment(node.text)].filter(({ segment }) => segment.trim() !== '').length;
    else return false;
  }
  return count > 0 && count <= 30;
}

const pictures = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\s)*$/u;
