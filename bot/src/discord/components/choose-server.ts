import type { GuildId } from '../../ids.ts';
import { refusalLine } from '../../intake/refuse.ts';
import { tellMember } from '../../render/for-member.ts';
import { text } from '../../render/notices.ts';
import { escapeMarkdown } from '../../render/escape.ts';
import type { AnswerParts, SelectUse } from '../commands/command.ts';
import { answer } from '../commands/in-ticket.ts';

/** A member chose the server that their kept messages are for. */
export async function chooseServer(parts: AnswerParts, use: SelectUse): Promise<void> {
  const [guild] = use.values as readonly GuildId[];
  if (guild === undefined) return answer(parts, use, 'answer.late', {});
  const person = await parts.meet(use.by, use.channel);
  const server = escapeMarkdown(await parts.guildName(guild));
  const chosen = await parts.inLane(person.id, () => parts.chooseServer(person, guild));
  switch (chosen.is) {
    case 'sent':
      return parts.discord.answerByEdit(use, { text: text('ask-server.chosen', { server }) });
    case 'refused': {
      const line = refusalLine(chosen.why);
      if (line === null) return answer(parts, use, 'ask-server.not-any-more', {});
      const drawn = tellMember({ text: line.text, with: { ...line.with, server: await parts.guildName(guild) } }, 'en');
      return parts.discord.answer(use, drawn, { private: true });
    }
    case 'not-possible':
      return answer(parts, use, 'ask-server.not-any-more', {});
    case 'nothing-kept':
      return answer(parts, use, 'answer.late', {});
  }
}
