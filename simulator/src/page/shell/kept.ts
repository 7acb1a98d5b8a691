/** What this browser remembers between visits; nothing, where it may not. */
const prefix = 'sandbox.';

export const kept = {
  get(name: string): string | null {
    try {
      return localStorage.getItem(prefix + name);
    } catch {
      return null;
    }
  },
  set(name: string, value: string): void {
    try {
      localStorage.setItem(prefix + name, value);
    } catch {
      // Private windows may refuse; the page works without.
    }
  },
  forget(): void {
    try {
      for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
    } catch {
      // As above.
    }
  },
};
