import { makeServer } from '../simulator/src/sandbox/make-server.ts';
import type { MakeScene } from '../simulator/src/sandbox/scene.ts';

/** Three servers, one for each preset, so that everybody finds what they know. One member is in all of them, and is asked which one to write to. */
export const makeScene: MakeScene = (seed) => {
  const people = (...names: readonly string[]) =>
    names.map((name) => seed.user({ username: name.toLowerCase(), displayName: name }).id);
  const staff = people('Sam', 'Priya', 'Jonas');
  const [nora = ''] = people('Nora');
  const [ada = '', mika = '', theo = '', lena = '', zoe = ''] = people('Ada', 'Mika', 'Theo', 'Lena', 'Zoe');
  const { id: bot } = seed.application({ name: 'Modmail', ownerId: nora });
  const shared = { owner: nora, bot, staff };
  return {
    applicationId: bot,
    guilds: [
      makeServer(seed, {
        ...shared,
        name: 'Lantern Harbour',
        members: [ada, lena, zoe],
        channelKind: 'private-channel',
        settings: ['preset=panora', 'anonymousStaff=false'],
      }),
      makeServer(seed, {
        ...shared,
        name: 'Northwind Guild',
        members: [mika, zoe],
        channelKind: 'private-thread',
        settings: ['preset=phantom', 'limits.openCooldown=0', 'limits.perSidePerMinute=0'],
      }),
      makeServer(seed, {
        ...shared,
        name: 'Pixel Orchard',
        members: [theo, zoe],
        channelKind: 'forum-post',
        settings: ['preset=supportmail', 'anonymousStaff=true'],
      }),
    ],
  };
};
