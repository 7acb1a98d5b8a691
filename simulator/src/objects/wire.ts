/** A JSON object as it goes over the wire. */
export type Wire = Record<string, unknown>;
