import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectionSpec, IndexSpec } from '../store/store';
import { isRecord, type JsonRecord, parseJson } from '../wire/json';
import { parseCron, type Schedule } from './cron';

export interface TimerSpec {
  name: string;
  cron: string;
  schedule: Schedule;
}

export interface FunctionSpec {
  name: string;
  timeoutSeconds: number;
  memoryMb: number;
  timers: TimerSpec[];
  /** The `openapi` calls that the function may make. */
  openapi: string[];
  /** Names of environment variables handed through from the emulator's own. */
  environment: string[];
}

export interface CloudSpec {
  collections: CollectionSpec[];
  functions: FunctionSpec[];
}

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

class Reader {
  constructor(readonly path: string) {}

  refuse(what: string): never {
    throw new Error(`${this.path}: ${what}`);
  }

  list(value: unknown, what: string): unknown[] {
    return Array.isArray(value) ? value : this.refuse(`${what} should be a list`);
  }

  record(value: unknown, what: string): JsonRecord {
    return isRecord(value) ? value : this.refuse(`${what} should be an object`);
  }

  text(value: unknown, what: string): string {
    return typeof value === 'string' && value !== '' ? value : this.refuse(`${what} should be a non-empty string`);
  }

  positive(value: unknown, what: string): number {
    return typeof value === 'number' && value > 0 ? value : this.refuse(`${what} should be a number above 0`);
  }
}

function readIndex(read: Reader, value: unknown, of: string): IndexSpec {
  const index = read.record(value, `an index of ${of}`);
  const name = read.text(index.name, `the name of an index of ${of}`);
  const fields = read.list(index.fields, `fields of ${of}.${name}`).map((entry) => {
    const field = read.record(entry, `a field of ${of}.${name}`);
    const order =
      field.order === 1 || field.order === -1 ? field.order : read.refuse(`${of}.${name}: order is 1 or -1`);
    return { field: read.text(field.field, `a field of ${of}.${name}`), order } as const;
  });
  return { name, fields, ...(index.unique === true ? { unique: true } : {}) };
}

function readFunction(read: Reader, value: unknown): FunctionSpec {
  const spec = read.record(value, 'a function');
  const name = read.text(spec.name, 'the name of a function');
  if (!NAME.test(name)) read.refuse(`the function name ${name} has characters that the platform refuses`);
  const texts = (field: string) =>
    read.list(spec[field] ?? [], `${name}.${field}`).map((entry) => read.text(entry, `${name}.${field}`));
  return {
    name,
    timeoutSeconds: read.positive(spec.timeoutSeconds ?? 3, `${name}.timeoutSeconds`),
    memoryMb: read.positive(spec.memoryMb ?? 256, `${name}.memoryMb`),
    timers: read.list(spec.timers ?? [], `${name}.timers`).map((entry) => {
      const timer = read.record(entry, `a timer of ${name}`);
      const cron = read.text(timer.cron, `the cron of a timer of ${name}`);
      return { name: read.text(timer.name, `the name of a timer of ${name}`), cron, schedule: parseCron(cron) };
    }),
    openapi: texts('openapi'),
    environment: texts('environment'),
  };
}

/**
 * Reads `cloud.json` of a folder of built functions: what is deployed there, as a deployment would declare it.
 * Throws a sentence that names the file and the field where it is not what it should be.
 */
export function readCloud(folder: string): CloudSpec {
  const read = new Reader(join(folder, 'cloud.json'));
  const text = readFileSync(read.path, 'utf8');
  const cloud = read.record(parseJson(text), 'the declaration');
  return {
    collections: read.list(cloud.collections, 'collections').map((entry) => {
      const collection = read.record(entry, 'a collection');
      const name = read.text(collection.name, 'the name of a collection');
      const indexes = read.list(collection.indexes ?? [], `indexes of ${name}`);
      return { name, indexes: indexes.map((index) => readIndex(read, index, name)) };
    }),
    functions: read.list(cloud.functions, 'functions').map((entry) => readFunction(read, entry)),
  };
}
