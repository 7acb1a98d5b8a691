import { instantText } from '../objects/instant.ts';
import type { Wire } from '../objects/wire.ts';
import { poll as most } from './numbers.ts';
import { isGiven, readBoolean, readFields, readInteger, readList, readText, refuseUnknown } from './read.ts';

const known = new Set(['question', 'answers', 'duration', 'allow_multiselect', 'layout_type']);
const dayHours = 24;

/** Reads `poll` of a message. https://docs.discord.com/developers/resources/poll#poll-create-request-object */
export function readPoll(value: unknown, now: number): Wire {
  const fields = readFields(value, 'poll');
  refuseUnknown(fields, known, 'poll');
  const question = readFields(fields['question'], 'poll.question');
  const { duration, allow_multiselect: several } = fields;
  const hours = isGiven(duration) ? readInteger(duration, 'poll.duration', 1, most.longestHours) : dayHours;
  return {
    question: { text: readText(question['text'] ?? '', 'poll.question.text', most.question, 1) },
    answers: readList(fields['answers'], 'poll.answers', most.answers, 1).map((one, index) => {
      const at = `poll.answers.${index}.poll_media`;
      const media = readFields(readFields(one, `poll.answers.${index}`)['poll_media'], at);
      return {
        answer_id: index + 1,
        poll_media: {
          text: readText(media['text'] ?? '', `${at}.text`, most.answer, 1),
          ...(isGiven(media['emoji']) ? { emoji: readFields(media['emoji'], `${at}.emoji`) } : {}),
        },
      };
    }),
    expiry: instantText(now + hours * 3_600_000),
    allow_multiselect: isGiven(several) ? readBoolean(several, 'poll.allow_multiselect') : false,
    layout_type: 1,
    results: { is_finalized: false, answer_counts: [] },
  };
}
