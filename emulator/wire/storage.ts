import { type Files, soundPath } from '../storage/files';
import { isRecord, type JsonRecord } from './json';
import { invalid } from './wire-error';

export interface StorageContext {
  files: Files;
  baseUrl: string;
  environment: string;
}

type Action = (params: JsonRecord, context: StorageContext) => Record<string, unknown>;

const DEFAULT_AGE_SECONDS = 7200;
const MOST_FILES = 50;

const urlOf = (baseUrl: string, path: string): string =>
  `${baseUrl}/cos/${path.split('/').map(encodeURIComponent).join('/')}`;

const getUploadMetadata: Action = ({ path }, { files, baseUrl, environment }) => {
  const sound = typeof path === 'string' ? soundPath(path) : undefined;
  if (sound === undefined) throw invalid('path is not a path that a file may have');
  const token = files.grantUpload(sound);
  const fileId = `cloud://${environment}.bucket/${sound}`;
  // The SDK sends it back as a header, where only ASCII may stand.
  const cosFileId = Buffer.from(sound).toString('base64url');
  const authorization = 'q-sign-algorithm=sha1';
  return {
    data: { url: urlOf(baseUrl, sound), token, authorization, fileId, cosFileId, download_url: '' },
  };
};

function fileList(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_FILES)
    throw invalid(`${where} should be a list of 1 to ${MOST_FILES} files`);
  return value;
}

/** The URLs hold the path as it is: the SDK encodes it when it downloads, and a browser does too. */
const batchGetDownloadUrl: Action = ({ file_list }, { files, baseUrl }) => ({
  data: {
    download_list: fileList(file_list, 'file_list').map((entry) => {
      const fileID = isRecord(entry) && typeof entry.fileid === 'string' ? entry.fileid : '';
      const path = files.pathOf(fileID);
      if (path === undefined || !files.has(path)) return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' };
      const age = isRecord(entry) && typeof entry.max_age === 'number' ? entry.max_age : DEFAULT_AGE_SECONDS;
      const grant = encodeURIComponent(files.grantDownload(path, age));
      return { code: 'SUCCESS', fileID, tempFileURL: `${baseUrl}/cos/${path}?sign=${grant}`, maxAge: age };
    }),
  },
});

const batchDeleteFile: Action = ({ fileid_list }, { files }) => ({
  data: {
    delete_list: fileList(fileid_list, 'fileid_list').map((entry) => {
      const fileID = typeof entry === 'string' ? entry : '';
      const path = files.pathOf(fileID);
      const removed = path !== undefined && files.remove(path);
      return { code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID };
    }),
  },
});

/** The storage actions of the wire, by the second half of their name. */
export const storageActions: ReadonlyMap<string, Action> = new Map([
  ['getUploadMetadata', getUploadMetadata],
  ['batchGetDownloadUrl', batchGetDownloadUrl],
  ['batchDeleteFile', batchDeleteFile],
]);
