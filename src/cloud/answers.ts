import Taro from '@tarojs/taro';
import { create } from 'zustand';
import type { OpName, OpOf } from '../../types/contract';
import type { InputOf, ValueOf } from '../../types/contract/op';

interface Kept {
  value: unknown;
  /** This device's clock when it came. */
  at: number;
}

interface Answers {
  kept: Record<string, Kept>;
  /** Goes up when something changed that answers of that operation show; whoever shows one asks again. */
  versions: Partial<Record<OpName, number>>;
}

/** What was answered last, for showing at once while it is asked for again. */
export const useAnswers = create<Answers>(() => ({ kept: {}, versions: {} }));

/** Answers that must be at hand without a network, such as a ticket at the gate: kept over a restart. */
const LASTING: readonly OpName[] = [
  'member.me',
  'activity.mine',
  'activity.registration',
  'benefit.mine',
  'benefit.show',
  'points.balance',
  'reading.today',
  'reading.challenge',
];
const STORAGE = 'answers';
const MOST = 40;

export const keyOf = <N extends OpName>(name: N, input: InputOf<OpOf<N>>): string => `${name} ${JSON.stringify(input)}`;
const isLasting = (key: string): boolean => LASTING.some((name) => key.startsWith(`${name} `));

function isKept(value: unknown): value is Record<string, Kept> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((each) => typeof each === 'object' && each !== null && 'value' in each && 'at' in each)
  );
}

function save(kept: Record<string, Kept>): void {
  const lasting = Object.entries(kept).filter(([key]) => isLasting(key));
  lasting.sort(([, a], [, b]) => b.at - a.at);
  Taro.setStorageSync(STORAGE, Object.fromEntries(lasting.slice(0, MOST)));
}

/** Brings back what was kept over a restart. */
export function wakeAnswers(): void {
  const kept: unknown = Taro.getStorageSync(STORAGE);
  if (isKept(kept)) useAnswers.setState({ kept });
}

/** Only `keepAnswer` writes under a key, and the key names the operation: so what is read has its type. */
function isValue<N extends OpName>(_name: N, value: unknown): value is ValueOf<OpOf<N>> {
  return value !== undefined;
}

export function keptAnswer<N extends OpName>(
  name: N,
  key: string,
  kept = useAnswers.getState().kept,
): ValueOf<OpOf<N>> | undefined {
  const value = kept[key]?.value;
  return isValue(name, value) ? value : undefined;
}

export function keepAnswer<N extends OpName>(name: N, input: InputOf<OpOf<N>>, value: ValueOf<OpOf<N>>): void {
  const key = keyOf(name, input);
  const kept = { ...useAnswers.getState().kept, [key]: { value, at: Date.now() } };
  useAnswers.setState({ kept });
  if (isLasting(key)) save(kept);
}

/** Something changed that these operations show: what is on a screen is asked for again, what is not when it comes back. */
export function outdate(...names: OpName[]): void {
  const versions = { ...useAnswers.getState().versions };
  for (const name of names) versions[name] = (versions[name] ?? 0) + 1;
  useAnswers.setState({ versions });
}

/** Forgets everything that was answered to this person. */
export function forgetAnswers(): void {
  Taro.removeStorageSync(STORAGE);
  useAnswers.setState({ kept: {}, versions: {} });
}
