import { z } from 'zod';
import { locales } from '../interactions/localizations.ts';

const id = z.string().regex(/^\d{15,20}$/, 'must be an id');
const optionValue = z.union([z.string(), z.number(), z.boolean()]);

/** What a person can be told to do: the verbs of people/person.ts, as JSON. Files come beside it in a multipart body. */
export const actSchema = z.discriminatedUnion('verb', [
  z.strictObject({
    verb: z.literal('say'),
    channel: id,
    text: z.string().max(4000).default(''),
    replyTo: id.optional(),
    ping: z.boolean().optional(),
    sticker: z.string().max(30).optional(),
  }),
  z.strictObject({ verb: z.literal('edit'), message: id, text: z.string().max(4000) }),
  z.strictObject({ verb: z.literal('delete'), message: id }),
  z.strictObject({ verb: z.literal('forward'), message: id, to: id }),
  z.strictObject({ verb: z.literal('react'), message: id, emoji: z.string().min(1).max(64) }),
  z.strictObject({ verb: z.literal('unreact'), message: id, emoji: z.string().min(1).max(64) }),
  z.strictObject({ verb: z.literal('pin'), message: id }),
  z.strictObject({ verb: z.literal('typing'), channel: id }),
  z.strictObject({ verb: z.literal('click'), message: id, button: z.string().min(1) }),
  z.strictObject({ verb: z.literal('select'), message: id, select: z.string(), values: z.array(z.string()).max(25) }),
  z.strictObject({
    verb: z.literal('run'),
    command: z.string().min(1),
    options: z.record(z.string(), optionValue).default({}),
    channel: id,
  }),
  z.strictObject({ verb: z.literal('runOn'), command: z.string().min(1), message: id }),
  z.strictObject({
    verb: z.literal('complete'),
    command: z.string().min(1),
    option: z.string(),
    typed: z.string().max(100),
    channel: id,
  }),
  z.strictObject({
    verb: z.literal('submit'),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    /** For each file of the body, in order, the field that it is for. */
    files: z.array(z.string()).max(50).optional(),
  }),
  z.strictObject({ verb: z.literal('block') }),
  z.strictObject({ verb: z.literal('unblock') }),
  z.strictObject({ verb: z.literal('closeDms') }),
  z.strictObject({ verb: z.literal('openDms') }),
  z.strictObject({ verb: z.literal('leave'), server: id }),
  z.strictObject({ verb: z.literal('join'), server: id }),
  z.strictObject({ verb: z.literal('speak'), locale: z.enum(locales) }),
  z.strictObject({ verb: z.literal('archive'), thread: id }),
  z.strictObject({ verb: z.literal('unarchive'), thread: id }),
  z.strictObject({ verb: z.literal('deleteChannel'), channel: id }),
]);

/** As it is written by a client; defaults may be left out. */
export type Act = z.input<typeof actSchema>;
export type ParsedAct = z.output<typeof actSchema>;
