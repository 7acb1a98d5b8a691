import { permissionFlags } from '../src/permissions.ts';
import type { Person } from '../src/people/person.ts';
import type { SimulatorOptions } from '../src/options.ts';
import type { Simulator } from '../src/simulator.ts';
import type { Application } from '../src/state.ts';
import { startForTests } from './start-for-tests.ts';

export interface Library {
  readonly simulator: Simulator;
  readonly application: Application;
  /** The server's id. */
  readonly guild: string;
  readonly general: string;
  /** Only for staff and the bot. */
  readonly desk: string;
  readonly forum: string;
  readonly staffRole: string;
  /** A member. */
  readonly ada: Person;
  /** Staff: manages messages, threads and roles. */
  readonly sam: Person;
}

const everyone =
  permissionFlags.viewChannel |
  permissionFlags.sendMessages |
  permissionFlags.sendMessagesInThreads |
  permissionFlags.readMessageHistory |
  permissionFlags.addReactions |
  permissionFlags.attachFiles |
  permissionFlags.embedLinks |
  permissionFlags.useApplicationCommands;

/** A server called Library with its bot, a member and someone of its staff. */
export async function library(options: SimulatorOptions = {}): Promise<Library> {
  const simulator = await startForTests(options);
  const { seed } = simulator;
  const owner = seed.user({ username: 'olive' });
  const application = seed.application({ name: 'Librarian', ownerId: owner.id });
  const guild = seed.guild({ name: 'Library', owner: owner.id, bot: application.id, everyonePermissions: everyone }).id;
  const staff = seed.role(guild, {
    name: 'Staff',
    position: 5,
    permissions: permissionFlags.manageMessages | permissionFlags.manageThreads | permissionFlags.pinMessages,
  });
  const ada = seed.user({ username: 'ada', displayName: 'Ada' });
  const sam = seed.user({ username: 'sam', displayName: 'Sam' });
  seed.join(guild, ada.id);
  seed.join(guild, sam.id, [staff.id]);
  const hidden = { id: guild, type: 'role', allow: 0n, deny: permissionFlags.viewChannel } as const;
  const shown = { type: 'role', allow: permissionFlags.viewChannel, deny: 0n } as const;
  const bot = { id: application.userId, type: 'member', allow: permissionFlags.viewChannel, deny: 0n } as const;
  return {
    simulator,
    application,
    guild,
    general: seed.channel(guild, { name: 'general' }).id,
    desk: seed.channel(guild, { name: 'desk', overwrites: [hidden, { id: staff.id, ...shown }, bot] }).id,
    forum: seed.channel(guild, { name: 'questions', type: 15 }).id,
    staffRole: staff.id,
    ada: simulator.person('ada'),
    sam: simulator.person('sam'),
  };
}
