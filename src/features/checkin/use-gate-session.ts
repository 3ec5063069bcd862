import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActivityDetail } from '../../../types/contract/activity';
import type { Duty } from '../../../types/contract/checkin';
import { keepAnswer, keptAnswer, keyOf, useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import type { GateOf } from './recent';

/** Every scan leaves the page for the camera and comes back: that is no reason to ask again. */
const FRESH_MS = 5 * 60_000;

export interface GateSession {
  activity: ActivityDetail | undefined;
  /** Absent where the activity has no such session any more. */
  session: Duty['session'] | undefined;
  refused: RefusedBy<'activity.get'> | undefined;
  asking: boolean;
  again: () => void;
}

/** What a gate's session is called and when it is. */
export function useGateSession({ activityId, sessionId }: GateOf): GateSession {
  const key = keyOf('activity.get', { activityId });
  const activity = useAnswers((state) => keptAnswer('activity.get', key, state.kept));
  const [refused, setRefused] = useState<RefusedBy<'activity.get'>>();
  const [asking, setAsking] = useState(true);
  const askedAt = useRef(0);

  const ask = useCallback(async () => {
    askedAt.current = Date.now();
    setAsking(true);
    const outcome = await call('activity.get', { activityId });
    if (outcome.ok) keepAnswer('activity.get', { activityId }, outcome.value);
    setRefused(outcome.ok ? undefined : outcome);
    setAsking(false);
  }, [activityId]);

  useEffect(() => void ask(), [ask]);
  useDidShow(() => {
    if (askedAt.current > 0 && Date.now() - askedAt.current > FRESH_MS) void ask();
  });
  const session = activity?.sessionList.find(({ id }) => id === sessionId);
  return { activity, session, refused, asking, again: () => void ask() };
}
