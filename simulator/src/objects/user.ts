import type { User } from '../state.ts';
import type { Wire } from './wire.ts';

/** https://docs.discord.com/developers/resources/user#user-object */
export function userObject(user: User): Wire {
  const object: Wire = {
    id: user.id,
    username: user.username,
    discriminator: user.bot ? discriminator(user.id) : '0',
    global_name: user.globalName,
    avatar: user.avatar,
    public_flags: 0,
    flags: 0,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
  };
  if (user.bot) object.bot = true;
  return object;
}

/** What an account is told of itself. */
export function ownUserObject(user: User): Wire {
  return { ...userObject(user), mfa_enabled: true, locale: user.locale, premium_type: 0, email: null, verified: true };
}

/** Bots still have the four digits that people lost in 2023. */
function discriminator(id: string): string {
  return String((BigInt(id) % 9999n) + 1n).padStart(4, '0');
}
