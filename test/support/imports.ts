import { digestOfText } from '../../domain/id/base32';
import { choiceOf } from '../../domain/sheet/columns';
import { sheetFolder } from '../../domain/sheet/own-sheet';
import type { Imported, ReadSheet, RosterPreview, RowCheck, SheetColumns } from '../../types/contract';
import type { LooseAnswer, RunningCloud } from './cloud';
import { requestIds } from './request-ids';
import { FIRST_ADMIN } from './town';

export const requestId = requestIds(19);

let named = 0;

/** Puts a file where that one's device would; its file id. */
export async function uploadSheet(
  cloud: RunningCloud,
  bytes: Buffer,
  { openid = FIRST_ADMIN, ending = 'xlsx' } = {},
): Promise<string> {
  named += 1;
  const path = `${sheetFolder(digestOfText(openid))}/sheet-of-the-tests-${named}.${ending}`;
  const asked = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'storage.getUploadMetadata', path }),
  });
  const { url, token, fileId } = Object(Object(await asked.json()).data);
  const headers = { 'x-cos-security-token': String(token) };
  const { ok } = await fetch(String(url), { method: 'PUT', headers, body: new Uint8Array(bytes) });
  if (!ok) throw new Error(`${path} was not taken`);
  return String(fileId);
}

export interface Asked {
  openid?: string;
  request?: string;
}

export async function ask(cloud: RunningCloud, op: string, input: object, asked: Asked = {}): Promise<LooseAnswer> {
  const { openid = FIRST_ADMIN, request = requestId() } = asked;
  return (await cloud.call('import', op, input, { openid, requestId: request })).answer;
}

export function given<T>(answer: LooseAnswer): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer.value as T;
}

/** Which column is which, as it was recognised. */
export function recognisedIn({ columns }: ReadSheet): SheetColumns {
  const head = { first: 1, last: 1, texts: [] };
  return choiceOf({ head, columns, missing: [] });
}

export type RosterChecked = RowCheck & { plan?: RosterPreview };

/** A sheet as far as it is confirmed: uploaded and read, its columns as they were recognised. */
export async function confirmed<T extends object>(
  cloud: RunningCloud,
  bytes: Buffer,
  target: T,
  openid = FIRST_ADMIN,
): Promise<{ fileId: string; columns: SheetColumns } & T> {
  const fileId = await uploadSheet(cloud, bytes, { openid });
  const kind = 'activityId' in target ? 'Attendance' : 'Roster';
  const read = given<ReadSheet>(await ask(cloud, `read${kind}`, { fileId, ...target }, { openid }));
  return { fileId, columns: recognisedIn(read), ...target };
}

/** A whole import of a roster, with the yes that it needs. */
export async function importRoster(cloud: RunningCloud, bytes: Buffer, target: object = {}): Promise<Imported> {
  const input = await confirmed(cloud, bytes, target);
  const { plan } = given<RosterChecked>(await ask(cloud, 'checkRoster', input));
  return given<Imported>(await ask(cloud, 'applyRoster', { ...input, ...(plan && { yes: plan.digest }) }));
}
