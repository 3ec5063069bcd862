import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../host/faults';
import type { RunningInstance } from '../host/running-instance';
import { answerWire, readWireRequest } from '../wire/admin';
import { errorAnswer, type WireAnswer } from '../wire/answer';
import { readBody } from './body';
import type { Cloud } from './cloud';

const MOST_BODY_BYTES = 1024 * 1024;

function send(response: ServerResponse, answer: WireAnswer): void {
  response.writeHead(200, { 'content-type': answer.contentType, 'content-length': Buffer.byteLength(answer.body) });
  response.end(answer.body);
}

/**
 * Lets one fault strike. Gives true where the connection is gone, and an answer where the call fails without its own.
 */
async function strike(
  fault: Fault,
  response: ServerResponse,
  instance: RunningInstance | undefined,
  requestId: string,
): Promise<WireAnswer | 'gone' | undefined> {
  fault.struck += 1;
  switch (fault.effect) {
    case 'fail':
      return errorAnswer(requestId, 'DATABASE_REQUEST_FAILED', 'a fault was asked for');
    case 'delay':
      await sleep(fault.ms);
      return undefined;
    case 'answer-lost':
      response.destroy();
      return 'gone';
    case 'kill':
      instance?.kill();
      response.destroy();
      return 'gone';
    default:
      return fault.effect satisfies never;
  }
}

/**
 * `POST /admin` and `/admin/<instance>`: the wire of the SDK. The instance in the path is how a wire call is known to
 * belong to the invocation that runs there; without one the call is nobody's and goes unmetered.
 */
export async function handleWire(
  cloud: Cloud,
  instanceId: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const instance = instanceId === undefined ? undefined : cloud.host.instance(instanceId);
  const invocation = instance?.invocation;
  const body = await readBody(request, MOST_BODY_BYTES);
  const wire = readWireRequest(request.headers['content-type'] ?? '', body ?? Buffer.alloc(0));
  if (instanceId !== undefined && instance === undefined)
    return send(response, errorAnswer(wire.requestId, 'SYS_ERR', 'the function instance has ended'));
  const faults = invocation?.wireCall(wire.action.startsWith('database.')) ?? [];
  const struck = async (when: Fault['when']): Promise<WireAnswer | 'gone' | undefined> => {
    for (const fault of faults.filter((candidate) => candidate.when === when)) {
      const end = await strike(fault, response, instance, wire.requestId);
      if (end !== undefined) return end;
    }
    return undefined;
  };
  const before = await struck('before');
  if (before === 'gone') return;
  if (before !== undefined) return send(response, before);
  const parts = {
    ...cloud,
    statement: cloud.journal.statement.bind(cloud.journal),
    bug: cloud.journal.bug.bind(cloud.journal),
  };
  const answer =
    body === undefined
      ? errorAnswer(wire.requestId, 'INVALID_PARAM', 'the request body is larger than 1 MB')
      : await answerWire(wire, parts, invocation);
  const after = await struck('after');
  if (after !== 'gone') send(response, after ?? answer);
}
