import { useState, type ReactNode } from 'react';
import { Address, usePlaceName } from '../address.tsx';
import { useDirectory } from '../directory.tsx';
import { EmojiPicture } from '../message/emoji.tsx';
import { fullTime, relativeTime, styledTime } from '../times.ts';
import { parse, type Node } from './parse.ts';

/** A message's text as Discord shows it. */
export function Markdown({ text }: { readonly text: string }) {
  const nodes = parse(text);
  const alone = onlyEmoji(nodes);
  return <div className={alone ? 'markdown jumbo' : 'markdown'}>{nodes.map(draw)}</div>;
}

function draw(node: Node, key: number): ReactNode {
  switch (node.kind) {
    case 'text':
      return <Words key={key} text={node.text} />;
    case 'bold':
      return <strong key={key}>{node.inside.map(draw)}</strong>;
    case 'italic':
      return <em key={key}>{node.inside.map(draw)}</em>;
    case 'underline':
      return <u key={key}>{node.inside.map(draw)}</u>;
    case 'strike':
      return <s key={key}>{node.inside.map(draw)}</s>;
    case 'small':
      return <small key={key}>{node.inside.map(draw)}</small>;
    case 'spoiler':
      return <Spoiler key={key}>{node.inside.map(draw)}</Spoiler>;
    case 'quote':
      return <blockquote key={key}>{node.inside.map(draw)}</blockquote>;
    case 'code':
      return <code key={key}>{node.text}</code>;
    case 'block':
      return (
        <pre key={key} data-language={node.language || undefined}>
          <code>{node.text}</code>
        </pre>
      );
    case 'heading':
      return (
        <div key={key} className={`heading level-${node.level}`} role="heading" aria-level={node.level + 3}>
          {node.inside.map(draw)}
        </div>
      );
    case 'list':
      return node.ordered ? <ol key={key}>{items(node.items)}</ol> : <ul key={key}>{items(node.items)}</ul>;
    case 'link':
      return <Link key={key} node={node} />;
    case 'emoji':
      return <EmojiPicture key={key} name={node.name} id={node.id} animated={node.animated} />;
    case 'time':
      return <Time key={key} at={node.at} style={node.style} />;
    case 'everyone':
      return (
        <span key={key} className="mention">
          {node.text}
        </span>
      );
    case 'command':
      return (
        <span key={key} className="mention">
          /{node.name}
        </span>
      );
    default:
      return <Mention key={key} kind={node.kind} id={node.id} />;
  }
}

function Link({ node }: { readonly node: Extract<Node, { kind: 'link' }> }) {
  const name = usePlaceName(node.address);
  const [only] = node.inside;
  const isBare = only?.kind === 'text' && only.text === node.address;
  return <Address to={node.address}>{isBare ? name : node.inside.map(draw)}</Address>;
}

function items(list: readonly (readonly Node[])[]) {
  return list.map((item, index) => <li key={index}>{item.map(draw)}</li>);
}

/** Text, with the emoji in it drawn. */
function Words({ text }: { readonly text: string }) {
  const parts = text.split(/(\p{Extended_Pictographic}\uFE0F?(?:\u200D\p{Extended_Pictographic}\uFE0F?)*)/u);
  return parts.map((part, index) => (index % 2 === 1 ? <EmojiPicture key={index} name={part} id={null} /> : part));
}

function Mention({ kind, id }: { readonly kind: 'user' | 'role' | 'channel'; readonly id: string }) {
  const directory = useDirectory();
  if (kind === 'channel') {
    const channel = directory.channels.get(id);
    if (!channel) return <span className="mention unknown"># No access</span>;
    return (
      <button type="button" className="mention" onClick={() => directory.open(id)}>
        {channel}
      </button>
    );
  }
  if (kind === 'role') {
    const role = directory.roles.get(id);
    return (
      <span className="mention" style={role?.colour ? { color: role.colour } : undefined}>
        @{role?.name ?? 'deleted-role'}
      </span>
    );
  }
  return <span className="mention">@{directory.people.get(id) ?? 'unknown-user'}</span>;
}

function Spoiler({ children }: { readonly children: ReactNode }) {
  const [shown, show] = useState(false);
  if (shown) return <span className="spoiler shown">{children}</span>;
  return (
    <button type="button" className="spoiler" aria-label="Show the spoiler" onClick={() => show(true)}>
      <span aria-hidden>{children}</span>
    </button>
  );
}

function Time({ at, style }: { readonly at: number; readonly style: string }) {
  return (
    <time className="timestamp" dateTime={new Date(at).toISOString()} title={fullTime(at)}>
      {style === 'R' ? relativeTime(at, Date.now()) : styledTime(at, style)}
    </time>
  );
}

function onlyEmoji(nodes: readonly Node[]): boolean {
  const count = nodes.reduce((all, node) => {
    if (node.kind === 'emoji') return all + 1;
    if (node.kind !== 'text') return Infinity;
    if (node.text.trim() === '') return all;
    const pictures = node.text.match(/\p{Extended_Pictographic}/gu)?.length ?? 0;
    return /^(?:[\p{Extended_Pictographic}\uFE0F\u200D\s])+$/u.test(node.text) && pictures > 0
      ? all + pictures
      : Infinity;
  }, 0);
  return count > 0 && count <= 27;
}
