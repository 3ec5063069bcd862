/** The browser needs nothing started. */
export function startCloud(): void {}
