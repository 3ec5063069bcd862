import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OpName, OpOf } from '../../types/contract';
import type { InputOf, ValueOf } from '../../types/contract/op';
import { keepAnswer, keptAnswer, keyOf, useAnswers } from './answers';
import { call, type RefusedBy } from './call';

/** What a screen shows of one question to the server. `value` may be an older one while `refused` says why no newer came. */
export interface Shown<N extends OpName> {
  value: ValueOf<OpOf<N>> | undefined;
  refused: RefusedBy<N> | undefined;
  asking: boolean;
  again: () => void;
}

/** After this long away a screen asks again when it comes back. */
const FRESH_MS = 5_000;

/** Shows the last answer at once and asks for a new one: on entering, on coming back, and when the answer was outdated. */
export function useAnswer<N extends OpName>(name: N, input: InputOf<OpOf<N>> | undefined): Shown<N> {
  const key = input === undefined ? undefined : keyOf(name, input);
  const value = useAnswers((state) => (key === undefined ? undefined : keptAnswer(name, key, state.kept)));
  const version = useAnswers((state) => state.versions[name] ?? 0);
  const [failure, setFailure] = useState<{ key: string; refused: RefusedBy<N> }>();
  const [asking, setAsking] = useState(false);
  const asked = useRef<{ key: string; version: number; at: number }>();
  const current = useRef(input);
  current.current = input;

  const ask = useCallback(
    async (wantedKey: string, wantedVersion: number) => {
      const wanted = current.current;
      if (wanted === undefined) return;
      const turn = { key: wantedKey, version: wantedVersion, at: Date.now() };
      asked.current = turn;
      setAsking(true);
      const outcome = await call(name, wanted);
      if (outcome.ok) keepAnswer(name, wanted, outcome.value);
      if (asked.current !== turn) return;
      setFailure(outcome.ok ? undefined : { key: wantedKey, refused: outcome });
      setAsking(false);
    },
    [name],
  );

  useEffect(() => {
    if (key !== undefined) void ask(key, version);
  }, [ask, key, version]);
  useDidShow(() => {
    if (key !== undefined && asked.current && Date.now() - asked.current.at > FRESH_MS) void ask(key, version);
  });

  const refused = failure !== undefined && failure.key === key ? failure.refused : undefined;
  const again = (): void => {
    if (key !== undefined) void ask(key, version);
  };
  return { value, refused, asking, again };
}
