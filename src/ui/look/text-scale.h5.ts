/** The browser's own text size against the usual 16 px. */
export function systemTextScale(): number {
  const probe = document.createElement('div');
  probe.style.cssText = 'position:absolute;font:medium sans-serif';
  document.body.appendChild(probe);
  const size = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return Number.isFinite(size) && size > 0 ? size / 16 : 1;
}
