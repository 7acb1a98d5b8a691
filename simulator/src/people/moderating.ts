import { deleteChannel } from '../acts/delete-channel.ts';
import { editThread } from '../acts/edit-thread.ts';
import { editMember } from '../acts/members.ts';
import { addToThread } from '../acts/thread-members.ts';
import { findMember, findThread } from '../lookup.ts';
import type { Self } from './create-person.ts';
import type { Person } from './person.ts';
import { channelOf, guildOf, roleOf, userOf } from './places.ts';

type Moderating = Pick<Person, 'archives' | 'unarchives' | 'deletesChannel' | 'addsTo' | 'givesRole' | 'takesRole'>;

export function moderating(self: Self): Moderating {
  const { world, id } = self;
  const thread = (which: string) => findThread(world, channelOf(self, which).id);
  const changeRoles = (who: string, what: string, where: string, change: 'add' | 'delete') => {
    const guild = guildOf(self, where);
    const userId = userOf(self, who).id;
    const roles = new Set(findMember(world, guild.id, userId).roles);
    roles[change](roleOf(guild, what).id);
    editMember(world, id, guild.id, userId, { roles: [...roles] });
  };
  return {
    async archives(which) {
      editThread(world, id, thread(which), { archived: true });
    },
    async unarchives(which) {
      editThread(world, id, thread(which), { archived: false });
    },
    async deletesChannel(channel) {
      deleteChannel(world, id, channelOf(self, channel));
    },
    async addsTo(which, user) {
      addToThread(world, id, thread(which), userOf(self, user).id);
    },
    givesRole(user, role, guild) {
      changeRoles(user, role, guild, 'add');
    },
    takesRole(user, role, guild) {
      changeRoles(user, role, guild, 'delete');
    },
  };
}
