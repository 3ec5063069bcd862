import { useDidHide } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckedIn } from '../../../types/contract';
import type { ChallengeId } from '../../../types/vocabulary';
import { newRequestId } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { isUnsure } from '../../cloud/command';
import { checkInNow } from '../../cloud/waiting';
import type { CheckInRefused, Waiting } from '../../cloud/waiting-list';
import { type Draft, newCheckInOf } from './draft';
import { keepDraft, keepUsual } from './drafts';

/** So long after the last keystroke the draft is written down. */
const PAUSE_MS = 400;

export interface Drafting {
  draft: Draft;
  change: (change: Partial<Draft>) => void;
}

/** What is being written, kept as it is typed and when the page goes out of sight. */
export function useDraft(id: ChallengeId, initial: Draft): Drafting & { settle: () => void } {
  const [draft, setDraft] = useState(initial);
  const unsaved = useRef<Draft>();
  const save = useCallback(() => {
    if (unsaved.current) keepDraft(id, unsaved.current);
    unsaved.current = undefined;
  }, [id]);
  useEffect(() => save, [save]);
  useDidHide(save);
  useEffect(() => {
    // Read so that every change begins a new pause.
    if (draft === undefined) return undefined;
    const timer = setTimeout(save, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, save]);
  const change = (changed: Partial<Draft>): void =>
    setDraft((before) => {
      unsaved.current = { ...before, ...changed };
      return unsaved.current;
    });
  /** It became a check-in: nothing of it is left to keep. */
  const settle = (): void => {
    unsaved.current = undefined;
    keepDraft(id, undefined);
  };
  return { draft, change, settle };
}

/** `kept`: it waits on this device for a network. */
export type Made = { kind: 'done'; value: CheckedIn } | { kind: 'kept'; waiting: Waiting };

export interface Making {
  busy: boolean;
  refused: CheckInRefused | undefined;
  made: Made | undefined;
  make: (draft: Draft, settle: () => void) => Promise<void>;
}

/**
 * The check-in under way. Once it is written down as waiting its draft goes, so that it is never made twice; after a
 * sure refusal it comes back.
 */
export function useCheckIn(id: ChallengeId): Making {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<CheckInRefused>();
  const [made, setMade] = useState<Made>();

  async function make(draft: Draft, settle: () => void): Promise<void> {
    setBusy(true);
    setRefused(undefined);
    const input = { ...newCheckInOf(id, draft), madeAt: serverNow() };
    const waiting: Waiting = { id: await newRequestId(), input, ...(draft.book && { title: draft.book.title }) };
    const sent = checkInNow(waiting);
    settle();
    const outcome = await sent;
    setBusy(false);
    if (outcome.ok || isUnsure(outcome.refusal)) keepUsual(id, draft);
    else keepDraft(id, draft);
    if (outcome.ok) setMade({ kind: 'done', value: outcome.value });
    else if (isUnsure(outcome.refusal)) setMade({ kind: 'kept', waiting });
    else setRefused(outcome);
  }

  return { busy, refused, made, make };
}
