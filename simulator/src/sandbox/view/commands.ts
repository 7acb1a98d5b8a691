import { optionTypes } from '../../interactions/command-rules.ts';
import { inLocale } from '../../interactions/localizations.ts';
import { commandsIn } from '../../people/commands.ts';
import type { Channel } from '../../state.ts';
import type { World } from '../../world.ts';
import type { ChoiceView, CommandView, OptionView } from '../wire.ts';

/** A command, an option of one, or a choice. */
type Part = Readonly<Record<string, unknown>>;

/** What a person can run in a channel, described in their language; subcommands stand for themselves, as in Discord's picker. */
export function commandViews(world: World, userId: string, channel: Channel): readonly CommandView[] {
  const locale = world.state.users.get(userId)?.locale ?? 'en-US';
  return commandsIn({ world, id: userId }, channel)
    .flatMap(({ command: { id, body } }) =>
      leaves(body.name, body, locale).map((leaf) => ({
        id,
        type: body.type,
        ...leaf,
      })),
    )
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function leaves(
  name: string,
  part: Part,
  locale: string,
): { readonly name: string; readonly description: string; readonly options: readonly OptionView[] }[] {
  const options = listed(part['options']);
  const nested = options.filter(({ type }) => type === optionTypes.subcommand || type === optionTypes.group);
  if (nested.length > 0) return nested.flatMap((inner) => leaves(`${name} ${String(inner['name'])}`, inner, locale));
  const description = inLocale(part, 'description', locale);
  return [{ name, description, options: options.map((option) => optionView(option, locale)) }];
}

function optionView(option: Part, locale: string): OptionView {
  return {
    name: String(option['name']),
    description: inLocale(option, 'description', locale),
    type: Number(option['type']),
    required: option['required'] === true,
    autocomplete: option['autocomplete'] === true,
    choices: listed(option['choices']).map((choice): ChoiceView => ({
      name: inLocale(choice, 'name', locale),
      value: typeof choice['value'] === 'number' ? choice['value'] : String(choice['value']),
    })),
  };
}

function listed(value: unknown): readonly Part[] {
  return Array.isArray(value) ? (value as Part[]) : [];
}
