import type { Translated } from '../keys.ts';
import type { commandTexts as english } from '../en/commands.ts';

/** Which slash commands a server has, in Spanish. */
export const commandTexts: Translated<typeof english> = {
  'answer.vocabulary-off':
    'Este servidor no usa /{{command}} (ajuste `commands`); desaparecerá de tu menú en un momento. Usa en su lugar: {{instead}}',
  'answer.vocabulary-typed':
    'los botones del ticket, o escribe allí {{prefix}}close, {{prefix}}claim o {{prefix}}block',
  'answer.vocabulary-buttons': 'los botones del ticket',
};
