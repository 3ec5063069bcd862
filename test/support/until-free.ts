import type { LooseAnswer } from './cloud';

/** Told that it is busy, a device waits as it is told and sends the same once more. */
export async function untilFree(send: () => Promise<LooseAnswer>): Promise<LooseAnswer> {
  for (let tries = 0; tries < 40; tries++) {
    const answer = await send();
    if (answer.ok || answer.refusal !== 'BUSY') return answer;
    await new Promise((resolve) => setTimeout(resolve, Number(answer.detail.retryAfterMs)));
  }
  throw new Error('told forty times that it is busy');
}
