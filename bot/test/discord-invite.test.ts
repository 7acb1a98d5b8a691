import { describe, expect, test } from 'vitest';
import { inviteUrl, permissionsFor } from '../src/discord/invite.ts';
import type { BotId } from '../src/ids.ts';

describe('The invite link', () => {
  test('asks for what tickets in threads need', () => {
    expect(permissionsFor('private-thread')).toBe(2252195487935552n);
  });

  test('asks for what the tags of a forum need only where tickets are posts', () => {
    expect(permissionsFor('forum-post')).toBe(2252195487935568n);
  });

  test('asks for channels and roles only where tickets are channels', () => {
    expect(permissionsFor('private-channel')).toBe(2252195756371024n);
  });

  test('never asks to be administrator', () => {
    for (const kind of ['private-thread', 'private-channel', 'forum-post'] as const)
      expect(permissionsFor(kind) & 8n).toBe(0n);
  });

  test('leads to the bot, with its commands', () => {
    expect(inviteUrl('https://discord.com', '400000000000000001' as BotId, 'private-channel')).toBe(
      'https://discord.com/oauth2/authorize?client_id=400000000000000001&scope=bot+applications.commands&permissions=2252195756371024',
    );
  });
});
