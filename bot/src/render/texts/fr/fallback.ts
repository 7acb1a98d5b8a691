import type { fallback as english } from '../en/fallback.ts';
import type { Translated } from '../keys.ts';

/** Private threads for members whose direct messages are closed, and ticket channels that refuse what is to be shown, in French. */
export const fallback: Translated<typeof english> = {
  'member.kept':
    'L’équipe de **{{server}}** ne voit pas encore ce qui a un ❌ : quelque chose ne va pas avec son salon. C’est bien gardé, et ça lui parviendra tout seul une fois le souci réglé.',
  'problem.ticket-channel':
    'Je ne peux rien publier dans le salon du ticket {{number}} : il m’y manque {{permissions}}. Les messages attendent.',
  'fix.ticket-channel':
    'Modifie le salon → Permissions → ajoute mon rôle → autorise {{permissions}}. Le reste se fait tout seul.',
  'problem.ticket-thread':
    'Je ne peux rien publier dans le ticket {{number}} : dans {{where}}, il me manque {{permissions}}. Les messages attendent.',
  'fix.ticket-thread':
    'Modifie {{where}} → Permissions → ajoute mon rôle → autorise {{permissions}}. Le reste se fait tout seul.',
  'problem.ticket-locked':
    'Le fil du ticket {{number}} est verrouillé, et je ne peux pas y écrire. Les messages attendent.',
  'fix.ticket-locked':
    'Déverrouille le fil ; ou modifie {{where}} → Permissions → ajoute mon rôle → autorise « Gérer les fils ». Le reste se fait tout seul.',
  'button.member-thread': 'Ouvrir un fil privé avec le membre',
  'thread.name': 'Conversation {{number}} avec l’équipe',
  'member.thread':
    '{{member}} L’équipe de **{{server}}** aimerait te répondre, mais je ne peux pas t’envoyer de messages privés. Ce fil privé est là pour ça : l’équipe lit ce que tu y écris et te répond ici.',
  'member.thread-how':
    'Je ne peux lire que les messages qui me mentionnent ({{bot}}) ou qui répondent à l’un des miens : pense à écrire comme ça.',
  'member.thread-unseen':
    'Je n’ai pas pu lire ce message, personne ne l’a donc reçu. Mentionne-moi ({{bot}}) dans ton message, ou réponds à l’un des miens.',
  'member.closed-in-thread':
    'Ta conversation avec **{{server}}** a été fermée, et ce fil aussi. Dès que tu as besoin de quelque chose, envoie-moi un message privé.',
  'member.closed-again-in-thread': 'Dès que tu as besoin de quelque chose, envoie-moi un message privé.',
  'notice.member-thread':
    '{{by}} a ouvert un fil privé avec le membre : {{link}}. Tes réponses y vont à partir de maintenant.',
  'notice.not-delivered.left-server': '❌ Non remis : le membre a quitté le serveur.',
  'answer.thread-opened':
    'C’est fait : {{link}}. Ce qui n’avait pas été remis s’y trouve maintenant, et tes réponses y vont désormais.',
  'answer.thread-already': 'Il y a déjà un fil privé avec le membre : {{link}}',
  'answer.thread-anonymous': 'Ce membre est anonyme ; un fil sur le serveur montrerait qui c’est.',
  'answer.thread-not-set':
    'Il n’y a plus de salon pour ça. Un admin peut en choisir un avec le paramètre fallbackChannel.',
  'answer.thread-member-left': 'Le membre n’est plus sur ce serveur.',
  'answer.thread-bot-lacks':
    'Dans {{where}}, il me manque : {{permissions}}. Quelqu’un qui peut modifier le salon peut arranger ça : Permissions → ajoute mon rôle → autorise {{permissions}}.',
  'answer.thread-member-lacks':
    'Le membre ne pourrait pas utiliser un fil dans {{where}} : il lui manque {{permissions}}. Quelqu’un qui peut modifier le salon peut arranger ça, ou en choisir un autre avec le paramètre fallbackChannel.',
  'answer.thread-no-room':
    'Le serveur a autant de fils actifs que Discord en autorise (1000). Ferme des tickets ou archive d’autres fils, puis réessaie.',
  'answer.thread-channel-gone':
    'Le salon prévu pour ça, {{where}}, n’existe plus ou m’est caché. Un admin peut en choisir un autre avec le paramètre fallbackChannel.',
  'answer.thread-refused':
    'Discord a refusé un fil privé dans {{where}} ({{code}}). Un admin peut choisir un autre salon avec le paramètre fallbackChannel.',
  'problem.fallback-unreached':
    'Dans {{where}}, le paramètre fallbackChannel, il manque aux membres {{permissions}} : personne ne peut y recevoir de fil privé.',
  'fix.fallback-unreached':
    'Modifie {{where}} → Permissions → @everyone → autorise {{permissions}} ; ou choisis un autre salon avec le paramètre fallbackChannel.',
};
