import { useEffect } from 'react';
import { Avatar } from '../avatar.tsx';
import { useClient } from '../client.tsx';
import { Composer } from '../compose/composer.tsx';
import { Icon } from '../icons.tsx';
import type { Live } from '../live.ts';
import { keyOf, type Shown } from '../shown.ts';
import { ChannelHeader } from './header.tsx';
import { Forum } from './forum.tsx';
import { MessageList } from './message-list.tsx';

/** What is open in a pane: a direct message, a channel, a thread or a forum. */
export function ChannelView({ live, shown }: { readonly live: Live; readonly shown: Shown }) {
  const { client, channel, channelId, server } = useClient();
  const person = client.self.id;
  const isForum = channel?.kind === 'forum';
  useEffect(() => {
    if (channelId !== null && !isForum) live.openChannel(person, channelId);
  }, [live, person, channelId, isForum]);

  if (channelId === null) {
    return (
      <main className="channel empty">
        <p>{server ? 'Choose a channel on the left.' : 'No direct messages.'}</p>
      </main>
    );
  }
  const direct = client.directMessages.find((one) => one.channelId === channelId);
  const name = channel?.name ?? direct?.bot.name ?? 'unknown';
  const key = keyOf(person, channelId);
  const typing = shown.typing.filter((one) => one.as === person && one.channelId === channelId);
  return (
    <main className="channel" aria-label={name}>
      <ChannelHeader name={name} direct={direct ?? null} />
      {isForum ? (
        <Forum forum={channel} />
      ) : (
        <>
          <MessageList
            key={key}
            label={`Messages in ${name}`}
            messages={shown.messages[key] ?? []}
            older={shown.older[key] ?? false}
            beginning={<Beginning name={name} picture={direct?.bot.avatar ?? null} isDirect={direct !== undefined} />}
            onOlder={() => live.loadOlder(person, channelId)}
          />
          <Composer key={`composer-${key}`} name={name} channelId={channelId} direct={direct ?? null} />
          <div className="typing" aria-live="polite">
            {typing.length > 0 && (
              <>
                <span className="dots" aria-hidden>
                  <i />
                  <i />
                  <i />
                </span>
                <b>{typing.map((one) => one.name).join(', ')}</b> {typing.length === 1 ? 'is' : 'are'} typing…
              </>
            )}
          </div>
        </>
      )}
    </main>
  );
}

function Beginning({
  name,
  picture,
  isDirect,
}: {
  readonly name: string;
  readonly picture: string | null;
  readonly isDirect: boolean;
}) {
  if (isDirect) {
    return (
      <>
        <Avatar name={name} picture={picture} size={64} />
        <h3>{name}</h3>
        <p>
          This is the beginning of your direct message history with <b>{name}</b>.
        </p>
      </>
    );
  }
  return (
    <>
      <span className="beginning-icon">
        <Icon name="hash" size={36} />
      </span>
      <h3>{name}</h3>
      <p>This is the start of {name}.</p>
    </>
  );
}
