import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelType,
  CheckboxBuilder,
  CheckboxGroupBuilder,
  CheckboxGroupOptionBuilder,
  type Client,
  Events,
  FileUploadBuilder,
  type ForumChannel,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  RadioGroupBuilder,
  RadioGroupOptionBuilder,
  StringSelectMenuBuilder,
  type TextChannel,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { logIn, onInteraction } from './discord-js-bot.ts';
import { library, type Library } from './library.ts';

/** discord.js as everyone uses it, against the simulator. */
describe('an unmodified discord.js bot', () => {
  let here: Library;
  let client: Client<true>;

  beforeEach(async () => {
    here = await library();
    client = await logIn(here);
  });
  afterEach(async () => {
    await client.destroy();
    await here.simulator.stop();
  });

  test('sees its server, with its channels and roles', async () => {
    const guild = client.guilds.cache.get(here.guild);
    expect(guild?.name).toBe('Library');
    expect(guild?.channels.cache.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['general', 'desk', 'questions']),
    );
    expect(guild?.roles.cache.get(here.staffRole)?.name).toBe('Staff');
    const member = await guild?.members.fetch(here.ada.id);
    expect(member?.displayName).toBe('Ada');
  });

  test('hears what people write, and answers in the channel and in the DM', async () => {
    client.on(Events.MessageCreate, async (message) => {
      if (message.author.bot) return;
      await message.reply(`you said: ${message.content}`);
    });
    await here.ada.types('general', 'hello');
    await here.ada.dms('psst');
    await expect.poll(() => here.ada.reads('general').at(-1)?.content).toBe('you said: hello');
    await expect.poll(() => here.ada.readsDms().at(-1)?.content).toBe('you said: psst');
    expect(here.ada.reads('general').at(-1)?.reference?.messageId).toBe(here.ada.reads('general')[0]?.id);
  });

  test('registers commands, asks with a form and answers what was entered', async () => {
    await client.application.commands.set([
      {
        name: 'report',
        description: 'Report something',
        options: [
          {
            name: 'about',
            description: 'Who it is about',
            type: ApplicationCommandOptionType.User,
            required: true,
          },
        ],
      },
    ]);
    onInteraction(client, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(reportForm());
      else if (interaction.isModalSubmit())
        await interaction.reply({
          content: `noted: ${interaction.fields.getTextInputValue('what')}`,
          flags: MessageFlags.Ephemeral,
        });
    });
    const opened = await here.ada.runs('/report', { about: 'sam' }, 'general');
    expect(opened.modal?.['title']).toBe('Report');
    const answered = await here.ada.submits({ 'What happened?': 'He sang.' });
    expect(answered.message?.content).toBe('noted: He sang.');
    expect(here.ada.reads('general')).toHaveLength(1);
    expect(here.sam.reads('general')).toHaveLength(0);
  });

  test('asks with the newer kinds of fields, and reads what was entered', async () => {
    await client.application.commands.create({ name: 'order', description: 'Order a book' });
    onInteraction(client, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(orderForm());
      if (!interaction.isModalSubmit()) return;
      const { fields } = interaction;
      await interaction.reply(
        JSON.stringify([
          fields.getSelectedUsers('for')?.map(({ username }) => username),
          fields.getUploadedFiles('slip')?.map(({ name, size }) => [name, size]),
          fields.getRadioGroup('binding'),
          fields.getCheckboxGroup('extras'),
          fields.getCheckbox('soon'),
        ]),
      );
    });
    await here.ada.runs('/order', {}, 'general');
    const answered = await here.ada.submits({
      'For whom': ['sam'],
      slip: [{ name: 'slip.txt', bytes: new Uint8Array(3) }],
      binding: ['Cloth'],
      extras: ['wrapping', 'note'],
      soon: 'true',
    });
    expect(JSON.parse(answered.message?.content ?? '')).toEqual([
      ...[['sam'], [['slip.txt', 3]], 'cloth', ['wrapping', 'note'], true],
    ]);
  });

  test('answers with a file, and takes it off again', async () => {
    await client.application.commands.create({ name: 'leaflet', description: 'A leaflet' });
    onInteraction(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const file = new AttachmentBuilder(Buffer.from('opening hours'), { name: 'hours.txt' });
      await interaction.reply({ content: 'here', files: [file], flags: MessageFlags.Ephemeral });
      await interaction.editReply({ content: 'gone', attachments: [] });
    });
    const answered = await here.ada.runs('/leaflet', {}, 'general');
    expect(answered.message?.attachments[0]?.filename).toBe('hours.txt');
    await expect.poll(() => [answered.message?.content, answered.message?.attachments.length]).toEqual(['gone', 0]);
  });

  test('completes options while one types', async () => {
    await client.application.commands.create({
      name: 'find',
      description: 'Find a book',
      options: [
        { name: 'title', description: 'Its title', type: ApplicationCommandOptionType.String, autocomplete: true },
      ],
    });
    onInteraction(client, async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const typed = interaction.options.getFocused();
      await interaction.respond([{ name: `${typed} and other stories`, value: typed }]);
    });
    const choices = await here.ada.completes('/find', 'title', 'Emil', 'general');
    expect(choices).toEqual([{ name: 'Emil and other stories', value: 'Emil' }]);
  });

  test('answers buttons and selects by changing their message', async () => {
    onInteraction(client, async (interaction) => {
      if (interaction.isButton()) await interaction.update({ content: 'closed', components: [] });
      if (interaction.isStringSelectMenu()) await interaction.update(`chosen: ${interaction.values.join()}`);
    });
    const general = client.channels.cache.get(here.general) as TextChannel;
    await general.send({ content: 'open', components: [row(), menu()] });
    const selected = await here.ada.selects(['Fiction'], { channel: 'general' });
    expect(selected.message?.content).toBe('chosen: fiction');
    const clicked = await here.ada.clicks('Close', { channel: 'general' });
    expect(clicked.message?.content).toBe('closed');
    await expect(here.ada.clicks('Close', { channel: 'general' })).rejects.toThrow('no button Close');
  });

  test('thinks first, answers later, follows up and takes its answer back', async () => {
    await client.application.commands.create({ name: 'ask', description: 'Ask' });
    onInteraction(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply('first');
      const more = await interaction.followUp({ content: 'second', flags: MessageFlags.Ephemeral });
      await interaction.editReply({ content: 'third', message: more.id });
      await interaction.deleteReply();
    });
    const answered = await here.ada.runs('/ask', {}, 'general');
    expect(answered.failed).toBe(false);
    await expect.poll(() => here.ada.reads('general').map(({ content }) => content)).toEqual(['third']);
    expect(here.sam.reads('general')).toHaveLength(0);
  });

  test('answers a message command in private', async () => {
    await client.application.commands.create({ name: 'Quote', type: ApplicationCommandType.Message });
    onInteraction(client, async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply({ content: `> ${interaction.targetMessage.content}`, flags: MessageFlags.Ephemeral });
    });
    const said = await here.sam.types('general', 'to be or not to be');
    const answered = await here.ada.runsOn('Quote', said.id);
    expect(answered.message?.content).toBe('> to be or not to be');
    expect(answered.message?.onlyFor).toBe(here.ada.id);
  });

  test('sends files, edits them away and deletes', async () => {
    const general = client.channels.cache.get(here.general) as TextChannel;
    const sent = await general.send({
      content: 'a file',
      files: [new AttachmentBuilder(Buffer.from('words'), { name: 'a.txt', description: 'words' })],
    });
    const file = sent.attachments.first();
    expect(await (await fetch(file?.url ?? '')).text()).toBe('words');
    const edited = await sent.edit({ content: 'no file', attachments: [] });
    expect(edited.attachments.size).toBe(0);
    await edited.react('✅');
    expect(here.ada.reads('general')[0]?.reactions[0]?.emoji.name).toBe('✅');
    await edited.delete();
    expect(here.ada.reads('general')).toEqual([]);
  });

  test('makes private threads, forum posts and webhooks', async () => {
    const general = client.channels.cache.get(here.general) as TextChannel;
    const thread = await general.threads.create({ name: 'ticket', type: ChannelType.PrivateThread, invitable: false });
    await thread.members.add(here.ada.id);
    expect(here.ada.sees('ticket')).toBe(true);
    await thread.setArchived(true);
    const forum = client.channels.cache.get(here.forum) as ForumChannel;
    const post = await forum.threads.create({ name: 'a question', message: { content: 'Why?' } });
    expect(here.ada.reads(post.id)[0]?.content).toBe('Why?');
    const webhook = await general.createWebhook({ name: 'relay' });
    const shown = await webhook.send({ content: 'hi', username: 'Grandmother' });
    await webhook.editMessage(shown.id, { content: 'hello, dear' });
    const seen = here.ada.reads('general').at(-1);
    expect([seen?.content, seen?.face?.name]).toEqual(['hello, dear', 'Grandmother']);
  });
});

