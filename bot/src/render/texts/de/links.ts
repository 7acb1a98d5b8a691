import type { links as english } from '../en/links.ts';
import type { Translated } from '../keys.ts';

/** About links to transcripts. */
export const links: Translated<typeof english> = {
  'link.gone-title': 'Dieser Link funktioniert nicht',
  'link.gone': 'Vielleicht ist er abgelaufen oder wurde zurückgenommen, oder er wurde nicht ganz kopiert.',
  'link.gone-hint': 'Wer zum Team gehört, bekommt in Discord mit /transcript link einen neuen.',
  'link.robot-title': 'Ein Transkript',
  'link.robot': 'Öffne diesen Link in deinem Browser, um es zu lesen.',
  'link.busy-title': 'Einen Moment bitte',
  'link.busy': 'Gerade werden mehrere Transkripte gelesen. Versuch es in ein paar Sekunden noch einmal.',
};
