import type { anonymous as english } from '../en/anonymous.ts';
import type { Translated } from '../keys.ts';

/** Tickets in which staff do not learn who the member is. */
export const anonymous: Translated<typeof english> = {
  'member.anonymous':
    '-# Du bist hier anonym: Das Team von **{{server}}** sieht dich als **{{alias}}**, aber weder deinen Namen noch dein Bild. Was du über dich schreibst, kann es lesen.',
  'member.goes-to-anonymous':
    '-# Deine Nachrichten gehen jetzt in deine anonyme Unterhaltung mit **{{server}}**. In eine andere wechselst du mit /switch, oder indem du auf eine Nachricht daraus antwortest.',
  'copy.from-server-anonymous': '-# {{server}}, wo du anonym bist',
  'ask-ticket.anonymous': '{{server}} (anonym)',
  'card.anonymous': '{{alias}}, anonym: Niemand hier kann sehen, wer das ist',
  'command.block.alias': 'Wen, falls anonym: der Name, unter dem die Person in Tickets schreibt',
  'answer.no-such-alias': 'So heißt hier niemand in einem anonymen Ticket.',
  'member.file-as-it-was':
    'ℹ️ Das Team bekommt deine Datei unter einem neutralen Namen. Ihr Inhalt bleibt, wie er ist: Steht dein Name darin, ist er dort zu lesen. Aus Bildern und MP4-Aufnahmen entfernen wir, was Kameras und Programme hineinschreiben.',
  'notice.not-delivered.anonymous': '❌ Das konnte nicht zugestellt werden.',
};
