import { deleteFile } from './cloud';

/** The platform deletes so many in one call. */
const AT_ONCE = 50;
/** There is no such file: as good as deleted, since deleting may be done again. */
const GONE = -503003;

/** Deletes files for good; throws where one is still there afterwards. */
export async function deleteFiles(files: readonly string[]): Promise<void> {
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const { fileList = [] } = await deleteFile({ fileList: files.slice(from, from + AT_ONCE) });
    const left = fileList.find(({ status }) => status !== 0 && status !== GONE);
    if (left) throw new Error(`a file was not deleted: ${left.status}`);
  }
}
