import { expect, test } from 'vitest';
import { stepsDone } from '../src/sandbox/steps.ts';
import type { Scene } from '../src/sandbox/scene.ts';
import { clientOf } from './client.ts';
import { library } from './library.ts';

test('a ticket counts as closed once its transcript is in the logs, as a file or as a link', async () => {
  const here = await library();
  const { channels } = clientOf(here);
  const plan = { id: here.guild, channelKind: 'private-channel', parents: {}, settings: [] } as const;
  const scene: Scene = { applicationId: here.application.id, guilds: [{ ...plan, logsChannel: here.desk }] };
  const done = () => stepsDone(here.simulator.world.state, scene);
  const withButton = (button: object) => ({
    components: [{ type: 1, components: [{ type: 2, label: 'Go', ...button }] }],
  });
  await channels.createMessage(here.desk, withButton({ style: 2, custom_id: 'join' }) as never);
  expect(done()).not.toContain('close');
  await channels.createMessage(here.desk, withButton({ style: 5, url: 'http://127.0.0.1/transcripts/x' }) as never);
  expect(done()).toContain('close');
  await here.simulator.stop();
});
