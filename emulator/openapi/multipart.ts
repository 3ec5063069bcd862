const BOUNDARY = /boundary="?([^";]+)"?/i;
const NAME = /name="([^"]*)"/i;

/**
 * The parts of a multipart body by name, as bytes: the SDK sends a binary message as a part without a file name, which
 * the built-in `formData()` would decode as text. `undefined` where the body is none.
 */
export function readMultipart(contentType: string, body: Buffer): Map<string, Buffer> | undefined {
  const boundary = BOUNDARY.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const delimiter = `\r\n--${boundary}`;
  const parts = new Map<string, Buffer>();
  const text = `\r\n${body.toString('latin1')}`;
  for (const part of text.split(delimiter).slice(1)) {
    if (part.startsWith('--')) return parts;
    const split = part.indexOf('\r\n\r\n');
    const name = NAME.exec(part.slice(0, split))?.[1];
    if (split < 0 || name === undefined) return undefined;
    parts.set(name, Buffer.from(part.slice(split + 4), 'latin1'));
  }
  return undefined;
}
