import { isImage, isPhotoOf } from '../../domain/member/photo';
import type { CommonRefusals, Plan, Refused } from '../../types/contract';
import { platformContext } from './cloud';

type BadInput = Refused<Pick<CommonRefusals, 'BAD_INPUT'>>;

/** Those of the files, at that path of the input, that do not fit in this environment. */
function strange(
  files: readonly string[],
  path: string,
  fits: (file: string, environment: string) => boolean,
  message: string,
): BadInput | undefined {
  const { ENV = '' } = platformContext();
  const issues = files.flatMap((file, at) => (fits(file, ENV) ? [] : [{ path: `${path}.${at}`, message }]));
  return issues.length > 0 ? { ok: false, refusal: 'BAD_INPUT', detail: { issues } } : undefined;
}

/** A file of anybody else's, or of another environment, is no photo of the caller's. */
export function strangePhotos(photos: readonly string[], folder: string): BadInput | undefined {
  const own = (file: string, environment: string) => isPhotoOf(file, folder, environment);
  return strange(photos, 'photos', own, 'expects a file of the caller’s own');
}

/** A file that is no picture of activities would be shown to everybody who opens the page. */
export function strangeImages({ images = [] }: Pick<Plan, 'images'>): BadInput | undefined {
  return strange(images, 'plan.images', isImage, 'expects a picture of an activity');
}
