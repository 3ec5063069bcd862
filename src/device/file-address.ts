const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Addresses that were given, by file: one question a file, however often it is shown. */
const known = new Map<string, Promise<string | undefined>>();

function addressIn(answer: unknown): string | undefined {
  const data = isRecord(answer) ? answer.data : undefined;
  const list: unknown = isRecord(data) ? data.download_list : undefined;
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  const url = isRecord(first) ? first.tempFileURL : undefined;
  if (typeof url !== 'string' || url === '') return undefined;
  // The emulator names itself as the functions see it; the page may have come by another name.
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

async function ask(file: string): Promise<string | undefined> {
  const body = JSON.stringify({ action: 'storage.batchGetDownloadUrl', file_list: [{ fileid: file }] });
  try {
    const response = await fetch('/admin', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return addressIn(await response.json());
  } catch {
    // No network, or no such file: its place stays empty, and the next look asks again.
    return undefined;
  }
}

/** An address of the emulator's storage, as the page reaches it: it may have come by another name than the functions know. */
function reached(address: string): string {
  const { pathname, search } = new URL(address, location.href);
  return pathname.startsWith('/cos/') ? `${pathname}${search}` : address;
}

/** Where a browser fetches a file of the emulator's storage; what is no file id is an address already. */
export function addressOf(file: string): Promise<string | undefined> {
  if (!file.startsWith('cloud://')) return Promise.resolve(reached(file));
  const before = known.get(file);
  if (before) return before;
  const asked = ask(file);
  known.set(file, asked);
  void asked.then((found) => {
    if (found === undefined) known.delete(file);
  });
  return asked;
}
