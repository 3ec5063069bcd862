import * as v from 'valibot';

/** A check-in goes by the request that made it, a ULID. */
export const checkInId = v.pipe(v.string(), v.regex(/^[0-9A-Za-z][0-9A-Za-z-]{0,39}$/, 'expects an id'));
