/** In milliseconds: a channel that was just opened has to load first. */
const pause = 100;
const tries = 30;

/** Brings a message into view and points at it, once it is there. */
export function goToMessage(pane: Element, message: string, left = tries): void {
  const target = pane.querySelector<HTMLElement>(`[data-message="${CSS.escape(message)}"]`);
  if (target) {
    target.scrollIntoView({ block: 'center' });
    target.focus();
  } else if (left > 0) setTimeout(() => goToMessage(pane, message, left - 1), pause);
}
