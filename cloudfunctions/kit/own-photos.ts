import { isPhotoOf } from '../../domain/member/photo';
import type { CommonRefusals, Refused } from '../../types/contract';
import { platformContext } from './cloud';

/** A file of anybody else's, or of another environment, is no photo of the caller's. */
export function strangePhotos(
  photos: readonly string[],
  folder: string,
): Refused<Pick<CommonRefusals, 'BAD_INPUT'>> | undefined {
  const { ENV = '' } = platformContext();
  const issues = photos.flatMap((photo, at) =>
    isPhotoOf(photo, folder, ENV) ? [] : [{ path: `photos.${at}`, message: 'expects a file of the caller’s own' }],
  );
  return issues.length > 0 ? { ok: false, refusal: 'BAD_INPUT', detail: { issues } } : undefined;
}
