import { type BenefitLog, benefitLog, benefitLogId, type Doing } from '../../domain/benefit/change';
import type { AcceptedRequest } from '../../domain/request/remembered';
import type { Answer, BenefitContract } from '../../types/contract';
import type { BenefitId } from '../../types/vocabulary';
import { byId, insertOnce } from '../kit/documents';

/** What a command was answered before, to the letter; `undefined` where it is new, or was begun and not ended. */
export async function answered<O extends keyof BenefitContract>(
  benefitId: BenefitId,
  request: AcceptedRequest,
): Promise<Answer<BenefitContract[O]> | undefined> {
  const known = await byId<BenefitLog>('benefitLogs', benefitLogId(benefitId, request));
  if (!known) return undefined;
  // The digest is of the operation and its input, so what was answered then is an answer of this operation.
  const answer = (given: object) => given as Answer<BenefitContract[O]>;
  if (known.request.digest !== request.digest) return answer({ ok: false, refusal: 'REQUEST_REUSED', detail: {} });
  return answer({ ok: true, value: known.answer });
}

/** Once: who ends the same command a second time finds what it was answered. */
export async function noteDone(doing: Doing, answer: object): Promise<void> {
  await insertOnce('benefitLogs', benefitLog(doing, answer));
}
