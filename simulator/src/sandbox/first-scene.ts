import { makeServer } from './make-server.ts';
import type { MakeScene } from './scene.ts';

/** One server with people on both sides, and a place prepared for each kind of ticket channel. */
export const firstScene: MakeScene = (seed) => {
  const staff = [
    seed.user({ username: 'sam', displayName: 'Sam' }),
    seed.user({ username: 'priya', displayName: 'Priya' }),
    seed.user({ username: 'jonas', displayName: 'Jonas' }),
  ];
  const owner = seed.user({ username: 'nora', displayName: 'Nora' });
  const members = [
    seed.user({ username: 'ada', displayName: 'Ada' }),
    seed.user({ username: 'mika', displayName: 'Mika' }),
    seed.user({ username: 'theo', displayName: 'Theo' }),
  ];
  const application = seed.application({ name: 'Modmail', ownerId: owner.id });
  const plan = makeServer(seed, {
    name: 'Lantern Harbour',
    owner: owner.id,
    bot: application.id,
    staff: staff.map(({ id }) => id),
    members: members.map(({ id }) => id),
    channelKind: 'private-thread',
    settings: ['limits.openCooldown=0', 'limits.perSidePerMinute=0'],
  });
  return { applicationId: application.id, guilds: [plan] };
};
