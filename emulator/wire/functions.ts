import type { FunctionHost } from '../host/function-host';
import { opOf } from '../host/function-host';
import type { Invocation } from '../host/invocation';
import { type JsonRecord, parseJson } from './json';
import { invalid, WireError } from './wire-error';

/** What a call may carry as text, the same from outside and from another function. */
export const MOST_REQUEST_BYTES = 100 * 1024;

/**
 * `callFunction` between functions: the callee sees SOURCE with `,scf` added and no openid, since the platform promises
 * one only to what a mini-program calls. Its wire calls count for the caller too.
 */
export async function invokeFunction(
  params: JsonRecord,
  host: FunctionHost,
  caller: Invocation | undefined,
): Promise<Record<string, unknown>> {
  const { function_name: name, request_data: data = '' } = params;
  if (typeof name !== 'string' || name === '') throw invalid('function_name should be a non-empty string');
  if (typeof data !== 'string') throw invalid('request_data should be a string');
  if (Buffer.byteLength(data) > MOST_REQUEST_BYTES) throw invalid('request_data is larger than 100 KB');
  const event = data === '' ? '{}' : data;
  const value = parseJson(event);
  if (value === undefined) throw invalid('request_data should be JSON');
  if (!host.has(name))
    throw new WireError('FUNCTIONS_EXECUTE_FAIL', `FunctionName parameter could not be found: ${name}`);
  const { outcome } = await host.invoke({
    function: name,
    op: opOf(value),
    source: caller === undefined ? 'scf' : `${caller.start.source},scf`,
    event,
    ...(caller === undefined ? {} : { parent: caller }),
  });
  if (outcome.kind === 'failed') throw new WireError('FUNCTIONS_EXECUTE_FAIL', outcome.message);
  return { data: { response_data: outcome.result } };
}
