import type { LooseAnswer, RunningCloud } from '../support/cloud';
import { runSweep } from '../support/town';

type Send = (name: string, input: object, openid: string) => Promise<LooseAnswer>;

async function asked(send: Send, openid: string): Promise<string> {
  const of = { kind: 'registrations', activityId: 'music' };
  const answer = await send('export.start', { of }, openid);
  return answer.ok ? (answer.value as { exportId: string }).exportId : 'none';
}

/** Inputs for the operations on exports, each of an export of the asker's own. */
export function exportInputs(
  cloud: () => RunningCloud,
  send: Send,
): Record<string, (openid: string) => Promise<object> | object> {
  return {
    'export.start': () => ({ of: { kind: 'participation', year: 2026, enterpriseId: 'e1' } }),
    'export.list': () => ({}),
    'export.get': async (openid) => ({ exportId: await asked(send, openid) }),
    'export.link': async (openid) => {
      const exportId = await asked(send, openid);
      await runSweep(cloud(), 'sweepExports', 'export');
      return { exportId };
    },
    'export.cancel': async (openid) => ({ exportId: await asked(send, openid) }),
    'export.audits': () => ({}),
  };
}
