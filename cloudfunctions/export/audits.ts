import * as v from 'valibot';
import { type AuditEntryRecord, subjectFrom, subjectKey } from '../../domain/audit/audit';
import { DAY_MS, startOfDay, timeKey } from '../../domain/time/shanghai';
import { AUDIT_KINDS, type AuditEntryView, type AuditSubject, SUBJECT_KINDS } from '../../types/contract';
import type { MemberId } from '../../types/vocabulary';
import { audited } from '../kit/audit';
import { _ } from '../kit/cloud';
import { byManyIds, find } from '../kit/documents';
import { cursor, day, id } from '../kit/fields';
import { read } from '../kit/operation';
import { LEFT } from '../kit/people';
import { staff } from '../kit/policy';

const PAGE = 20;

interface Titles {
  people: Map<string, { name: string }>;
  enterprises: Map<string, { name: string }>;
  activities: Map<string, { title: string }>;
  benefits: Map<string, { plan: { title: string } }>;
  shops: Map<string, { name: string }>;
}

/** Of a page of people nobody needs each by name; one that was looked at alone is named. */
function namedSubjects({ subjects }: AuditEntryRecord): AuditSubject[] {
  const all = subjects.map(subjectFrom);
  const people = all.filter(({ kind }) => kind === 'member');
  return people.length === 1 ? all : all.filter(({ kind }) => kind !== 'member');
}

const idsOf = (subjects: readonly AuditSubject[], of: AuditSubject['kind']): string[] =>
  subjects.flatMap(({ kind, id: each }) => (kind === of ? [each] : []));

async function titlesFor(page: readonly AuditEntryRecord[]): Promise<Titles> {
  const subjects = page.flatMap(namedSubjects);
  const by = page.flatMap((entry) => (entry.by === '' ? [] : [entry.by]));
  const [people, enterprises, activities, benefits, shops] = await Promise.all([
    byManyIds<{ _id: string; name: string }>('members', [...by, ...idsOf(subjects, 'member')], { name: true }),
    byManyIds<{ _id: string; name: string }>('enterprises', idsOf(subjects, 'enterprise'), { name: true }),
    byManyIds<{ _id: string; title: string }>('activities', idsOf(subjects, 'activity'), { title: true }),
    byManyIds<{ _id: string; plan: { title: string } }>('benefits', idsOf(subjects, 'benefit'), { 'plan.title': true }),
    byManyIds<{ _id: string; name: string }>('shops', idsOf(subjects, 'shop'), { name: true }),
  ]);
  return { people, enterprises, activities, benefits, shops };
}

function nameOf({ kind, id: of }: AuditSubject, titles: Titles): string {
  switch (kind) {
    case 'member':
      return titles.people.get(of)?.name ?? LEFT;
    case 'enterprise':
      return titles.enterprises.get(of)?.name ?? '';
    case 'activity':
      return titles.activities.get(of)?.title ?? '';
    case 'benefit':
      return titles.benefits.get(of)?.plan.title ?? '';
    case 'shop':
      return titles.shops.get(of)?.name ?? '';
    case 'year':
    case 'export':
      return of;
    default:
      return kind satisfies never;
  }
}

function present(entry: AuditEntryRecord, titles: Titles): AuditEntryView {
  const { _id, at, kind, by, role, what, persons, phones, reason, given } = entry;
  return {
    ...{ id: _id, at, kind, by, byName: by === '' ? '' : (titles.people.get(by)?.name ?? LEFT), role, what, phones },
    subjects: namedSubjects(entry).map((subject) => ({ ...subject, name: nameOf(subject, titles) })),
    ...(persons !== undefined && { persons }),
    ...(reason !== undefined && { reason }),
    ...(given !== undefined && { given }),
  };
}

/** Whom the page names beside the staff itself. */
const peopleNamed = (page: readonly AuditEntryRecord[]): MemberId[] => idsOf(page.flatMap(namedSubjects), 'member');

/** Whoever watches is watched too: that an admin saw in it whose account somebody had looked at is an entry as well. */
export const audits = read<'export.audits'>({
  policy: staff('admin'),
  schema: v.strictObject({
    by: v.exactOptional(id),
    kind: v.exactOptional(v.picklist(AUDIT_KINDS)),
    subject: v.exactOptional(v.strictObject({ kind: v.picklist(SUBJECT_KINDS), id })),
    from: v.exactOptional(day),
    upTo: v.exactOptional(day),
    cursor: v.exactOptional(cursor),
  }),
  async run({ by, kind, subject, from, upTo, cursor: before = '~' }, call) {
    const end = upTo === undefined ? '~' : timeKey(startOfDay(upTo) + DAY_MS);
    const start = timeKey(from === undefined ? 0 : startOfDay(from));
    const found = await find<AuditEntryRecord>(
      'auditEntries',
      {
        ...(by !== undefined && { by }),
        ...(kind !== undefined && { kind }),
        ...(subject && { subjects: subjectKey(subject) }),
        key: _.gte(start).and(_.lt(before < end ? before : end)),
      },
      { orderBy: ['key', 'desc'], limit: PAGE + 1 },
    );
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    await audited(call, { what: 'export.audits', members: peopleNamed(page), phones: 'none' });
    const titles = await titlesFor(page);
    const items = page.map((entry) => present(entry, titles));
    return { ok: true, value: { items, now: call.now, ...(found.length > PAGE && last && { next: last.key }) } };
  },
});
