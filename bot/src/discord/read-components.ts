import { ComponentType } from 'discord-api-types/v10';

interface Media {
  readonly url?: string;
}

/** As much of a component as reading needs. */
interface Component {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly url?: string;
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly accessory?: Component;
  readonly media?: Media;
  readonly file?: Media;
  readonly items?: readonly { readonly media?: Media }[];
}

/** Things to press and to fill in; without their message's bot they mean nothing. */
const controls: ReadonlySet<number> = new Set([
  ComponentType.StringSelect,
  ComponentType.TextInput,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
  ComponentType.FileUpload,
  ComponentType.RadioGroup,
  ComponentType.CheckboxGroup,
  ComponentType.Checkbox,
]);

/** Layout without content of its own. */
const layout: ReadonlySet<number> = new Set([
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.Separator,
  ComponentType.Container,
  ComponentType.Label,
]);

const media: ReadonlySet<number> = new Set([ComponentType.Thumbnail, ComponentType.MediaGallery, ComponentType.File]);

/**
 * What there is to read in a message made of components, what it links or shows, and the kinds that we do not know, by name.
 * Kinds: https://docs.discord.com/developers/components/reference#component-object-component-types
 */
export function readComponents(components: readonly Component[]): {
  readonly texts: readonly string[];
  readonly links: readonly string[];
  readonly unknown: readonly string[];
} {
  const texts: string[] = [];
  const links: string[] = [];
  const unknown = new Set<string>();
  const walk = (component: Component): void => {
    const { type } = component;
    if (type === ComponentType.TextDisplay) texts.push(component.content ?? '');
    else if (type === ComponentType.Button) texts.push(buttonText(component));
    else if (media.has(type)) links.push(...mediaIn(component));
    else if (layout.has(type)) {
      component.components?.forEach(walk);
      if (component.component) walk(component.component);
      if (component.accessory) walk(component.accessory);
    } else if (!controls.has(type)) unknown.add(`component ${type}`);
  };
  components.forEach(walk);
  return { texts, links, unknown: [...unknown] };
}

/** Only buttons that are links lead somewhere without their bot. */
function buttonText({ label, url }: Component): string {
  if (url === undefined) return '';
  return label ? `${label}: ${url}` : url;
}

function mediaIn(component: Component): readonly string[] {
  const all = [component.media, component.file, ...(component.items ?? []).map((item) => item.media)];
  return all.flatMap((one) => one?.url ?? []);
}
