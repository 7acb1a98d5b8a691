import type { away as english } from '../en/away.ts';
import type { Translated } from '../keys.ts';

/** About what happened while the bot was away, or to a ticket channel. */
export const away: Translated<typeof english> = {
  'notice.downtime-changes':
    'Je n’étais pas là. J’ai récupéré ce qui s’est passé entre-temps (nouveaux messages : {{messages}}, modifiés : {{edits}}, supprimés : {{deletions}}).',
  'notice.carries-on':
    'Suite du ticket n° {{number}}, dont le salon n’existe plus. Voici ce que le membre a écrit et que personne ici n’a encore vu.',
};
