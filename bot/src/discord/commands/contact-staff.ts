import { enterServer } from '../components/at-door.ts';
import { showServerMenu } from '../components/choose-server.ts';
import type { Command } from './command.ts';
import { described } from './describe.ts';

/** A member's own door: in a server to its team, in the DM to one that they pick. */
export const contactStaffCommand: Command = {
  spec: () => ({
    type: 'chat',
    name: 'contact-staff',
    ...described('command.contact-staff'),
    inDm: true,
  }),
  run: {
    'contact-staff': (parts, use) => (use.guild === null ? showServerMenu(parts, use) : enterServer(parts, use, null)),
  },
};

/** In the DM: the next messages go to another server. */
export const switchCommand: Command = {
  spec: () => ({ type: 'chat', name: 'switch', ...described('command.switch'), inDm: true }),
  run: { switch: (parts, use) => (use.guild === null ? showServerMenu(parts, use) : enterServer(parts, use, null)) },
};
