import { deleteFile, storage } from './cloud';

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

/** Puts a file there, in place of one that has the same path; its id. */
export async function putFile(path: string, content: Buffer): Promise<string> {
  const { fileID } = await storage.uploadFile({ cloudPath: path, fileContent: content });
  if (fileID === undefined || fileID === '') throw new Error('a file was not taken');
  return fileID;
}

export async function fileBytes(file: string): Promise<Buffer> {
  const { fileContent } = await storage.downloadFile({ fileID: file });
  if (!fileContent) throw new Error('a file was not given');
  return fileContent;
}

/** Where whoever has it can fetch the file for so many seconds; `undefined` where there is no such file. */
export async function linkTo(file: string, seconds: number): Promise<string | undefined> {
  const { fileList = [] } = await storage.getTempFileURL({ fileList: [{ fileID: file, maxAge: seconds }] });
  const [{ tempFileURL, status } = {}] = fileList;
  return status === 0 && tempFileURL !== '' ? tempFileURL : undefined;
}

/** The same of up to fifty files in one call, by file; those that are not there are left out. */
export async function linksTo(files: readonly string[], seconds: number): Promise<Map<string, string>> {
  if (files.length === 0) return new Map();
  const asked = files.map((fileID) => ({ fileID, maxAge: seconds }));
  const { fileList = [] } = await storage.getTempFileURL({ fileList: asked });
  return new Map(
    fileList.flatMap(({ tempFileURL = '', status }, at): [string, string][] => {
      const file = files[at];
      return file !== undefined && status === 0 && tempFileURL !== '' ? [[file, tempFileURL]] : [];
    }),
  );
}

/**
 * Sees that there is no file at a path where a dead call may have left one. Only the store knows a file's id by its path, and
 * tells it to whoever puts one there: so one is put there, and deleted.
 */
export async function vacate(path: string): Promise<void> {
  await deleteFiles([await putFile(path, Buffer.from('0'))]);
}
