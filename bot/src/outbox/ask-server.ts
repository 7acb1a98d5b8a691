import type { GuildId } from '../ids.ts';
import { Refused } from '../refusal.ts';
import { askServer, askTicket } from '../render/ask-server.ts';
import type { Person } from '../store.ts';
import type { Delivery } from './delivery.ts';
import { languageFor } from './language.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';
import type { Spoken } from './post-once.ts';
import { sendDm } from './send-dm.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';

type AskServer = Extract<Delivery, { kind: 'ask-server' }>;

/** Asks a member which server their messages are for; drawn from what they can choose at this moment. */
export async function sendAskServer(parts: SendParts, delivery: AskServer, attempt: Attempt): Promise<Sent> {
  const { person: id, at } = delivery;
  const { tables } = parts.store;
  const person = await tables.people.get(id);
  const prompt = await tables.intake.prompt(id);
  if (person === null || prompt === null) return nothingToRecord;
  const drawn = await draw(parts, person, delivery);
  try {
    const sent = await sendDm(parts, person, drawn, nonceOf(id, 'ask-server', at), attempt, at);
    return {
      async record(inside) {
        await inside.intake.setPrompt({ ...prompt, channel: sent.channel, message: sent.id });
        await inside.problems.solve(null, 'cannot-ask');
      },
    };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    return {
      async record(inside) {
        await inside.intake.clearPrompt(id);
        await inside.problems.raise({
          guild: null,
          key: 'cannot-ask',
          text: 'problem.cannot-ask',
          with: { reason: error.message },
          since: parts.clock.now(),
        });
      },
    };
  }
}

async function draw(parts: SendParts, person: Person, { among }: AskServer): Promise<Spoken> {
  const { tables } = parts.store;
  const kept = (await tables.intake.kept(person.id)).length;
  const named = async (guild: GuildId) => ({ guild, name: await parts.guildName(guild) });
  if (among === 'tickets') {
    const open = await tables.tickets.openOf(person.id);
    const tickets = await Promise.all(
      open.map(async ({ guild, anonymous }) => ({ ...(await named(guild)), anonymous })),
    );
    const locale = await languageFor(
      parts,
      person,
      tickets.map(({ guild }) => guild),
    );
    return { locale, draw: (language) => askTicket({ tickets, kept }, language) };
  }
  const { guilds, both, mayBeMore } = await parts.choicesOf(person);
  const servers = await Promise.all(
    guilds.map(async (guild) => ({ ...(await named(guild)), both: both.includes(guild) })),
  );
  const locale = await languageFor(parts, person, guilds);
  return { locale, draw: (language) => askServer({ servers, page: 0, kept, mayBeMore }, language) };
}
