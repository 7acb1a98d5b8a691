import { text } from '../../render/notices.ts';
import type { Values } from '../../settings/schema.ts';
import { readDuration } from '../../settings/timestring.ts';
import type { AnswerParts, Command, CommandUse } from './command.ts';
import { described } from './describe.ts';
import { answer } from './in-ticket.ts';

export const pauseCommand: Command = {
  spec: () => ({
    type: 'chat',
    name: 'pause',
    ...described('command.pause'),
    options: [
      { name: 'duration', ...described('command.pause.duration'), type: 'text' },
      { name: 'text', ...described('command.pause.text'), type: 'text' },
    ],
  }),
  run: { pause },
};

export const resumeCommand: Command = {
  spec: () => ({ type: 'chat', name: 'resume', ...described('command.resume') }),
  run: {
    resume: async (parts, use) => {
      if (await save(parts, use, { paused: false })) await answer(parts, use, 'answer.resumed', {});
    },
  },
};

async function pause(parts: AnswerParts, use: CommandUse): Promise<void> {
  const { duration, text: words } = use.options;
  const lasts = readDuration(typeof duration === 'string' ? duration : '');
  if ('wrong' in lasts)
    return answer(parts, use, 'answer.duration-wrong', { wrong: text(`duration.${lasts.is}`, {}, parts.language) });
  const until = parts.clock.now() + lasts.ms;
  const paused = lasts.ms === 0 ? true : until;
  if (!(await save(parts, use, { paused, ...(typeof words === 'string' && { pausedText: words }) }))) return;
  if (paused === true) return answer(parts, use, 'answer.paused', {});
  return answer(parts, use, 'answer.paused-until', { until });
}

/** Admins only; what keeps it from being saved is answered, and false returned. */
async function save(parts: AnswerParts, use: CommandUse, values: Values): Promise<boolean> {
  const { guild } = use;
  if (guild === null) return refuse('answer.not-in-dm');
  const who = { user: use.by.id, roles: use.roles, permissions: use.permissions };
  const standing = await parts.standing(guild, await parts.settingsOf(guild), who, 'admin');
  if (standing !== 'admin') return refuse('answer.not-allowed');
  const by = (await parts.meet(use.by)).id;
  const changed = await parts.changeSettings(guild, { values, reset: [] }, by);
  const problem = 'problems' in changed ? changed.problems[0] : undefined;
  if (problem === undefined) return true;
  await answer(parts, use, 'answer.setting-wrong', { field: problem.field, wrong: problem.wrong });
  return false;

  async function refuse(why: 'answer.not-in-dm' | 'answer.not-allowed'): Promise<false> {
    await answer(parts, use, why, {});
    return false;
  }
}
