import './sdk-environment';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { GenericSchema } from 'valibot';

/** An operation as a service lists it, of whatever contract. */
export interface ServedOperation {
  /** `activity.signUp` … */
  name: string;
  fn: string;
  op: string;
  writes: boolean;
  schema: GenericSchema<unknown, unknown>;
}

const functions = join(__dirname, '..', '..', 'cloudfunctions');

interface Listed {
  operations: Record<string, { writes: boolean; schema: GenericSchema<unknown, unknown> }>;
}

/** Every operation that any function serves, as the functions' own services list them: a new folder counts at once. */
export function servedOperations(): ServedOperation[] {
  const areas = readdirSync(functions).filter((name) => name !== 'kit');
  return areas.flatMap((fn) => {
    const loaded = require(join(functions, fn, fn)) as Record<string, Listed>;
    const service = loaded[fn];
    if (!service) throw new Error(`${fn} exports no service of its name`);
    return Object.entries(service.operations).map(([op, { writes, schema }]) => ({
      name: `${fn}.${op}`,
      fn,
      op,
      writes,
      schema,
    }));
  });
}
