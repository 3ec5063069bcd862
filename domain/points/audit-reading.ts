import type { ReaderRecord } from '../reading/reader';
import type { AuditedEntry } from './audit';

/** What a reader's document says of the awards that it has made. */
export type Awarded = Pick<ReaderRecord, '_id' | 'memberId' | 'awards' | 'awarded'>;

export const AWARDED_FIELDS = ['memberId', 'awards', 'awarded'];

/** The reader and the number in `<reader>.<number>`. */
export function awardOf(of: string): { readerId: string; number: number } {
  const dot = of.lastIndexOf('.');
  return { readerId: of.slice(0, dot), number: Number(of.slice(dot + 1)) };
}

/** One of the awards that this member's reading has made; whether it still stands is for what takes it back. */
export function readWhyNot(
  { memberId }: Pick<AuditedEntry, 'memberId'>,
  of: string,
  readers: ReadonlyMap<string, Awarded>,
): string | undefined {
  const { readerId, number } = awardOf(of);
  const reader = readers.get(readerId);
  if (reader?.memberId !== memberId) return 'is of nobody’s reading';
  return number >= 1 && number <= reader.awarded ? undefined : 'reading never earned that';
}

/** The deed is not due any more: the reader's document names it no longer. */
export function noLongerRead(of: string, readers: ReadonlyMap<string, Awarded>): boolean {
  const { readerId, number } = awardOf(of);
  const reader = readers.get(readerId);
  return reader !== undefined && number <= reader.awarded && !Object.values(reader.awards).includes(number);
}
