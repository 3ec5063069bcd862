import type { GenericSchema } from 'valibot';
import type { AcceptedRequest } from '../../domain/request/remembered';
import type { Answer, InputOf, OpName, OpOf } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import type { Caller } from './caller';
import type { Policy } from './policy';

/** What an operation knows beside its input: who calls, when, and where new ids come from. */
export interface Call {
  caller: Caller;
  /** The server's clock, read once a call. */
  now: Instant;
  newId(): string;
  /** Of the operation and its input, under the deployment's key: says whether two calls ask the same, and not what. */
  digest: string;
}

export interface WriteCall extends Call {
  /** The client's request id with the digest of what it was sent with. */
  request: AcceptedRequest;
}

/** One operation: who may, what it takes, and what it does. The schema must give exactly the contract's input. */
interface Described<N extends OpName> {
  policy: Policy;
  schema: GenericSchema<unknown, InputOf<OpOf<N>>>;
}

export interface ReadOperation<N extends OpName> extends Described<N> {
  writes: false;
  run(input: InputOf<OpOf<N>>, call: Call): Promise<Answer<OpOf<N>>>;
}

export interface WriteOperation<N extends OpName> extends Described<N> {
  writes: true;
  run(input: InputOf<OpOf<N>>, call: WriteCall): Promise<Answer<OpOf<N>>>;
}

export type Operation<N extends OpName> = ReadOperation<N> | WriteOperation<N>;

/** An operation that changes nothing; it needs no request id. */
export function read<N extends OpName>(operation: Omit<ReadOperation<N>, 'writes'>): ReadOperation<N> {
  return { ...operation, writes: false };
}

/** An operation that changes something; sent again with the same request id it gives the same answer. */
export function write<N extends OpName>(operation: Omit<WriteOperation<N>, 'writes'>): WriteOperation<N> {
  return { ...operation, writes: true };
}
