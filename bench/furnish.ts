import type { Simulator } from '../simulator/src/simulator.ts';

/** One server with staff, a channel for tickets that only they see, and members who never wrote before. */
export function furnish(simulator: Simulator, memberCount: number) {
  const { seed } = simulator;
  const application = seed.application({ name: 'Backchannel' });
  const owner = seed.user({ username: 'owner' }).id;
  const guild = seed.guild({ name: 'Bench', owner, bot: application.id });
  const role = seed.role(guild.id, { name: 'Staff' }).id;
  const staff = seed.user({ username: 'staff' }).id;
  seed.join(guild.id, staff, [role]);
  const ours = [...(guild.members.get(application.id)?.roles ?? [])];
  const parent = seed.channel(guild.id, {
    name: 'tickets',
    type: 0,
    overwrites: [
      { id: guild.id, type: 'role', allow: 0n, deny: 1n << 10n },
      ...[role, ...ours].map((id) => ({ id, type: 'role' as const, allow: 1n << 10n, deny: 0n })),
    ],
  }).id;
  const members = Array.from({ length: memberCount }, (_, index) => {
    const { id } = seed.user({ username: `member${index}` });
    seed.join(guild.id, id);
    return simulator.person(id);
  });
  return { application, guild: guild.id, role, parent, staff: simulator.person(staff), members };
}