function reportForm(): ModalBuilder {
  const what = new TextInputBuilder().setCustomId('what').setLabel('What happened?').setStyle(TextInputStyle.Paragraph);
  return new ModalBuilder()
    .setCustomId('report')
    .setTitle('Report')
    .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(what));
}

function orderForm(): ModalBuilder {
  const field = (label: string) => new LabelBuilder().setLabel(label);
  const slip = new FileUploadBuilder().setCustomId('slip').setMaxValues(2);
  const people = new UserSelectMenuBuilder().setCustomId('for');
  const binding = new RadioGroupBuilder()
    .setCustomId('binding')
    .addOptions(
      ...['Cloth', 'Paper'].map((one) => new RadioGroupOptionBuilder().setLabel(one).setValue(one.toLowerCase())),
    );
  const extras = new CheckboxGroupBuilder()
    .setCustomId('extras')
    .addOptions(
      ...['wrapping', 'note', 'stamp'].map((one) => new CheckboxGroupOptionBuilder().setLabel(one).setValue(one)),
    );
  return new ModalBuilder()
    .setCustomId('order')
    .setTitle('Order')
    .addLabelComponents(
      field('For whom').setUserSelectMenuComponent(people),
      field('Slip').setFileUploadComponent(slip),
      field('Binding').setRadioGroupComponent(binding),
      field('Extras').setCheckboxGroupComponent(extras),
      field('Soon').setCheckboxComponent(new CheckboxBuilder().setCustomId('soon')),
    );
}

function row(): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('close').setLabel('Close').setStyle(ButtonStyle.Danger),
  );
}

function menu(): ActionRowBuilder<StringSelectMenuBuilder> {
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder().setCustomId('genre').addOptions([
      { label: 'Fiction', value: 'fiction' },
      { label: 'History', value: 'history' },
    ]),
  );
}
