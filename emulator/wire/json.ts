export type JsonRecord = Record<string, unknown>;

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value that a JSON text says, or `undefined` where it is no JSON: what arrives from outside is never trusted to be. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The caller decides what a malformed text means to whoever sent it.
    return undefined;
  }
}
