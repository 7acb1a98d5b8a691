import { type AllowedMentions, readAllowedMentions } from '../acts/mentions.ts';
import { isGiven, readBoolean, readChoice, readFields, readList, readSnowflake, refuseUnknown } from './read.ts';

const path = 'allowed_mentions';
const known = new Set(['parse', 'users', 'roles', 'replied_user']);

/** Reads `allowed_mentions`. https://docs.discord.com/developers/resources/message#allowed-mentions-object */
export function readMentions(value: unknown): AllowedMentions {
  const fields = readFields(value, path);
  refuseUnknown(fields, known, path);
  const { parse, replied_user: replied } = fields;
  if (isGiven(parse))
    readList(parse, `${path}.parse`, 3).forEach((kind, index) =>
      readChoice(kind, `${path}.parse.${index}`, ['users', 'roles', 'everyone']),
    );
  for (const kind of ['users', 'roles'])
    if (isGiven(fields[kind]))
      readList(fields[kind], `${path}.${kind}`, Infinity).forEach((id, index) =>
        readSnowflake(id, `${path}.${kind}.${index}`),
      );
  if (isGiven(replied)) readBoolean(replied, `${path}.replied_user`);
  return readAllowedMentions(fields);
}
