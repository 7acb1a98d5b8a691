import { createHash } from 'node:crypto';
import { findUser } from '../lookup.ts';
import type { Application } from '../state.ts';
import type { World } from '../world.ts';
import { userObject } from './user.ts';
import type { Wire } from './wire.ts';

/** https://docs.discord.com/developers/resources/application#application-object-application-flags, the forms for apps in few servers. */
const flags = { presences: 1 << 13, members: 1 << 15, content: 1 << 19 };

/** https://docs.discord.com/developers/resources/application#application-object */
export function applicationObject(world: World, application: Application): Wire {
  let guilds = 0;
  for (const guild of world.state.guilds.values()) if (guild.members.has(application.userId)) guilds += 1;
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    type: null,
    bot: userObject(findUser(world, application.userId)),
    owner: userObject(findUser(world, application.ownerId)),
    team: null,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: createHash('sha256').update(application.id).digest('hex'),
    flags: applicationFlags(application),
    flags_new: String(applicationFlags(application)),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    event_webhooks_url: null,
    event_webhooks_status: 1,
    event_webhooks_types: [],
    explicit_content_filter: 0,
    approximate_guild_count: guilds,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    eligible_oauth2_scopes: [],
    integration_types_config: { '0': {} },
    install_params: { scopes: ['bot', 'applications.commands'], permissions: '0' },
  };
}

/** The privileged intents that are switched on. */
export function applicationFlags(application: Application): number {
  const { presences, members, content } = application.intents;
  return (presences ? flags.presences : 0) | (members ? flags.members : 0) | (content ? flags.content : 0);
}
