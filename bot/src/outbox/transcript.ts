import { Refused } from '../refusal.ts';
import type { DrawnFile } from '../discord.ts';
import { transcriptPost } from '../render/log-line.ts';
import { transcriptName } from '../render/transcript/data.ts';
import { transcriptHtml } from '../render/transcript/html.ts';
import { transcriptText } from '../render/transcript/text.ts';
import { transcriptPlace } from '../settings/complete.ts';
import type { Tables } from '../store.ts';
import type { Delivery } from './delivery.ts';
import { contextOf } from './drawing.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';
import { postOnce } from './post-once.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';
import { transcriptOf } from './transcript-data.ts';

/** Posts the whole ticket as a page and as plain text where the settings say. */
export async function sendTranscript(
  parts: SendParts,
  { ticket: id }: Extract<Delivery, { kind: 'transcript' }>,
  attempt: Attempt,
): Promise<Sent> {
  const context = await contextOf(parts, id);
  if (context === null) return nothingToRecord;
  const { ticket } = context;
  const place = transcriptPlace(context.settings);
  if (place === null || ticket.closing?.cause === 'bot-removed') return nothingToRecord;
  const data = await transcriptOf(parts, context, { withPictures: !attempt.unsure });
  const files = [
    textFile(transcriptName(ticket, 'html'), transcriptHtml(data)),
    textFile(transcriptName(ticket, 'txt'), transcriptText(data)),
  ];
  const since = ticket.closedAt ?? ticket.openedAt;
  const message = transcriptPost(context, { files, link: null });
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

function textFile(name: string, text: string): DrawnFile {
  return { name, bytes: async () => new TextEncoder().encode(text) };
}
