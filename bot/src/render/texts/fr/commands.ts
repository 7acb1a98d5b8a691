import type { commandTexts as english } from '../en/commands.ts';
import type { Translated } from '../keys.ts';

/** Which slash commands a server has, in French. */
export const commandTexts: Translated<typeof english> = {
  'answer.vocabulary-off':
    'Ce serveur n’utilise pas /{{command}} (paramètre `commands`) ; la commande va disparaître de ton menu. À la place : {{instead}}',
  'answer.vocabulary-typed':
    'les boutons du ticket, ou tape {{prefix}}close, {{prefix}}claim ou {{prefix}}block dans le ticket',
  'answer.vocabulary-buttons': 'les boutons du ticket',
};
