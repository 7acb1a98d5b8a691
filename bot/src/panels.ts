import type { BotId, ChannelId, GuildId, MessageId } from './ids.ts';

/** Messages that lead members to the team. Kept by the folder store/. */

/** One button; or one for each topic, or a menu of them. */
export const panelStyles = ['button', 'topic-buttons', 'topic-select'] as const;
export type PanelStyle = (typeof panelStyles)[number];

export interface Panel {
  readonly bot: BotId;
  readonly guild: GuildId;
  readonly channel: ChannelId;
  readonly message: MessageId;
  readonly text: string;
  /** On the button, and in the menu before a topic is chosen. */
  readonly label: string;
  readonly style: PanelStyle;
}

export interface Panels {
  /** Replaces the words and the style of the one on the same message. */
  put(panel: Panel): Promise<void>;
  get(bot: BotId, message: MessageId): Promise<Panel | null>;
  of(guild: GuildId): Promise<readonly Panel[]>;
  remove(bot: BotId, message: MessageId): Promise<void>;
}
