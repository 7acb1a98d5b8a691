import { ApiError } from '../errors.ts';
import type { Faults } from '../faults.ts';

type FailRule = Parameters<Faults['fail']>[0];
type DelayRule = Parameters<Faults['delay']>[0];

/** The half of the faults that requests meet. */
export interface RestFaults extends Pick<Faults, 'fail' | 'delay' | 'clear'> {
  /** Uses up the rules that match this request; null when nothing is broken. `path` is without /api/v10. */
  meet(method: string, path: string): Met | null;
}

/** What a request meets, before it acts and after. */
export interface Met {
  readonly before: Mishap;
  readonly after: Mishap;
}
export interface Mishap {
  /** Milliseconds. */
  readonly wait: number;
  readonly failure: FailRule | null;
}

export function createRestFaults(): RestFaults {
  const failing = ruleBook<FailRule>();
  const delaying = ruleBook<DelayRule>();
  return {
    fail: failing.add,
    delay: delaying.add,
    clear() {
      failing.clear();
      delaying.clear();
    },
    meet(method, path) {
      if (failing.empty() && delaying.empty()) return null;
      const mishap = (when: 'before' | 'after'): Mishap => ({
        wait: delaying.take(method, path, when)?.ms ?? 0,
        failure: failing.take(method, path, when),
      });
      const before = mishap('before');
      if (before.failure) return { before, after: { wait: 0, failure: null } };
      return { before, after: mishap('after') };
    },
  };
}

/** The refusal that a failure answers with; 429 gets its headers from the server. */
export function refusalOf(failure: FailRule): ApiError {
  const message =
    failure.message ?? (failure.status === 429 ? 'You are being rate limited.' : `${failure.status}: Error`);
  return new ApiError(failure.status, failure.code ?? 0, message);
}

interface Matching {
  readonly method?: string;
  readonly path?: string | RegExp;
  readonly when: 'before' | 'after';
  readonly times?: number;
}

function ruleBook<Rule extends Matching>() {
  let rules: { readonly rule: Rule; left: number }[] = [];
  return {
    add(rule: Rule): void {
      rules.push({ rule, left: rule.times ?? Infinity });
    },
    empty: () => rules.length === 0,
    clear(): void {
      rules = [];
    },
    /** The oldest rule that matches, counted down. */
    take(method: string, path: string, when: 'before' | 'after'): Rule | null {
      const found = rules.find(({ rule }) => rule.when === when && matches(rule, method, path));
      if (!found) return null;
      found.left -= 1;
      if (found.left <= 0) rules = rules.filter((one) => one !== found);
      return found.rule;
    },
  };
}

function matches(rule: Matching, method: string, path: string): boolean {
  if (rule.method !== undefined && rule.method.toUpperCase() !== method) return false;
  if (rule.path === undefined) return true;
  return typeof rule.path === 'string'
    ? path.includes(rule.path)
    : new RegExp(rule.path, rule.path.flags.replace(/[gy]/g, '')).test(path);
}
