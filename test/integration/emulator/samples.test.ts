import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningCloud } from '../../support/cloud';
import { startFixtures, wire } from './fixture-cloud';

interface Sample {
  name: string;
  request: Record<string, unknown>;
  answer: Record<string, unknown>;
}

/**
 * Exchanges recorded from the real SDK, in the order of one run. Ids, request ids and moments differ from run to run;
 * everything else has to be the same.
 */
const samples: Sample[] = JSON.parse(readFileSync(join(__dirname, 'samples', 'database.json'), 'utf8'));

const ID = /^[0-9a-f]{24}$/;
/** When the samples were recorded; later moments are server dates. */
const RECORDED = 1_790_000_000_000;

/** Follows the ids of both runs, so that an id made in one stands for the same document in the other. */
class Ids {
  readonly ours = new Map<string, string>();

  learn(theirs: unknown, ours: unknown): void {
    if (typeof theirs === 'string' && typeof ours === 'string' && ID.test(theirs)) this.ours.set(theirs, ours);
    if (!Array.isArray(theirs) || !Array.isArray(ours)) return;
    theirs.forEach((id, at) => {
      this.learn(id, ours[at]);
    });
  }

  translate(text: string): string {
    return text.replace(/[0-9a-f]{24}/g, (id) => this.ours.get(id) ?? id);
  }
}

/** A document as it has to be: field order and server dates left out. */
function comparable(ejson: string): unknown {
  return JSON.parse(ejson, (_key, value) => {
    const moment = Number(value?.$date?.$numberLong);
    return moment > RECORDED ? 'a server date' : value;
  });
}

function comparableAnswer(answer: Record<string, unknown>): unknown {
  const { requestId: _request, ...rest } = answer;
  const data = Object(rest.data);
  if (Array.isArray(data.list)) return { ...rest, data: { list: data.list.map(comparable) } };
  return rest;
}

describe('what the real SDK was recorded to send is answered as recorded', () => {
  let cloud: RunningCloud;
  const ids = new Ids();

  beforeAll(async () => {
    cloud = await startFixtures(['hello']);
  });
  afterAll(() => cloud.stop());

  for (const sample of samples)
    test(sample.name, async () => {
      const answer = await wire(cloud, ids.translate(JSON.stringify(sample.request)));
      ids.learn(sample.answer.transactionId, answer.transactionId);
      ids.learn(Object(sample.answer.data).insertedIds, Object(answer.data).insertedIds);
      const expected = JSON.parse(ids.translate(JSON.stringify(sample.answer)));
      if (sample.name === '044-aggregate-error') {
        expect(answer).toMatchObject({ code: 'SYS_ERR', message: expect.any(String) });
        return;
      }
      if (typeof expected.code === 'string' && /E11000/.test(expected.message)) {
        expect(answer).toMatchObject({ code: expected.code, message: expect.stringMatching(/E11000/) });
        return;
      }
      expect(comparableAnswer(answer)).toEqual(comparableAnswer(expected));
      expect(typeof answer.requestId).toBe('string');
    });
});
