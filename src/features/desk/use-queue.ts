import { useState } from 'react';
import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { Queued } from '../../../types/contract/reading-feed';
import { outdate, useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { usePages } from '../../cloud/use-pages';

type QueuePage = ValueOf<OpOf<'reading.queue'>>;

/** What it is of. */
export const idOf = ({ noteId, commentId, teamId }: Queued): string => commentId ?? noteId ?? teamId ?? '';

/** One wording of one note, comment or name: changed since, it is another. */
export const keyOf = (one: Queued): string => `${idOf(one)} ${one.wording}`;

/** What waits for a human, the oldest first, without what was done with in this visit. */
export function useQueue() {
  const version = useAnswers(({ versions }) => versions['reading.queue'] ?? 0);
  const list = usePages<Queued, QueuePage, RefusedBy<'reading.queue'>>('queue', version, (cursor) =>
    call('reading.queue', cursor === undefined ? {} : { cursor }),
  );
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const left = list.items?.filter((one) => !done.has(keyOf(one)) && !skipped.has(keyOf(one)));
  /** The next one comes; where it was the last one in sight, more are asked for. */
  const goOn = (): void => {
    if (left !== undefined && left.length <= 1) list.loadMore();
  };
  return {
    ...list,
    left,
    /** Put off in this visit. */
    skipped: skipped.size,
    pass: (one: Queued): void => {
      setDone((before) => new Set(before).add(keyOf(one)));
      goOn();
    },
    skip: (one: Queued): void => {
      setSkipped((before) => new Set(before).add(keyOf(one)));
      goOn();
    },
    /** Whatever was put off is in sight again, and what is new. */
    lookAgain: (): void => {
      setSkipped(new Set());
      outdate('reading.queue');
    },
  };
}
