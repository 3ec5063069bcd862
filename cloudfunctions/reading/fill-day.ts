import * as v from 'valibot';
import { fillByCard } from '../../domain/reading/make-up-card';
import { recall } from '../../domain/request/remembered';
import { dayOf } from '../../domain/time/shanghai';
import type { ReadingContract, RefusalsOf, Refused } from '../../types/contract';
import { day, id } from '../kit/fields';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { loadChallenge } from './known-challenge';
import { presentStanding } from './present';
import { changeReader, contextOf, loadReader, memberOf } from './readers';

type Refusal = Refused<RefusalsOf<ReadingContract['fillDay']>>;

/** Boards count days that were read, so they have nothing to hear of it; bonuses may follow. */
export const fillDay = write<'reading.fillDay'>({
  policy: anyone,
  schema: v.strictObject({ challengeId: id, day }),
  async run({ challengeId, day: wanted }, { caller, now, request }) {
    const [challenge, reader] = await Promise.all([
      loadChallenge(challengeId),
      loadReader(challengeId, memberOf(caller)?.memberId),
    ]);
    if (!challenge) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'challenge' } };
    if (!reader) return { ok: false, refusal: 'NOT_JOINED', detail: {} };
    if (recall(reader.requests, request) === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    const context = await contextOf(challenge, now);
    const changed = await changeReader<Refusal>(
      reader,
      context,
      (each) => {
        const use = fillByCard(each, context.terms, wanted, dayOf(now));
        if (use.kind === 'change') return { ...use, days: [] };
        const { refusal, detail } = use;
        return { kind: 'refuse', refused: { ok: false, refusal, detail } as Refusal };
      },
      request,
    );
    if (changed.kind === 'gone') return { ok: false, refusal: 'NOT_JOINED', detail: {} };
    if (changed.kind === 'refused') return changed.refused;
    return { ok: true, value: presentStanding(changed.reader, context.terms, now) };
  },
});
