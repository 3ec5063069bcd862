/** A page in a browser has no scanner of its own: the number is typed, or comes from a hand-held scanner. */
export const SCANS_BOOKS = false;

export async function scanBook(): Promise<string | undefined> {
  return undefined;
}
