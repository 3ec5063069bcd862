/** The address that opens a page of ours, for a code that any phone can scan. */
export function pageLink(path: string): string | undefined {
  const url = new URL(location.href);
  url.hash = `#${path}`;
  return url.href;
}
