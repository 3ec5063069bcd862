import { createReadStream, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloud } from './sdk';

interface Input {
  path?: string;
  text?: string;
  files?: string[];
  name?: string;
  data?: unknown;
  api?: string;
  params?: Record<string, unknown>;
}

async function tried(attempt: () => Promise<unknown>): Promise<unknown> {
  try {
    return { gave: await attempt() };
  } catch (error) {
    // The test reads the failure itself.
    const { errCode, errMsg } = Object(error);
    return { failed: { errCode, errMsg: String(errMsg) } };
  }
}

function upload({ path = '', text = '' }: Input, stream: boolean): Promise<unknown> {
  if (!stream) return cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from(text) });
  const local = join(tmpdir(), `upload-${process.pid}-${Date.now()}`);
  writeFileSync(local, text);
  return cloud.uploadFile({ cloudPath: path, fileContent: createReadStream(local) });
}

const operations: Record<string, (input: Input) => Promise<unknown>> = {
  upload: (input) => tried(() => upload(input, false)),
  uploadStream: (input) => tried(() => upload(input, true)),
  download: ({ path = '' }) =>
    tried(async () => (await cloud.downloadFile({ fileID: path })).fileContent.toString('utf8')),
  urls: ({ files = [] }) => tried(() => cloud.getTempFileURL({ fileList: files })),
  remove: ({ files = [] }) => tried(() => cloud.deleteFile({ fileList: files })),
  call: ({ name = '', data = {} }) => tried(async () => (await cloud.callFunction({ name, data })).result),
  api: ({ api = '', params = {} }) => {
    const [area = '', name = ''] = api.split('.');
    return tried(() => cloud.openapi[area][name](params));
  },
};

/** Storage, other functions and open APIs, with the unmodified SDK. */
export async function main(event: { op: string; input: Input }): Promise<unknown> {
  const operation = operations[event.op];
  if (operation === undefined) throw new Error(`no operation ${event.op}`);
  return { ok: true, value: await operation(event.input) };
}
