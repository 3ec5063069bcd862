import { type PhotosOf, photoFolder } from '../../domain/member/photo';
import type { RunningCloud } from './cloud';
import { memberOf } from './town';

async function storage(cloud: RunningCloud, action: string, params: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: `storage.${action}`, ...params }),
  });
  return Object(Object(await response.json()).data);
}

/** The id that a file of that one would have. */
export const photoOf = (openid: string, name: string, of: PhotosOf = 'reading'): string =>
  `cloud://local-env.bucket/${photoFolder(of, memberOf(openid)._id)}/${name}.jpg`;

/** Puts a photo where that one's phone would; its file id. */
export async function uploadPhoto(
  cloud: RunningCloud,
  openid: string,
  name: string,
  folder = photoFolder('reading', memberOf(openid)._id),
): Promise<string> {
  const path = `${folder}/${name}.jpg`;
  const { url, token, fileId } = await storage(cloud, 'getUploadMetadata', { path });
  const headers = { 'x-cos-security-token': String(token) };
  const { ok } = await fetch(String(url), { method: 'PUT', headers, body: 'a photo' });
  if (!ok) throw new Error(`${path} was not taken`);
  return String(fileId);
}

/** Those of the files that are there. */
export async function filesThere(cloud: RunningCloud, files: readonly string[]): Promise<string[]> {
  const { download_list } = await storage(cloud, 'batchGetDownloadUrl', {
    file_list: files.map((fileid) => ({ fileid })),
  });
  const list = download_list as { code: string; fileID: string }[];
  return list.flatMap(({ code, fileID }) => (code === 'SUCCESS' ? [fileID] : []));
}
