/** How long a function may run, seconds; the platform ends it then. */
export const FUNCTION_SECONDS = 10;

/** After so long, milliseconds, a function that was writing is certainly dead: sweeps clear up no earlier. */
export const ABANDONED_MS = 2 * FUNCTION_SECONDS * 1_000;
