import type { Route } from './route.ts';

/** A route that fits a path, with the path's parameters. */
export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export interface Router {
  /** `path` is without /api/v10. `'method'` says that the path is known, but not with this method. */
  match(method: string, path: string): Match | 'method' | null;
}

interface Junction {
  readonly fixed: Map<string, Junction>;
  any: Junction | null;
  /** Routes that end here, by method. */
  readonly ends: Map<string, End>;
}
interface End {
  readonly route: Route;
  readonly names: readonly string[];
}

/** Lays the routes out as a tree of path segments, so that matching costs a look-up per segment. A fixed segment like `@me` wins over a parameter. */
export function createRouter(routes: readonly Route[]): Router {
  const root = junction();
  for (const route of routes) add(root, route);
  return {
    match(method, path) {
      const segments = path.split('/');
      const values: string[] = [];
      const end = walk(root, segments, 1, method, values);
      if (end) return { route: end.route, params: name(end.names, values) };
      return leadsSomewhere(root, segments, 1) ? 'method' : null;
    },
  };
}

function junction(): Junction {
  return { fixed: new Map(), any: null, ends: new Map() };
}

function add(root: Junction, route: Route): void {
  const names: string[] = [];
  let at = root;
  for (const segment of route.path.split('/').slice(1)) {
    if (segment.startsWith('{')) {
      names.push(segment.slice(1, -1));
      at = at.any ??= junction();
      continue;
    }
    const next = at.fixed.get(segment) ?? junction();
    at.fixed.set(segment, next);
    at = next;
  }
  if (at.ends.has(route.method)) throw new Error(`two routes for ${route.method} ${route.path}`);
  at.ends.set(route.method, { route, names });
}

function walk(at: Junction, segments: readonly string[], depth: number, method: string, values: string[]): End | null {
  const segment = segments[depth];
  if (segment === undefined) return at.ends.get(method) ?? null;
  const fixed = at.fixed.get(segment);
  const end = fixed ? walk(fixed, segments, depth + 1, method, values) : null;
  if (end || !at.any || segment === '') return end;
  values.push(segment);
  const byParameter = walk(at.any, segments, depth + 1, method, values);
  if (!byParameter) values.pop();
  return byParameter;
}

function leadsSomewhere(at: Junction, segments: readonly string[], depth: number): boolean {
  const segment = segments[depth];
  if (segment === undefined) return at.ends.size > 0;
  const fixed = at.fixed.get(segment);
  if (fixed && leadsSomewhere(fixed, segments, depth + 1)) return true;
  return at.any !== null && segment !== '' && leadsSomewhere(at.any, segments, depth + 1);
}

function name(names: readonly string[], values: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {};
  for (let i = 0; i < names.length; i += 1) params[names[i]!] = decode(values[i]!);
  return params;
}

function decode(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
