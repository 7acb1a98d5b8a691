import type { problems as english } from '../en/problems.ts';
import type { Translated } from '../keys.ts';

/**
 * What somebody has to mend, in French: under `problem.` what is wrong, under `fix.` of the same name how to mend it.
 * Read on the status page, in the terminal and in Discord, so without markdown.
 */
export const problems: Translated<typeof english> = {
  'problem.setting': 'Le paramètre {{field}} ne convient pas à ce serveur : {{wrong}}.',
  'fix.setting': 'Modifie-le : /settings dans Discord, ou dans un terminal : settings set <id du serveur> {{example}}',
  'problem.no-permission': 'Dans {{where}}, il me manque : {{permissions}}.',
  'fix.no-permission': 'Modifie {{where}} → Permissions → ajoute mon rôle → autorise {{permissions}}.',
  'problem.permission-wanted': 'Dans {{where}}, il me manque de quoi bien afficher les copies : {{permissions}}.',
  'fix.permission-wanted': 'Modifie {{where}} → Permissions → ajoute mon rôle → autorise {{permissions}}.',
  'problem.no-permission-in-server':
    'Pour des tickets en salons privés, il me manque, sur tout le serveur : {{permissions}}.',
  'fix.no-permission-in-server': 'Paramètres du serveur → Rôles → mon rôle → Permissions → active {{permissions}}.',
  'problem.role-not-mentionable':
    'Je ne peux pas mentionner le rôle {{role}} : personne n’y est prévenu des nouveaux tickets.',
  'fix.role-not-mentionable':
    'Paramètres du serveur → Rôles → {{role}} → active « Permettre à tout le monde de @mentionner ce rôle » ; ou donne-moi « Mentionner @everyone, @here et tous les rôles ».',
  'problem.role-blind': 'Le rôle {{role}} ne voit pas {{where}}, il n’y voit donc aucun ticket.',
  'fix.role-blind': 'Modifie {{where}} → Permissions → ajoute {{role}} → autorise « Voir le salon ».',
  'problem.role-not-added':
    'Le rôle {{role}} n’est pas mentionné par les nouveaux tickets et ne peut pas gérer les fils : il ne les voit pas.',
  'fix.role-not-added':
    'Règle pingStaff=true, ou modifie {{where}} → Permissions → {{role}} → autorise « Gérer les fils ».',
  'problem.category-nearly-full': 'La catégorie {{where}} contient déjà {{used}} salons sur {{most}} possibles.',
  'fix.category-nearly-full': 'Ferme des tickets, ou indique une autre catégorie dans le paramètre overflowCategories.',
  'problem.category-full':
    'La catégorie {{where}} est pleine : Discord autorise {{most}} salons. Les nouveaux tickets attendent.',
  'fix.category-full': 'Ferme des tickets, ou indique une autre catégorie dans le paramètre overflowCategories.',
  'problem.channels-nearly-full': 'Le serveur a déjà au moins {{used}} salons sur {{most}} possibles.',
  'fix.channels-nearly-full':
    'Supprime des salons, ou règle channelKind=private-thread ou forum-post : les fils ne comptent pas.',
  'problem.channels-full':
    'Le serveur a autant de salons que Discord en autorise ({{most}}). Les nouveaux tickets attendent.',
  'fix.channels-full':
    'Supprime des salons, ou règle channelKind=private-thread ou forum-post : les fils ne comptent pas.',
  'problem.threads-nearly-full': 'Le serveur a déjà {{used}} fils actifs sur {{most}} possibles.',
  'fix.threads-nearly-full': 'Ferme des tickets, ou archive d’autres fils.',
  'problem.threads-full':
    'Le serveur a autant de fils actifs que Discord en autorise ({{most}}). Les nouveaux tickets attendent.',
  'fix.threads-full': 'Ferme des tickets, ou archive d’autres fils.',

  'problem.parent-full':
    'La catégorie est pleine : Discord autorise 50 salons. Les nouveaux tickets attendent de la place.',
  'fix.parent-full': 'Ferme des tickets, ou indique une autre catégorie dans le paramètre overflowCategories.',
  'problem.too-many-threads':
    'Le serveur a autant de fils actifs que Discord en autorise (1000). Les nouveaux tickets attendent de la place.',
  'fix.too-many-threads': 'Ferme des tickets, ou archive d’autres fils.',
  'problem.too-many-channels':
    'Le serveur a autant de salons que Discord en autorise (500). Les nouveaux tickets attendent de la place.',
  'fix.too-many-channels':
    'Supprime des salons, ou règle channelKind=private-thread ou forum-post : les fils ne comptent pas.',
  'problem.parent-gone': 'Le salon parent n’existe plus, ou m’est fermé.',
  'fix.parent-gone': 'Choisis-en un autre : le paramètre parentChannel.',
  'problem.cannot-ask':
    'Je n’ai pas pu demander à un membre à quel serveur il écrit, son message attend donc : il n’accepte pas les messages privés ({{reason}}).',
  'fix.cannot-ask':
    'Rien à réparer ici : /contact-staff et les panneaux disent en privé à ces membres ce qu’il faut autoriser.',
  'problem.cannot-open': 'Un ticket n’a pas pu être ouvert dans {{where}} : {{reason}}.',
  'fix.cannot-open': 'Donne-moi les permissions indiquées par npx --no backchannel doctor',
  'problem.logs-gone': 'Le salon de logs n’existe plus ou m’est fermé.',
  'fix.logs-gone':
    'Choisis-en un autre : le paramètre logsChannel. Ou laisse-moi y voir le salon, envoyer des messages et joindre des fichiers.',
  'problem.transcript-place': 'La transcription n’a pas pu être publiée dans {{where}}.',
  'fix.transcript-place':
    'Laisse-moi y voir le salon, envoyer des messages et joindre des fichiers, ou change le paramètre transcriptChannel.',
  'problem.content-intent':
    'L’intent Message Content est désactivé : je ne vois pas les réponses tapées. /reply fonctionne.',
  'fix.content-intent':
    'discord.com/developers/applications → l’application → Bot → Message Content Intent, puis redémarre-moi.',
  'problem.cannot-close-channel': 'Le salon {{where}} d’un ticket fermé n’a pas pu être rangé : {{reason}}.',
  'fix.cannot-close-channel':
    'Archive-le ou supprime-le à la main, et donne-moi « Gérer les fils » ou « Gérer les salons ».',
  'problem.disk-full':
    'Le disque n’a plus de place pour les pièces jointes : elles sont citées avec leur lien, mais pas gardées.',
  'fix.disk-full':
    'Fais de la place là où se trouve DATA_DIR (files clean retire ce dont aucun ticket n’a besoin), ou baisse DISK_RESERVE_MB.',
  'problem.webhooks':
    'Dans {{where}}, il n’y a plus de place pour un webhook (Discord en autorise 15) : je publie les copies sous mon propre nom.',
  'fix.webhooks': 'Modifie {{where}} → Intégrations → Webhooks → supprimes-en un dont personne n’a besoin.',
  'problem.gap':
    'Je n’ai rien entendu entre le {{from, when}} et le {{to, when}}, et Discord n’a pas pu reprendre là où nous en étions. J’ai récupéré ce qui a été écrit dans les tickets et par les personnes que je connais ; les premiers messages d’autres personnes ont pu se perdre.',
  'fix.gap': 'Rien à réparer. Cette ligne disparaît au bout d’une semaine.',
  'problem.refused': 'Refus inattendu de Discord ({{what}}) : {{reason}} ({{code}}).',
};
