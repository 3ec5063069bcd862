import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../../emulator/storage/files';
import { placeOnce } from './place-once';

const PATH = 'activity/evening-run.jpg';
/** The way of the evening run, as its plan names it: drawn, as all pictures of the demo are, and a photo as phones send one. */
export const RUN_MAP = `cloud://local-env.bucket/${PATH}`;

/** Puts it where it belongs, unless it is there. */
export const placeMap = (files: Files): Promise<void> =>
  placeOnce(files, PATH, () => createReadStream(join(__dirname, 'pictures/evening-run.jpg')));
