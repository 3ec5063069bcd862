import type { Readable } from 'node:stream';
import type { Files } from '../../emulator/storage/files';

/** Puts a picture of the demo where it belongs, unless it is there. */
export async function placeOnce(files: Files, path: string, picture: () => Readable): Promise<void> {
  if (!files.has(path)) await files.write(path, picture());
}
