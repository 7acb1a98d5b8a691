import type { commandTexts as english } from '../en/commands.ts';
import type { Translated } from '../keys.ts';

/** Which slash commands a server has. */
export const commandTexts: Translated<typeof english> = {
  'answer.vocabulary-off':
    'Dieser Server benutzt /{{command}} nicht (Einstellung `commands`); der Befehl verschwindet gleich aus deinem Menü. Benutze stattdessen: {{instead}}',
  'answer.vocabulary-typed':
    'die Buttons im Ticket, oder schreib dort {{prefix}}close, {{prefix}}claim, {{prefix}}block',
  'answer.vocabulary-buttons': 'die Buttons im Ticket',
};
