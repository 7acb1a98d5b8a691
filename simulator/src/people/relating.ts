import { joinGuild, leaveGuild } from '../acts/members.ts';
import { editUser } from '../acts/users.ts';
import { ApiError } from '../errors.ts';
import type { Self } from './create-person.ts';
import type { Person } from './person.ts';
import { existing, guildOf } from './places.ts';

type Relating = Pick<
  Person,
  'blocksTheBot' | 'unblocksTheBot' | 'closesDms' | 'opensDms' | 'leaves' | 'joins' | 'renames' | 'speaks'
>;

/** How a person stands to bots and servers. Bots are told nothing of blocks and closed DMs: they meet them when they write. */
export function relating(self: Self): Relating {
  const { world } = self;
  const user = () => existing(world.state.users, self.id, 'user');
  const bots = () => [...world.state.applications.values()].map(({ userId }) => userId);
  const where = (guild?: string) => (guild === undefined ? '*' : guildOf(self, guild).id);
  return {
    blocksTheBot() {
      for (const bot of bots()) user().blocked.add(bot);
    },
    unblocksTheBot() {
      for (const bot of bots()) user().blocked.delete(bot);
    },
    closesDms(guild) {
      user().dmsClosedIn.add(where(guild));
    },
    opensDms(guild) {
      user().dmsClosedIn.delete(where(guild));
    },
    leaves(guild) {
      const left = guildOf(self, guild);
      if (left.ownerId === self.id) throw new ApiError(400, 50055, 'Invalid Guild');
      leaveGuild(world, left.id, self.id);
    },
    joins(guild) {
      joinGuild(world, guildOf(self, guild).id, self.id);
    },
    speaks(locale) {
      user().locale = locale;
    },
    renames({ username, displayName }) {
      editUser(world, self.id, {
        ...(username === undefined ? {} : { username }),
        ...(displayName === undefined ? {} : { globalName: displayName }),
      });
    },
  };
}
