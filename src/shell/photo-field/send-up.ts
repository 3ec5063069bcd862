import { newRequestId } from '../../cloud/call';
import { upload } from '../../cloud/upload';
import { toast } from '../../device/toast';

/** Puts photos into the cloud's storage; those that arrived, by file id. Says so where one did not. */
export async function sendUp(folder: string, files: readonly string[]): Promise<string[]> {
  const sent = await Promise.all(
    files.map(async (file) => upload(`${folder}/${(await newRequestId()).toLowerCase()}.jpg`, file)),
  );
  const arrived = sent.filter((file): file is string => file !== undefined);
  if (arrived.length < files.length) toast('有照片没传上去，有网络时再加');
  return arrived;
}
