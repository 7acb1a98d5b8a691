import type { ReactNode } from 'react';
import { Address } from '../address.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { messageTime } from '../times.ts';
import { bool, httpAddress, list, localAddress, num, record, text, type Wire } from '../wire-fields.ts';

/** One embed: https://docs.discord.com/developers/resources/message#embed-object */
export function Embed({ embed }: { readonly embed: Wire }) {
  const colour = num(embed['color']);
  const author = record(embed['author']);
  const footer = record(embed['footer']);
  const image = record(embed['image']);
  const thumbnail = record(embed['thumbnail']);
  const title = text(embed['title']);
  const description = text(embed['description']);
  const fields = list(embed['fields']);
  const at = text(embed['timestamp']);
  return (
    <article
      className="embed"
      style={colour === null ? undefined : { borderLeftColor: `#${colour.toString(16).padStart(6, '0')}` }}
    >
      <div className="embed-body">
        {author && (
          <div className="embed-author">
            <Picture of={author['icon_url']} />
            <Linked to={author['url']}>{text(author['name']) ?? ''}</Linked>
          </div>
        )}
        {title && (
          <div className="embed-title">
            <Linked to={embed['url']}>
              <Markdown text={title} />
            </Linked>
          </div>
        )}
        {description && <Markdown text={description} />}
        {fields.length > 0 && (
          <dl className="embed-fields">
            {fields.map((field, index) => (
              <div key={index} className={bool(field['inline']) ? 'inline' : undefined}>
                <dt>
                  <Markdown text={text(field['name']) ?? ''} />
                </dt>
                <dd>
                  <Markdown text={text(field['value']) ?? ''} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {image && <Picture of={image['proxy_url'] ?? image['url']} className="embed-image" />}
        {(footer || at) && (
          <div className="embed-footer">
            {footer && <Picture of={footer['icon_url']} />}
            {[footer ? text(footer['text']) : null, at ? messageTime(Date.parse(at), Date.now()) : null]
              .filter((part) => part !== null)
              .join(' • ')}
          </div>
        )}
      </div>
      {thumbnail && <Picture of={thumbnail['proxy_url'] ?? thumbnail['url']} className="embed-thumbnail" />}
    </article>
  );
}

function Picture({ of, className }: { readonly of: unknown; readonly className?: string }) {
  const address = localAddress(of);
  return address === null ? null : <img src={address} alt="" className={className ?? 'embed-icon'} />;
}

function Linked({ to, children }: { readonly to: unknown; readonly children: ReactNode }) {
  const address = httpAddress(to);
  if (address === null) return <>{children}</>;
  return <Address to={address}>{children}</Address>;
}
