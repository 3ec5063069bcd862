import type { ParticipationRecord } from '../../domain/participation/participation';
import type { RunningCloud } from './cloud';
import { documents } from './town';

interface At {
  import: string;
  pages: number;
  size: number;
}
interface Book {
  _id: string;
  rev: number;
  of?: Record<string, At>;
  applying?: string;
  requests: { id: string; import: string }[];
}
interface Page {
  _id: string;
  import: string;
  keys: string[];
}
interface Run {
  _id: string;
  state: string;
  dueAt?: number;
}

/** Rosters in force have all their pages and exactly as many phones as they say; each phone once. */
function rostersAgree(books: readonly Book[], pages: readonly Page[]): string[] {
  const known = new Map(pages.map((page) => [page._id, page]));
  return books.flatMap(({ of = {} }) =>
    Object.entries(of).flatMap(([enterprise, at]) => {
      const ids = Array.from({ length: at.pages }, (_none, page) => `${at.import}.${enterprise}.${page}`);
      const lost = ids.filter((id) => !known.has(id)).map((id) => `roster page ${id} is in force and not there`);
      const keys = ids.flatMap((id) => known.get(id)?.keys ?? []);
      const count = new Set(keys).size;
      const odd = count !== at.size || keys.length !== count;
      return odd ? [...lost, `roster of ${enterprise} has ${keys.length} phones and says ${at.size}`] : lost;
    }),
  );
}

/** One after the other the records of a person that sheets made let in and undo, without a gap. */
function chainsAgree(records: readonly ParticipationRecord[]): string[] {
  const bySheet = records.filter(({ registrationId }) => registrationId.startsWith('sheet-'));
  const known = new Map(bySheet.map((record) => [record._id, record]));
  return bySheet.flatMap(({ _id, kind, registrationId, undoes, memberId, activityId, sessionId }) => {
    const n = Number(_id.slice(_id.lastIndexOf('.') + 1));
    const faults: string[] = [];
    if (registrationId !== `sheet-${activityId}-${sessionId}-${memberId}`) faults.push(`${_id} is somebody else’s`);
    if (n > 1 && !known.has(`${registrationId}.${n - 1}`)) faults.push(`${_id} has none before it`);
    if (kind !== (n % 2 === 1 ? 'took-part' : 'undone')) faults.push(`${_id} is ${kind}`);
    if (kind === 'undone' && undoes !== `${registrationId}.${n - 1}`) faults.push(`${_id} undoes ${undoes}`);
    return faults;
  });
}

function requestsOnce(books: readonly Book[]): string[] {
  return books
    .filter(({ requests }) => new Set(requests.map(({ id }) => id)).size !== requests.length || requests.length > 20)
    .map(({ _id }) => `${_id} knows a request twice, or too many`);
}

/** What sheets have changed. `swept`: nothing is left half-way, and no page that nobody needs. */
export async function importsAgree(cloud: RunningCloud, swept: boolean): Promise<string[]> {
  const rosterBooks = await documents<Book>(cloud, 'rosterBook');
  const pages = await documents<Page>(cloud, 'rosters');
  const books = await documents<Book>(cloud, 'attendanceBooks');
  const faults = [
    ...rostersAgree(rosterBooks, pages),
    ...chainsAgree(await documents<ParticipationRecord>(cloud, 'participations')),
    ...requestsOnce([...rosterBooks, ...books]),
  ];
  if (!swept) return faults;
  const inForce = new Set(rosterBooks.flatMap(({ of = {} }) => Object.values(of).map((at) => at.import)));
  const begun = (await documents<Run>(cloud, 'imports')).filter(({ state }) => state !== 'done');
  const kept = await documents<Page>(cloud, 'importPages');
  return [
    ...faults,
    ...pages.filter((page) => !inForce.has(page.import)).map(({ _id }) => `page ${_id} is of no roster in force`),
    ...begun.map(({ _id }) => `import ${_id} is neither done nor forgotten`),
    ...kept.map(({ _id }) => `${_id} is not written out`),
    ...books.filter(({ applying }) => applying !== undefined).map(({ _id }) => `sheets of ${_id} are under way`),
  ];
}
