import { useEffect, useState } from 'react';
import type { BotStatus } from '../../sandbox/wire.ts';

/** Milliseconds; then one sees what else there is, like the bot's last words. */
const patience = 10_000;

/**
 * Whether the bot is on its way for the first time. It never hears of what is written before it has ever connected, no more than with Discord
 * itself, so that the page had better wait for it.
 */
export function useBotStarting(bot: BotStatus | undefined): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), patience);
    return () => clearTimeout(timer);
  }, []);
  const isStarting = bot?.restarts === 0 && !bot.online && (bot.state === 'configuring' || bot.state === 'running');
  useEffect(() => {
    // After a reset nothing is known, and all begins anew.
    if (!bot) setOver(false);
    else if (!isStarting) setOver(true);
  }, [bot, isStarting]);
  return isStarting && !over;
}
