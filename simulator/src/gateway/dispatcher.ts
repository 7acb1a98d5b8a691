import { mayHear } from '../events.ts';
import { withoutContent } from '../objects/without-content.ts';
import type { Wire } from '../objects/wire.ts';
import type { Happening, World } from '../world.ts';
import { intents, wants } from './intents.ts';
import { dispatch, isForShard } from './session.ts';
import type { Session } from './session.ts';

/** Events with a message in them, whose content needs an intent of its own. */
const withContent = new Set(['MESSAGE_CREATE', 'MESSAGE_UPDATE']);

/**
 * Gives a happening to every session that may hear of it and wants to. The JSON is made once for all sessions of one
 * account that see the same of it. `copies` says how often each gets it.
 */
export function deliver(
  world: World,
  sessions: Iterable<Session>,
  happening: Happening,
  { copies, hold }: { readonly copies: () => number; readonly hold: Hold },
): void {
  const forms = new Map<string, string>();
  const audible = new Map<string, boolean>();
  let times: number | null = null;
  for (const session of sessions) {
    const { userId } = session.application;
    if (!isForShard(session, happening.guildId) || isWithheld(world, session, happening)) continue;
    let hears = audible.get(userId);
    if (hears === undefined) audible.set(userId, (hears = mayHear(world, happening, userId)));
    if (!hears || !wants(session.intents, happening, userId)) continue;
    times ??= copies();
    const data = formFor(world, session, happening, forms);
    const all = times;
    const give = (): void => {
      for (let sent = 0; sent < all; sent += 1) dispatch(session, happening.name, data);
    };
    hold(happening, give);
  }
}

/** Lets an event go, at once or after a while. */
export type Hold = (happening: Happening, give: () => void) => void;

/** Holds back about every second event for a time drawn by lot; none overtakes an earlier one of its channel. */
export function createHold(world: World): Hold {
  const lastOf = new Map<string, number>();
  return ({ channelId, guildId }, give) => {
    if (world.ways.skew === 0) return give();
    const now = world.clock.now();
    const place = channelId ?? guildId ?? '';
    const wait = world.random() < 0.5 ? 0 : world.random() * world.ways.skew;
    const at = Math.max(now + wait, lastOf.get(place) ?? 0);
    if (at <= now) return give();
    lastOf.set(place, at);
    world.clock.after(at - now, () => {
      if (lastOf.get(place) === at) lastOf.delete(place);
      give();
    });
  };
}

/** Of a server that has not come yet, or is out, a session hears only that it is gone; interactions do not come from there. */
function isWithheld(world: World, session: Session, { name, guildId }: Happening): boolean {
  if (guildId === null || name === 'INTERACTION_CREATE') return false;
  if (name === 'GUILD_DELETE') {
    session.awaited.delete(guildId);
    return false;
  }
  return session.awaited.has(guildId) || world.outages.has(guildId);
}

function formFor(world: World, session: Session, happening: Happening, forms: Map<string, string>): string {
  const { userId, id } = session.application;
  const stripped = withContent.has(happening.name) && (session.intents & intents.content) === 0;
  const key = stripped ? `${userId} stripped` : userId;
  let form = forms.get(key);
  if (form === undefined) {
    const data: Wire = happening.data(userId);
    form = JSON.stringify(stripped ? withoutContent(world, data, id) : data);
    forms.set(key, form);
  }
  return form;
}
