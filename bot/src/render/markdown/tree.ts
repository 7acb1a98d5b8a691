/** Discord's markdown as a tree. https://support.discord.com/hc/en-us/articles/210298617 describes it for those who write it. */

export type Style = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';

export type Inline =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: Style; readonly children: readonly Inline[] }
  | { readonly is: 'code'; readonly code: string }
  /** `url` is http, https or mailto, and nothing else. */
  | { readonly is: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly is: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly is: 'command'; readonly name: string }
  | { readonly is: 'everyone'; readonly who: 'everyone' | 'here' }
  | { readonly is: 'emoji'; readonly name: string; readonly id: string; readonly animated: boolean }
  /** `at` is epoch seconds, `style` one of Discord's letters. */
  | { readonly is: 'time'; readonly at: number; readonly style: string };

export interface ListItem {
  readonly children: readonly Inline[];
  readonly inner: List | null;
}
export interface List {
  readonly is: 'list';
  /** The first number; null for bullets. */
  readonly from: number | null;
  readonly items: readonly ListItem[];
}

export type Block =
  | { readonly is: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly is: 'subtext'; readonly children: readonly Inline[] }
  | { readonly is: 'quote'; readonly blocks: readonly Block[] }
  | { readonly is: 'code-block'; readonly language: string; readonly code: string }
  | List;
