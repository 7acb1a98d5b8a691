import { expect, it } from 'vitest';
import { madeAt } from '../src/ids.ts';
import { createWorld, reactions, type World } from './world.ts';

const day = 86_400_000;

/** Ada writes; what she is told, and whether a ticket opened. */
async function writes(world: World, text = 'help'): Promise<{ told: string | undefined; opened: boolean }> {
  const before = world.dmTexts(world.ada).length;
  const tickets = world.ticketChannels().length;
  const dm = await world.ada.dms(text);
  await world.settle();
  const opened = world.ticketChannels().length > tickets;
  const marks = reactions(world.ada.readsDms().find((one) => one.id === dm.id)!);
  expect(marks).toEqual(opened ? ['✅'] : []);
  return { told: world.dmTexts(world.ada)[before + 1], opened };
}

it('an account that is too new is told from when on it can write', async () => {
  const world = await createWorld({ settings: ['limits.openCooldown=5m'] });
  const age = Math.ceil((world.clock.now() - madeAt(world.ada.id)) / day);
  await world.set(`gates.accountAge=${age + 7}d`);
  await world.advance(1000);
  expect(await writes(world)).toEqual({ told: expect.stringMatching(/account is too new.*<t:\d+:f>/), opened: false });
  await world.advance(7 * day);
  expect(await writes(world)).toEqual({ told: undefined, opened: true });
});

it('who joined a short while ago is told from when on they can write', async () => {
  const world = await createWorld({ settings: ['gates.timeInServer=1h'] });
  expect(await writes(world)).toEqual({ told: expect.stringContaining('too new in **Harbour Games**'), opened: false });
  await world.advance(3_600_000);
  expect(await writes(world)).toEqual({ told: undefined, opened: true });
});

it('without the role that a server asks for, one line says so', async () => {
  const world = await createWorld();
  const role = world.simulator.seed.role(world.guild, { name: 'Verified' }).id;
  await world.set(`gates.role=${role}`);
  await world.advance(1000);
  expect(await writes(world)).toEqual({ told: expect.stringContaining('a certain role'), opened: false });
  world.simulator.world.state.guilds.get(world.guild)!.members.get(world.ada.id)!.roles.add(role);
  expect(await writes(world)).toEqual({ told: undefined, opened: true });
});

it('/pause stops new tickets until its time is over, in the words of the server; what is open goes on', async () => {
  const world = await createWorld();
  await world.ben.dms('I was first');
  await world.settle();
  const bens = world.ticketChannel();
  const paused = await world.olga.runs('/pause', { duration: '2h', text: 'We are **moving**.' }, world.logs);
  expect(paused.message?.content).toMatch(/no new tickets until <t:\d+:f>/);
  expect(await writes(world)).toEqual({ told: 'We are **moving**.', opened: false });
  await world.ben.dms('am I heard?');
  await world.settle();
  expect(world.texts(bens)).toContain('am I heard?');
  await world.advance(2 * 3_600_000);
  expect(await writes(world)).toEqual({ told: undefined, opened: true });
});

it('/resume ends a pause that has no end; both are for admins', async () => {
  const world = await createWorld();
  expect((await world.sam.runs('/pause', {}, world.logs)).message?.content).toContain('may not');
  await world.olga.runs('/pause', {}, world.logs);
  expect(await writes(world)).toEqual({ told: expect.stringContaining('no new conversations'), opened: false });
  expect((await world.sam.runs('/resume', {}, world.logs)).message?.content).toContain('may not');
  await world.olga.runs('/resume', {}, world.logs);
  expect(await writes(world)).toEqual({ told: undefined, opened: true });
});

it('a paused server stays in the menu and answers its text; the message is kept for the other one', async () => {
  const world = await createWorld({ settings: ['paused=yes', 'pausedText=Back on Monday.'] });
  await world.addServer('Chess Club');
  await world.advance(1000);
  const dm = await world.ada.dms('hello');
  await world.settle();
  const answered = await world.ada.selects(['Harbour Games'], { channel: dm.channelId });
  expect(answered.message?.content).toBe('Back on Monday.');
  expect(world.ticketChannels()).toEqual([]);
  await world.ada.selects(['Chess Club'], { channel: dm.channelId });
  await world.settle();
  expect(world.texts(world.ticketChannel())).toContain('hello');
});

it('outside the hours of the team the member is told once per ticket, within them not', async () => {
  // The world begins on a Monday at 12:00 UTC, which is 13:00 in Berlin.
  const world = await createWorld({
    settings: ['awayHours=Mon-Fri 9:00 - 14:00', 'timezone=Europe/Berlin', 'awayText=Back at *nine*.', 'greeting=Hi!'],
  });
  expect(await writes(world)).toEqual({ told: 'Hi!', opened: true });
  await world.advance(3_600_000);
  await world.ada.dms('anybody?');
  await world.ada.dms('nobody?');
  await world.settle();
  expect(world.dmTexts(world.ada)).toEqual(['help', 'Hi!', 'anybody?', 'nobody?', 'Back at *nine*.']);
  await world.sam.types(world.ticketChannel(), '!close');
  await world.settle();
  await writes(world, 'again');
  expect(world.dmTexts(world.ada).slice(-3)).toEqual(['again', 'Hi!', 'Back at *nine*.']);
});
