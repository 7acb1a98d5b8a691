import { optionTypes } from '../../interactions/command-rules.ts';
import { commandsIn } from '../../people/commands.ts';
import type { Channel } from '../../state.ts';
import type { World } from '../../world.ts';
import type { ChoiceView, CommandView, OptionView } from '../wire.ts';

type Option = Readonly<Record<string, unknown>>;

/** What a person can run in a channel; subcommands stand for themselves, as in Discord's picker. */
export function commandViews(world: World, userId: string, channel: Channel): readonly CommandView[] {
  return commandsIn({ world, id: userId }, channel)
    .flatMap(({ command: { id, body } }) =>
      leaves(body.name, String(body['description'] ?? ''), listed(body['options'])).map((leaf) => ({
        id,
        type: body.type,
        ...leaf,
      })),
    )
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function leaves(
  name: string,
  description: string,
  options: readonly Option[],
): { readonly name: string; readonly description: string; readonly options: readonly OptionView[] }[] {
  const nested = options.filter(({ type }) => type === optionTypes.subcommand || type === optionTypes.group);
  if (nested.length === 0) return [{ name, description, options: options.map(optionView) }];
  return nested.flatMap((inner) =>
    leaves(`${name} ${String(inner['name'])}`, String(inner['description']), listed(inner['options'])),
  );
}

function optionView(option: Option): OptionView {
  return {
    name: String(option['name']),
    description: String(option['description']),
    type: Number(option['type']),
    required: option['required'] === true,
    autocomplete: option['autocomplete'] === true,
    choices: listed(option['choices']).map(({ name, value }): ChoiceView => ({
      name: String(name),
      value: typeof value === 'number' ? value : String(value),
    })),
  };
}

function listed(value: unknown): readonly Option[] {
  return Array.isArray(value) ? (value as Option[]) : [];
}
