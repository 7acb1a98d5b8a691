import type { Wire } from '../objects/wire.ts';

/** Select menus, of all kinds: https://docs.discord.com/developers/components/reference#component-object-component-types */
const selects = new Set<unknown>([3, 5, 6, 7, 8]);

/** Gives every component without an id the next free number, in reading order, and completes what answers always carry. */
export function completeComponents(components: readonly Wire[]): Wire[] {
  if (components.length === 0) return [];
  const taken = new Set<unknown>();
  collectIds(components, taken);
  let next = 1;
  const complete = (component: Wire): Wire => {
    let id = component.id;
    if (typeof id !== 'number' || id === 0) {
      while (taken.has(next)) next += 1;
      id = next++;
    }
    const whole: Wire = { ...component, id };
    if (selects.has(component.type)) {
      whole.min_values ??= 1;
      whole.max_values ??= 1;
    }
    if (Array.isArray(component.components)) whole.components = (component.components as Wire[]).map(complete);
    for (const only of ['accessory', 'component']) if (component[only]) whole[only] = complete(component[only] as Wire);
    return whole;
  };
  return components.map(complete);
}

function collectIds(components: readonly Wire[], into: Set<unknown>): void {
  for (const component of components) {
    into.add(component.id);
    collectIds((component.components ?? []) as Wire[], into);
    for (const only of [component.accessory, component.component]) if (only) collectIds([only as Wire], into);
  }
}
