/** Who a text may ping. Absent lists allow nothing unless `parse` names them. */
export interface AllowedMentions {
  readonly parse: readonly ('users' | 'roles' | 'everyone')[];
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly repliedUser: boolean;
}

/**
 * Reads an `allowed_mentions` object.
 * https://docs.discord.com/developers/resources/message#allowed-mentions-object
 * @throws 50035 when `parse` and a list contradict each other, or a list has more than 100 ids.
 */
export function readAllowedMentions(wire: unknown): AllowedMentions {
  void wire;
  throw new Error('being written');
}
