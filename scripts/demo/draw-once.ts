import { Readable } from 'node:stream';
import type { Files } from '../../emulator/storage/files';

/** Draws a picture of the demo where it belongs, unless it is there. */
export async function drawOnce(files: Files, path: string, drawn: () => string): Promise<void> {
  if (!files.has(path)) await files.write(path, Readable.from([drawn()]));
}
