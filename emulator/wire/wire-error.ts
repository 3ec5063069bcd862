/** An error as the wire says it: HTTP 200 with `{code, message, requestId}`; the SDK turns the code into its own number. */
export class WireError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const invalid = (message: string): WireError => new WireError('INVALID_PARAM', message);
