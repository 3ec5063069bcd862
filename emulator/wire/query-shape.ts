import { isRecord } from './json';

/** A filter without its values: which fields and operators it names. Listed in the console, so it may hold nothing personal. */
export function queryShape(filter: unknown): unknown {
  if (Array.isArray(filter)) {
    const shapes = filter.map(queryShape);
    return shapes.every((shape) => shape === '?') ? '?' : shapes;
  }
  if (!isRecord(filter) || Object.getPrototypeOf(filter) !== Object.prototype) return '?';
  return Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, queryShape(value)]));
}
