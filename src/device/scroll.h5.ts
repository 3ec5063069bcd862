/** Brings a part of the page into sight; one that is not there moves nothing. */
export function scrollTo(id: string): void {
  const part = document.getElementById(id);
  // What draws no layout, as a test does, cannot scroll.
  if (part && 'scrollIntoView' in part) part.scrollIntoView({ block: 'center', behavior: 'smooth' });
}
