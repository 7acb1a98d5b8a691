import { systemClock } from '../src/clock.ts';
import type { EntryId, GuildId, TicketId } from '../src/ids.ts';
import { openStore } from '../src/store/open.ts';

/** A program of its own that uses a store, for tests that kill it or stand beside it. Says on stdout how far it is. */
const [what, dataDir = '', about = ''] = process.argv.slice(2);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const store = await openStore({ dataDir, clock: systemClock, exclusive: what !== 'set' });
say('open');
if (what === 'set') {
  const guild = about as GuildId;
  const version = (await store.tables.settings.get(guild))?.version ?? 0;
  await store.transaction((tables) => tables.settings.put(guild, { set: version }, version, false, 'cli', 1));
  await store.close();
} else if (what === 'hold') {
  setInterval(() => undefined, 1_000);
} else {
  const ticket = about as TicketId;
  await Promise.all(Array.from({ length: 20 }, (_, writer) => keepWriting(ticket, writer)));
}

/** Writes a fact and what is owed for it, again and again, and says which ones it was promised. */
async function keepWriting(ticket: TicketId, writer: number): Promise<never> {
  for (let line = 0; ; line += 1) {
    const source = `message:${process.pid}-${writer}-${line}`;
    await store.transaction(async (tables) => {
      const content = { text: source, files: [], stickers: [], embeds: [], poll: null, forwarded: null, unknown: [] };
      const kept = {
        ticket,
        kind: 'member',
        author: null,
        at: 1,
        notice: null,
        replyTo: null,
        anonymous: false,
      } as const;
      const entry = await tables.entries.add({ ...kept, source, content });
      const owed = { kind: 'copy', ticket, entry: entry?.id as EntryId, side: 'staff' } as const;
      await tables.outbox.owe(`lane ${writer}`, owed, 1);
    });
    say(source);
  }
}
