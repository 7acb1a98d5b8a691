import { useEffect, useState } from 'react';
import { act } from '../api.ts';
import { useClient } from '../client.tsx';
import type { ChoiceView, OptionView } from '../../sandbox/wire.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
export const optionTypes = {
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
} as const;

/** What can be chosen; null where anything can be written. */
export function useOptionChoices(
  command: string,
  option: OptionView,
  typed: string,
  open: boolean,
): readonly ChoiceView[] | null {
  const { client, server, channelId } = useClient();
  const [answered, setAnswered] = useState<readonly ChoiceView[]>([]);
  const person = client.self.id;
  useEffect(() => {
    if (!option.autocomplete || !open || channelId === null) return;
    let current = true;
    const timer = setTimeout(async () => {
      const result = await act(person, { verb: 'complete', command, option: option.name, typed, channel: channelId });
      if (current && result.ok) setAnswered(result.choices ?? []);
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [person, channelId, command, option, typed, open]);
  if (option.autocomplete) return answered;
  const fits = ({ name }: ChoiceView) => name.toLowerCase().includes(typed.toLowerCase());
  const places = server ? [server] : client.servers;
  const people = places.flatMap(({ members }) => members.map(({ id, name }) => ({ value: id, name })));
  const roles = places.flatMap((place) => place.roles.map(({ id, name }) => ({ value: id, name: `@${name}` })));
  const channels = places.flatMap((place) => place.channels.map(({ id, name }) => ({ value: id, name: `#${name}` })));
  switch (option.type) {
    case optionTypes.boolean:
      return [
        { name: 'True', value: 'true' },
        { name: 'False', value: 'false' },
      ].filter(fits);
    case optionTypes.user:
      return people.filter(fits).slice(0, 25);
    case optionTypes.role:
      return roles.filter(fits).slice(0, 25);
    case optionTypes.mentionable:
      return [...people, ...roles].filter(fits).slice(0, 25);
    case optionTypes.channel:
      return channels.filter(fits).slice(0, 25);
    default:
      return option.choices.length > 0 ? option.choices.filter(fits) : null;
  }
}
