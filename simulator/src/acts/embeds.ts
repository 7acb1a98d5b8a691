import type { Wire } from '../objects/wire.ts';

/** Embeds as Discord gives them back: trimmed, with their type. https://docs.discord.com/developers/resources/message#embed-object */
export function completeEmbeds(embeds: readonly Wire[]): Wire[] {
  return embeds.map((embed) => {
    const whole: Wire = { type: 'rich' };
    for (const [key, value] of Object.entries(embed)) {
      if (value === null || value === undefined) continue;
      whole[key] = typeof value === 'string' ? value.trim() : value;
    }
    whole.type = embed.type ?? 'rich';
    if (Array.isArray(embed.fields)) {
      whole.fields = (embed.fields as Wire[]).map((field) => ({ ...field, inline: field.inline === true }));
    }
    return whole;
  });
}
