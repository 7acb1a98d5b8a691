import { AlertDialog } from 'radix-ui';
import { chooseChannelKind } from '../api.ts';
import { Icon } from '../icons.tsx';
import type { BotStatus, ChannelKind, GuildStatus, Status } from '../../sandbox/wire.ts';

const kindNames: Readonly<Record<ChannelKind, string>> = {
  'private-thread': 'Private threads',
  'private-channel': 'Private channels',
  'forum-post': 'Forum posts',
};

export function TopBar({
  status,
  connected,
  guild,
  breaking,
  onBreak,
  onReset,
}: {
  readonly status: Status;
  readonly connected: boolean;
  /** The server that the staff pane looks at. */
  readonly guild: GuildStatus | null;
  readonly breaking: boolean;
  readonly onBreak: () => void;
  readonly onReset: () => void;
}) {
  return (
    <header className="top-bar">
      <h1>Sandbox</h1>
      <p className="banner">
        No Discord account in use. Set <code>DISCORD_TOKEN</code> to go live.
      </p>
      <span className="spring" />
      <BotState bot={status.bot} connected={connected} />
      {guild?.channelKind && (
        <label className="kind">
          New tickets as{' '}
          <select
            value={guild.channelKind}
            onChange={(event) => void chooseChannelKind(guild.id, event.target.value as ChannelKind)}
          >
            {Object.entries(kindNames).map(([kind, name]) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button
        type="button"
        className={breaking ? 'top-button on' : 'top-button'}
        aria-expanded={breaking}
        onClick={onBreak}
      >
        <Icon name="bolt" size={16} /> Break it
      </button>
      <Reset onReset={onReset} />
    </header>
  );
}

const stateTexts: Readonly<Record<BotStatus['state'], string>> = {
  configuring: 'Bot is being set up',
  starting: 'Bot is starting',
  running: 'Bot is running',
  restarting: 'Bot starts again soon',
  stopped: 'Bot has stopped',
};

function BotState({ bot, connected }: { readonly bot: BotStatus; readonly connected: boolean }) {
  const running = bot.state === 'running';
  const text = !connected
    ? 'Connecting to the sandbox…'
    : running && !bot.online
      ? 'Bot is connecting…'
      : stateTexts[bot.state];
  const good = connected && running && bot.online;
  return (
    <span
      className={good ? 'bot-state good' : 'bot-state'}
      role="status"
      title={bot.ended ? `Last end: ${bot.ended}` : undefined}
    >
      <i aria-hidden /> {text}
    </span>
  );
}

function Reset({ onReset }: { readonly onReset: () => void }) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger className="top-button">
        <Icon name="restart" size={16} /> Reset
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="overlay" />
        <AlertDialog.Content className="dialog">
          <AlertDialog.Title>Start over?</AlertDialog.Title>
          <AlertDialog.Description>
            Every message, ticket and file of the sandbox is deleted, and the bot begins with an empty database.
          </AlertDialog.Description>
          <div className="dialog-foot">
            <AlertDialog.Cancel className="component-button secondary">Cancel</AlertDialog.Cancel>
            <AlertDialog.Action className="component-button danger" onClick={onReset}>
              Delete and start over
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
