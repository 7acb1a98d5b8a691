import { Client, Events, GatewayIntentBits, type Interaction, Partials } from 'discord.js';
import type { Library } from './library.ts';

/** discord.js, logged in and ready. */
export async function logIn({ simulator, application }: Library): Promise<Client<true>> {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMembers,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.GuildMessageReactions,
      GatewayIntentBits.DirectMessages,
      GatewayIntentBits.MessageContent,
    ],
    partials: [Partials.Channel],
    rest: { api: `${simulator.url}/api` },
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(application.token);
  return ready;
}

/** What goes wrong in a handler fails the test through the unhandled rejection. */
export function onInteraction(client: Client, handle: (interaction: Interaction) => Promise<void>): void {
  client.on(Events.InteractionCreate, (interaction) => void handle(interaction));
}
