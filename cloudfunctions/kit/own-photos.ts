import { isImage, isPhotoOf } from '../../domain/member/photo';
import type { CommonRefusals, Plan, Refused } from '../../types/contract';
import { platformContext } from './cloud';

type BadInput = Refused<Pick<CommonRefusals, 'BAD_INPUT'>>;

/** A file of anybody else's, or of another environment, is no photo of the caller's. */
export function strangePhotos(photos: readonly string[], folder: string): BadInput | undefined {
  const { ENV = '' } = platformContext();
  const issues = photos.flatMap((photo, at) =>
    isPhotoOf(photo, folder, ENV) ? [] : [{ path: `photos.${at}`, message: 'expects a file of the caller’s own' }],
  );
  return issues.length > 0 ? { ok: false, refusal: 'BAD_INPUT', detail: { issues } } : undefined;
}

/** A file that is no picture of activities would be shown to everybody who opens the page. */
export function strangeImages({ images = [] }: Pick<Plan, 'images'>): BadInput | undefined {
  const { ENV = '' } = platformContext();
  const issues = images.flatMap((image, at) =>
    isImage(image, ENV) ? [] : [{ path: `plan.images.${at}`, message: 'expects a picture of an activity' }],
  );
  return issues.length > 0 ? { ok: false, refusal: 'BAD_INPUT', detail: { issues } } : undefined;
}
