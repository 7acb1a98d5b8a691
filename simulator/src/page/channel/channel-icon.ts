import type { IconName } from '../icons.tsx';
import type { ChannelView } from '../../sandbox/wire.ts';

export function channelIcon({ kind, hidden }: ChannelView): IconName {
  switch (kind) {
    case 'forum':
    case 'voice':
    case 'announcement':
    case 'thread':
      return kind;
    case 'category':
      return 'chevron';
    case 'text':
      return hidden ? 'lockedHash' : 'hash';
  }
}
