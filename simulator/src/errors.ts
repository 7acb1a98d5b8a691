/** One of Discord's refusals. Codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  /** The nested tree of a 50035, by field. */
  readonly errors: Record<string, unknown> | undefined;
  constructor(status: number, code: number, message: string, errors?: Record<string, unknown>) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** An "Invalid Form Body": `field` is a path like `embeds.0.title`, empty for the body itself. */
export function formError(field: string, code: string, message: string): ApiError {
  let tree: Record<string, unknown> = { _errors: [{ code, message }] };
  for (const key of field.split('.').filter(Boolean).reverse()) tree = { [key]: tree };
  return new ApiError(400, 50035, 'Invalid Form Body', tree);
}
