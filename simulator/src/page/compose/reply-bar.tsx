import { Icon } from '../icons.tsx';
import type { MessageView } from '../../sandbox/wire.ts';

export function ReplyBar({
  to,
  ping,
  onPing,
  onCancel,
}: {
  readonly to: MessageView;
  readonly ping: boolean;
  readonly onPing: (ping: boolean) => void;
  readonly onCancel: () => void;
}) {
  return (
    <div className="reply-bar">
      <span>
        Replying to <b>{to.author.name}</b>
      </span>
      <span className="spring" />
      <button type="button" aria-pressed={ping} className={ping ? 'ping on' : 'ping'} onClick={() => onPing(!ping)}>
        @ {ping ? 'ON' : 'OFF'}
      </button>
      <button type="button" className="icon-button" aria-label="Stop replying" onClick={onCancel}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
