import { digestOfText } from '../id/base32';

/**
 * Where somebody's sheets go in the cloud's storage. Whoever knows a file's id may read it there, so the name in it is made
 * by chance, and the file is kept for a day at most.
 */
export function sheetFolder(callerKey: string): string {
  return `sheets/${digestOfText(`sheets ${callerKey}`).slice(0, 24)}`;
}

/** Whether the file lies in that folder of this environment: anything else is somebody else's. */
export function isSheetOf(fileId: string, folder: string, environment: string): boolean {
  const [, where = '', path = '', name = ''] =
    /^cloud:\/\/([\w.-]+)\/(.+)\/([\w-]{16,64}\.[a-z]{1,5})$/.exec(fileId) ?? [];
  return where.startsWith(`${environment}.`) && path === folder && name !== '';
}
