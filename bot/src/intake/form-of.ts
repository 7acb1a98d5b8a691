import type { FilledForm } from '../door.ts';
import type { GuildMember } from '../discord.ts';
import type { GuildId } from '../ids.ts';
import type { Topic } from '../settings/topics.ts';
import type { Person, Tables } from '../store.ts';
import { cooldownEnd } from '../tickets/open.ts';
import { knownAt } from './at-door.ts';
import { speaksAgainst } from './admit.ts';
import { talkingIn } from './choose.ts';
import type { DestinationParts } from './destination.ts';
import type { LookedUp } from './looked-up.ts';

/** The person as a member of the server, as far as a click there says it. */
export type SeenThere = Pick<GuildMember, 'roles' | 'joinedAt'>;

/**
 * The topic whose form can be shown now, by what is in memory and in the database: a form has to be the first answer, and quick. Null:
 * it has none, or something speaks against it, which `atDoor` finds and says. `seen`: from their click, if that was in the server;
 * elsewhere what Discord has said lately counts, and what is not known speaks against nobody.
 */
export async function formOf(
  parts: Pick<DestinationParts, 'clock' | 'store' | 'enabled'> & Pick<LookedUp, 'remembered'>,
  person: Person,
  guild: GuildId,
  topicId: string,
  seen: SeenThere | null,
): Promise<{ readonly topic: Topic; readonly before: FilledForm | null } | null> {
  const { tables } = parts.store;
  const now = parts.clock.now();
  const server = (await parts.enabled()).find((one) => one.guild === guild);
  const topic = server?.settings.topics.find(({ id }) => id === topicId);
  if (server === undefined || topic === undefined || topic.questions.length === 0) return null;
  const at = { person, ...server, now };
  const member = seen ?? parts.remembered(guild, person.user);
  if (speaksAgainst(person, server, member ?? 'unknown', now) !== null) return null;
  if (await isKeptOut(tables, person, guild, member, now)) return null;
  if ((await talkingIn(tables, at, {}, false)) !== undefined || (await cooldownEnd(tables, at)) > now) return null;
  const { form } = (await knownAt(tables, at)).known;
  return { topic, before: form?.topic === topicId ? form : null };
}

/** By a block of theirs, or of a role that they are known to have. */
async function isKeptOut(
  { blocks }: Pick<Tables, 'blocks'>,
  person: Person,
  guild: GuildId,
  member: SeenThere | null,
  now: number,
): Promise<boolean> {
  if ((await blocks.ofPerson(person.id, now)).some((block) => block.guild === guild)) return true;
  const roles: readonly string[] = member?.roles ?? [];
  return roles.length > 0 && (await blocks.ofRoles(guild, now)).some(({ who }) => roles.includes(who.id));
}
