/** Tells when the network is back. */
export function onNetwork(listener: () => void): void {
  window.addEventListener('online', listener);
}
