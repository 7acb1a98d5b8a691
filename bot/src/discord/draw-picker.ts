import { ChannelType, ComponentType, SelectMenuDefaultValueType } from 'discord-api-types/v10';
import type { APIComponentInMessageActionRow, APISelectMenuDefaultValue } from 'discord-api-types/v10';
import type { DrawnPicker } from '../discord.ts';

const channelTypes = {
  'text channels': [ChannelType.GuildText],
  categories: [ChannelType.GuildCategory],
  forums: [ChannelType.GuildForum],
} as const;

/** https://docs.discord.com/developers/components/reference#channel-select; in these no channel is hidden from who picks. */
export function picker({
  id,
  placeholder,
  pick,
  most,
  selected,
}: Omit<DrawnPicker, 'placeholder'> & { readonly placeholder?: string }): APIComponentInMessageActionRow {
  const what = { custom_id: id, placeholder, min_values: 0, max_values: Math.min(most, 25) };
  if (pick === 'roles')
    return {
      ...what,
      type: ComponentType.RoleSelect,
      default_values: chosen(selected, SelectMenuDefaultValueType.Role),
    };
  if (pick === 'users')
    return {
      ...what,
      type: ComponentType.UserSelect,
      default_values: chosen(selected, SelectMenuDefaultValueType.User),
    };
  return {
    ...what,
    type: ComponentType.ChannelSelect,
    channel_types: [...channelTypes[pick]],
    default_values: chosen(selected, SelectMenuDefaultValueType.Channel),
  };
}

function chosen<Type extends SelectMenuDefaultValueType>(
  ids: readonly string[],
  type: Type,
): APISelectMenuDefaultValue<Type>[] {
  return ids.slice(0, 25).map((id) => ({ id, type }));
}
