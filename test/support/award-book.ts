import type { AwardPosting, ReaderRecord } from '../../domain/reading/reader';

/** What the ledger was told, as a book would have it: each cause once, and open what is earned and not taken back. */
export class AwardBook {
  readonly #open = new Map<string, string>();
  readonly #posted = new Set<string>();

  take({ pending }: Pick<ReaderRecord, 'pending'>): void {
    for (const posting of pending) this.#post(posting);
  }

  #post(posting: AwardPosting): void {
    const cause = `${posting.do} ${posting.id}`;
    if (this.#posted.has(cause)) throw new Error(`${cause} was posted before`);
    this.#posted.add(cause);
    if (posting.do === 'earn') {
      this.#open.set(posting.id, posting.days === undefined ? posting.day : `${posting.day} for ${posting.days}`);
    } else if (!this.#open.delete(posting.id)) throw new Error(`${posting.id} is not there to be taken back`);
  }

  get says(): string[] {
    return [...this.#open.values()].sort();
  }
}
