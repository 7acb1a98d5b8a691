import { ComponentType } from 'discord-api-types/v10';

/** As much of a component as reading needs. */
interface Component {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
}

/** Things to press; without their message's bot they mean nothing. */
const controls: ReadonlySet<number> = new Set([
  ComponentType.ActionRow,
  ComponentType.Button,
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** Layout without content of its own. */
const layout: ReadonlySet<number> = new Set([ComponentType.Section, ComponentType.Separator, ComponentType.Container]);

const names: Readonly<Record<number, string>> = {
  [ComponentType.Thumbnail]: 'thumbnail',
  [ComponentType.MediaGallery]: 'media gallery',
  [ComponentType.File]: 'file component',
};

/**
 * What there is to read in a message made of components, and the kinds that cannot be carried over, by name.
 * Kinds: https://docs.discord.com/developers/components/reference#component-object-component-types
 */
export function readComponents(components: readonly Component[]): {
  readonly texts: readonly string[];
  readonly unknown: readonly string[];
} {
  const texts: string[] = [];
  const unknown = new Set<string>();
  const walk = (component: Component): void => {
    if (component.type === ComponentType.TextDisplay) texts.push(component.content ?? '');
    else if (layout.has(component.type)) {
      component.components?.forEach(walk);
      if (component.accessory) walk(component.accessory);
    } else if (!controls.has(component.type)) unknown.add(names[component.type] ?? `component ${component.type}`);
  };
  components.forEach(walk);
  return { texts, unknown: [...unknown] };
}
