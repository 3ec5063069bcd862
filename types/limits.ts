/** How long a function may run, seconds; the platform ends it then. Sweeps wait twice as long before they clear up. */
export const FUNCTION_SECONDS = 10;
