import type { Wire } from '../objects/wire.ts';

/** Buttons, selects and inputs among components, however deep they sit. */
export function parts(components: readonly Wire[]): Wire[] {
  return components.flatMap((component) => [component, ...parts(inside(component))]);
}

function inside(component: Wire): Wire[] {
  const within = Array.isArray(component['components']) ? (component['components'] as Wire[]) : [];
  const single = [component['component'], component['accessory']].filter((one) => typeof one === 'object' && one);
  return [...within, ...(single as Wire[])];
}
