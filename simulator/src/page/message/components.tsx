import { useState, type ReactNode } from 'react';
import { Markdown } from '../markdown/markdown.tsx';
import { useClient } from '../client.tsx';
import { bool, httpAddress, list, localAddress, num, record, text, type Wire } from '../wire-fields.ts';
import { EmojiPicture } from './emoji.tsx';
import { ChoiceMenu } from './choice-menu.tsx';

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
const types = {
  row: 1,
  button: 2,
  selects: [3, 5, 6, 7, 8],
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const;

/** Buttons, select menus and the rest, below a message or instead of its text. */
export function Components({ of, ...where }: Where & { readonly of: readonly Wire[] }) {
  return of.map((component, index) => <Component key={index} of={component} {...where} />);
}

interface Where {
  readonly message: string;
  /** When the message was edited last. */
  readonly edited: number | null;
}

function Component({ of, ...where }: Where & { readonly of: Wire }): ReactNode {
  const { message } = where;
  const inside = <Components of={list(of['components'])} {...where} />;
  const type = num(of['type']) ?? 0;
  if ((types.selects as readonly number[]).includes(type)) return <Select of={of} {...where} />;
  switch (type) {
    case types.row:
      return <div className="component-row">{inside}</div>;
    case types.button:
      return <Button of={of} message={message} />;
    case types.text:
      return <Markdown text={text(of['content']) ?? ''} />;
    case types.separator:
      return <hr className={bool(of['divider']) ? undefined : 'blank'} />;
    case types.section: {
      const accessory = record(of['accessory']);
      return (
        <div className="component-section">
          <div>{inside}</div>
          {accessory && <Component of={accessory} {...where} />}
        </div>
      );
    }
    case types.container: {
      const colour = num(of['accent_color']);
      return (
        <div
          className="component-container"
          style={colour === null ? undefined : { borderLeftColor: `#${colour.toString(16).padStart(6, '0')}` }}
        >
          {inside}
        </div>
      );
    }
    case types.thumbnail:
      return <Media of={record(of['media'])} alt={text(of['description'])} />;
    case types.gallery:
      return list(of['items']).map((item, index) => (
        <Media key={index} of={record(item['media'])} alt={text(item['description'])} />
      ));
    default:
      return null;
  }
}

function Media({ of, alt }: { readonly of: Wire | null; readonly alt: string | null }) {
  const address = localAddress(of?.['proxy_url'] ?? of?.['url']);
  return address === null ? null : <img className="component-media" src={address} alt={alt ?? ''} />;
}

const buttonStyles: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'link',
};

function Button({ of, message }: { readonly of: Wire; readonly message: string }) {
  const { interact } = useClient();
  const [waiting, wait] = useState(false);
  const label = text(of['label']);
  const emoji = record(of['emoji']);
  const address = httpAddress(of['url']);
  const shown = (
    <>
      {emoji && (
        <EmojiPicture name={text(emoji['name']) ?? ''} id={text(emoji['id'])} animated={bool(emoji['animated'])} />
      )}
      {label}
    </>
  );
  const className = `component-button ${buttonStyles[num(of['style']) ?? 2] ?? 'secondary'}`;
  if (address !== null) {
    return (
      <a className={className} href={address} target="_blank" rel="noreferrer noopener">
        {shown}
        <span aria-hidden> ↗</span>
      </a>
    );
  }
  const click = async () => {
    wait(true);
    await interact({ verb: 'click', message, button: text(of['custom_id']) ?? label ?? '' });
    wait(false);
  };
  return (
    <button
      type="button"
      className={className}
      disabled={bool(of['disabled']) || waiting}
      aria-busy={waiting}
      onClick={() => void click()}
    >
      {shown}
    </button>
  );
}

function Select({ of, message, edited }: Where & { readonly of: Wire }) {
  const { interact } = useClient();
  const [waiting, wait] = useState(false);
  const choose = async (values: readonly string[]) => {
    wait(true);
    await interact({ verb: 'select', message, select: text(of['custom_id']) ?? '', values: [...values] });
    wait(false);
  };
  const disabled = waiting || bool(of['disabled']);
  return <ChoiceMenu of={of} version={edited} disabled={disabled} onChoose={(values) => void choose(values)} />;
}
