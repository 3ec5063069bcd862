/** A browser has no privacy authorization of its own: the notice that was just agreed to is the one that counts. */
export async function authorizePrivacy(): Promise<boolean> {
  return true;
}
