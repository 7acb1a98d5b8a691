/** As much of a submitted form as reading needs; Label wraps one component, the older action row a list. */
interface Submitted {
  readonly custom_id?: string;
  readonly value?: string | boolean | null;
  readonly values?: readonly string[];
  readonly component?: Submitted;
  readonly components?: readonly Submitted[];
}

/** What was entered, by field id; several choices are separated by commas. */
export function readForm(components: readonly object[]): Record<string, string> {
  const entered: Record<string, string> = {};
  const walk = (part: Submitted): void => {
    part.components?.forEach(walk);
    if (part.component) walk(part.component);
    if (part.custom_id === undefined) return;
    if (part.values) entered[part.custom_id] = part.values.join(',');
    else if (part.value !== undefined && part.value !== null) entered[part.custom_id] = String(part.value);
  };
  components.forEach((component) => walk(component as Submitted));
  return entered;
}
