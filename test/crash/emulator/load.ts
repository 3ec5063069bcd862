/** Writes of one client of the emulator, and a book of what was acknowledged. Documents are named after the client. */
export interface Book {
  /** Ids whose insert was acknowledged. */
  inserted: string[];
  /** Acknowledged increments of the client's counter. */
  increased: number;
  /** The last number that a transaction wrote to both documents of the client's pair, acknowledged. */
  paired: number;
  /** Writes that were sent and never answered, per kind; at most the last one of a client. */
  unanswered: { insert: number; increase: number; pair: number };
}

export const emptyBook = (): Book => ({
  inserted: [],
  increased: 0,
  paired: 0,
  unanswered: { insert: 0, increase: 0, pair: 0 },
});

export const acknowledgedIn = ({ inserted, increased, paired }: Book): number => inserted.length + increased + paired;

type Kind = keyof Book['unanswered'];

/** Sends one wire call; throws where no answer came, and where the answer is an error. */
async function send(url: string, fields: Record<string, unknown>): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/admin`, { method: 'POST', body: JSON.stringify(fields) });
  const answer: Record<string, unknown> = Object(await response.json());
  if (answer.code !== undefined) throw new Error(`${answer.code}: ${answer.message}`);
  return answer;
}

const set = (id: string, n: number, transactionId: unknown) => ({
  action: 'database.modifyDocument',
  collectionName: 'notes',
  queryType: 'DOC',
  query: JSON.stringify({ _id: id }),
  data: JSON.stringify({ n }),
  merge: false,
  upsert: true,
  transactionId,
});

class Client {
  #made = 0;

  constructor(
    readonly url: string,
    readonly name: string,
    readonly book: Book,
  ) {}

  async insert(): Promise<void> {
    this.#made += 1;
    const _id = `${this.name}-${this.#made}`;
    const data = [JSON.stringify({ _id, text: 'x'.repeat(200) })];
    await send(this.url, { action: 'database.insertDocument', collectionName: 'notes', data });
    this.book.inserted.push(_id);
  }

  async increase(): Promise<void> {
    const { data } = await send(this.url, {
      action: 'database.modifyDocument',
      collectionName: 'notes',
      queryType: 'WHERE',
      query: JSON.stringify({ _id: `${this.name}-counter`, n: { $gte: this.book.increased } }),
      data: '{"$inc":{"n":1}}',
      merge: true,
      multi: true,
    });
    if (Object(data).updated !== 1) throw new Error('the counter is lower than was acknowledged');
    this.book.increased += 1;
  }

  async pair(): Promise<void> {
    const next = this.book.paired + 1;
    const { transactionId } = await send(this.url, { action: 'database.startTransaction' });
    await send(this.url, set(`${this.name}-left`, next, transactionId));
    await send(this.url, set(`${this.name}-right`, next, transactionId));
    await send(this.url, { action: 'database.commitTransaction', transactionId });
    this.book.paired = next;
  }
}

/** Writes into `book`, one after the other, until the emulator is gone; what `alive` still says true for must not fail. */
export async function writeUntilGone(
  url: string,
  name: string,
  random: () => number,
  alive: () => boolean,
  book: Book,
): Promise<Book> {
  const client = new Client(url, name, book);
  const kinds: Kind[] = ['insert', 'increase', 'pair'];
  while (true) {
    const kind = kinds[Math.floor(random() * kinds.length)] ?? 'insert';
    try {
      await client[kind]();
    } catch (error) {
      if (alive()) throw error;
      // The kill came before the answer: whether it was done is open, and nobody was told that it was.
      book.unanswered[kind] += 1;
      return book;
    }
  }
}
