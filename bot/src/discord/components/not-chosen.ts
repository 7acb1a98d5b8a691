import type { DrawnMessage } from '../../discord.ts';
import type { Chosen } from '../../intake/choose.ts';
import type { Language } from '../../language.ts';
import { refusalLine } from '../../intake/refuse.ts';
import { tellMember } from '../../render/for-member.ts';
import { text } from '../../render/notices.ts';

/** Why a server cannot be written to, for the member. */
export function notChosen(
  chosen: Extract<Chosen, { is: 'refused' | 'not-possible' }>,
  server: string,
  language: Language,
  otherwise: 'ask-server.not-any-more' | 'answer.cannot-write' = 'ask-server.not-any-more',
): DrawnMessage {
  const line = chosen.is === 'refused' ? refusalLine(chosen.why) : null;
  if (line === null) return { text: text(otherwise, {}, language) };
  return tellMember({ text: line.text, with: { ...line.with, server } }, language);
}
