import type { Clock } from '../clock.ts';
import type { Discord } from '../discord.ts';
import type { Files, StoredFile } from '../files.ts';
import type { EntryId, GuildId, TicketId } from '../ids.ts';
import { contextOf } from '../outbox/drawing.ts';
import { drawTranscript } from '../outbox/draw-transcript.ts';
import { servedTranscriptOf } from '../outbox/transcript-data.ts';
import { fileName } from '../render/pack.ts';
import type { Settings } from '../settings/schema.ts';
import type { Store } from '../store.ts';
import { hashOf } from '../tickets/share.ts';
import type { FoundFile } from './file-answer.ts';

/** A long ticket takes some megabytes while it is drawn; whoever comes while so many are is asked to come again. */
const atOnce = 4;

/** What links to transcripts open. Null for a link that does not work, for whatever reason. */
export interface TranscriptPages {
  works(secret: string): Promise<boolean>;
  /** Counts as opened. */
  read(secret: string): Promise<string | 'busy' | null>;
  file(secret: string, entry: EntryId, id: string): Promise<FoundFile | null>;
}

export interface PageParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly discord: Discord;
  readonly files: Pick<Files, 'open'>;
  readonly settingsOf: (guild: GuildId) => Promise<Settings>;
  readonly guildName: (guild: GuildId) => Promise<string>;
  readonly readsContent: () => boolean;
}

export function createTranscriptPages(parts: PageParts): TranscriptPages {
  const { clock, store, files } = parts;
  let drawing = 0;

  const find = (secret: string) => store.tables.links.find(hashOf(secret), clock.now());

  return {
    works: async (secret) => (await find(secret)) !== null,
    async read(secret) {
      const link = await find(secret);
      if (link === null) return null;
      if (drawing >= atOnce) return 'busy';
      drawing += 1;
      try {
        const page = await draw(parts, secret, link.ticket);
        if (page === null) return null;
        return await store.transaction(async ({ links }) => {
          // Somebody may have taken it back meanwhile.
          if ((await links.find(hashOf(secret), clock.now())) === null) return null;
          await links.noteOpened(link.source, clock.now());
          return page;
        });
      } finally {
        drawing -= 1;
      }
    },
    async file(secret, entryId, id) {
      const link = await find(secret);
      const entry = link === null ? null : await store.tables.entries.get(entryId);
      if (link === null || entry?.ticket !== link.ticket) return null;
      const stored = (await store.tables.files.of(entryId)).find((file) => file.id === id);
      const kept = stored === undefined || stored.hash === null ? null : await files.open(stored.hash);
      return stored === undefined || kept === null ? null : { name: addressName(stored.name), type: stored.type, kept };
    },
  };
}

/** Half a character, which Discord may hand over, cannot be part of an address. */
function addressName(name: string): string {
  return fileName(name).replace(/\p{Surrogate}/gu, '_');
}

async function draw(parts: PageParts, secret: string, ticket: TicketId): Promise<string | null> {
  const context = await contextOf(parts, ticket);
  if (context === null) return null;
  // Beside the page, wherever a proxy puts that.
  const addressOf = ({ entry, id, name }: StoredFile): string =>
    `${secret}/files/${entry}/${id}/${encodeURIComponent(addressName(name))}`;
  return drawTranscript(await servedTranscriptOf(parts, context, addressOf));
}
