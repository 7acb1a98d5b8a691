import type { Language } from '../language.ts';
import { Refused } from '../refusal.ts';
import type { DrawnFile } from '../discord.ts';
import type { DrawContext } from '../render/drawable.ts';
import { transcriptPost } from '../render/log-line.ts';
import { transcriptName } from '../render/transcript/data.ts';
import { transcriptText } from '../render/transcript/text.ts';
import { transcriptPlace } from '../settings/complete.ts';
import type { Tables } from '../store.ts';
import { shareTicket } from '../tickets/share.ts';
import type { Delivery } from './delivery.ts';
import { drawTranscript } from './draw-transcript.ts';
import { contextOf } from './drawing.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';
import { postOnce } from './post-once.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';
import { keepFiles, transcriptOf } from './transcript-data.ts';

/** Posts the whole ticket, as files or as a link to its page, where the settings say. */
export async function sendTranscript(
  parts: SendParts,
  { ticket: id }: Extract<Delivery, { kind: 'transcript' }>,
  attempt: Attempt,
): Promise<Sent> {
  const context = await contextOf(parts, id);
  if (context === null) return nothingToRecord;
  const { ticket, settings } = context;
  const place = transcriptPlace(settings);
  if (place === null || ticket.closing?.cause === 'bot-removed') return nothingToRecord;
  const since = ticket.closedAt ?? ticket.openedAt;
  const link = settings.transcript === 'file' ? null : await linkTo(parts, context, since);
  const onlyLinked = settings.transcript === 'link' && link !== null;
  if (onlyLinked) await keepFiles(parts, context);
  const files = onlyLinked ? [] : await documents(parts, context, attempt);
  const message = {
    locale: context.locale,
    draw: (locale: Language) => transcriptPost({ ...context, locale }, { files, link }),
  };
  try {
    await postOnce(parts, place, message, nonceOf(id, 'transcript', since), since, attempt);
    return { record: (tables) => tables.problems.solve(ticket.guild, `transcript:${id}`) };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    return { record: (tables) => refused(tables, error) };
  }

  function refused(tables: Tables, refusal: Refused): Promise<void> {
    return tables.problems.raise({
      guild: ticket.guild,
      key: `transcript:${id}`,
      text: 'problem.transcript-place',
      with: { where: `<#${place}>`, reason: refusal.message },
      since: parts.clock.now(),
    });
  }
}

/** Each closing has a link of its own, the same for every try; null where nobody could open it. */
async function linkTo(
  { store, sharing, clock }: SendParts,
  { ticket }: DrawContext,
  since: number,
): Promise<string | null> {
  const share = { ticket: ticket.id, source: `closed:${ticket.id}:${since}`, by: null, now: clock.now() };
  const shared = await store.transaction((tables) => shareTicket(tables, sharing, share));
  return shared?.url ?? null;
}

async function documents(parts: SendParts, context: DrawContext, { unsure }: Attempt): Promise<readonly DrawnFile[]> {
  const data = await transcriptOf(parts, context, { withPictures: !unsure });
  return [
    textFile(transcriptName(context.ticket, 'html'), await drawTranscript(data)),
    textFile(transcriptName(context.ticket, 'txt'), transcriptText(data)),
  ];
}

function textFile(name: string, text: string): DrawnFile {
  return { name, bytes: async () => new TextEncoder().encode(text) };
}
