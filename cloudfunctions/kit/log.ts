/** A line of the log: what ran and how it ended, never who called or what they sent. */
export interface LogLine {
  id: string;
  op: string;
  ms: number;
  /** `ok`, a refusal's code, or `INTERNAL`. */
  outcome: string;
  [fact: string]: unknown;
}

/** An error's stack without what could be a phone number, a code or an account. */
export function scrubbed(error: unknown): string {
  const { stack, errMsg } = error as { stack?: unknown; errMsg?: unknown };
  return `${typeof stack === 'string' ? stack : String(error)} ${typeof errMsg === 'string' ? errMsg : ''}`
    .replace(/\d{7,}/g, '#')
    .replace(/(openid|touser|phone|code)("?\s*[:=]\s*"?)[^"\s,}]+/gi, '$1$2#')
    .trim();
}

export function log(line: LogLine): void {
  console.log(JSON.stringify(line));
}
