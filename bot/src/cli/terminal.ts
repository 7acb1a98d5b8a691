/** Where a command writes. */
export interface Terminal {
  /** What was asked for. */
  say(line: string): void;
  /** What went wrong, and what to know beside the answer. */
  complain(line: string): void;
}

/** The command cannot be carried out; the message is one line (or one per problem) that says what and how to mend it. */
export class Unusable extends Error {
  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'Unusable';
  }
}
