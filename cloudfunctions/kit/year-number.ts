import * as v from 'valibot';

/** A year of the union's books. */
export const yearNumber = v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2199));
