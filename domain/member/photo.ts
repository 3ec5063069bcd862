import type { MemberId } from '../../types/vocabulary';
import { digestOfText } from '../id/base32';

/** What photos belong to; the first part of their path. */
export type PhotosOf = 'reading' | 'league' | 'album';

/**
 * Where a member's photos go in the cloud's storage. Everybody who sees a photo can read its path, so that says nothing
 * of whose it is but by a digest.
 */
export function photoFolder(of: PhotosOf, memberId: MemberId): string {
  return `${of}/${digestOfText(`photos ${memberId}`).slice(0, 24)}`;
}

/** Where pictures of activities lie: whoever may set one up may use any of them, since a copy takes its pictures along. */
export const IMAGES_IN = 'activity';
/** How many one activity shows. */
export const IMAGES_MOST = 9;

/** Whether the file is a picture of activities in this environment, and nothing else that somebody keeps in its storage. */
export function isImage(fileId: string, environment: string): boolean {
  return isPhotoOf(fileId, IMAGES_IN, environment);
}

/** Whether the file is a photo in the folder, in this environment: elsewhere it may be anybody's, and any page's. */
export function isPhotoOf(fileId: string, folder: string, environment: string): boolean {
  const [, where = '', path = '', name = ''] = /^cloud:\/\/([\w.-]+)\/(.+)\/([\w-]{1,64}\.jpg)$/.exec(fileId) ?? [];
  return where.startsWith(`${environment}.`) && path === folder && name !== '';
}
