/** How long a function may run, seconds; the platform ends it then. */
export const FUNCTION_SECONDS = 10;

/** After so long, milliseconds, a function that was writing is certainly dead: sweeps clear up no earlier. */
export const ABANDONED_MS = 2 * FUNCTION_SECONDS * 1_000;

/** The one that writes exports may run so long, seconds, as long as the platform allows: a file is put together in one go. */
export const EXPORT_SECONDS = 60;
