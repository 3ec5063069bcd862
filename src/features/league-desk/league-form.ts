import { instantAt, wallTime } from '../../../domain/time/shanghai';
import type { FirstStage, LeagueFormat, LeaguePlan } from '../../../types/contract/league';
import type { Brand } from '../../../types/vocabulary';
import { type CourtsForm, courtsForm, courtsFrom } from './court-form';

export interface RegionForm {
  id: string;
  name: string;
}

/** A league as it is typed: everything a text, so that it can be half done, kept and compared. */
export interface LeagueForm extends CourtsForm {
  title: string;
  tagline: string;
  brand: Brand | '';
  /** A paragraph a line. */
  description: string;
  /** Empty until one is chosen. */
  discipline: string;
  /** As a date field has it; see ui/date-time. */
  opensAt: string;
  lockAt: string;
  most: string;
  regional: boolean;
  regions: RegionForm[];
  kind: FirstStage['kind'];
  groups: string;
  /** Everybody meets everybody twice. */
  double: boolean;
  firstBestOf: string;
  firstMinutes: string;
  firstThree: boolean;
  /** The best go on to a knockout. */
  final: boolean;
  take: string;
  finalBestOf: string;
  finalMinutes: string;
  finalThree: boolean;
  venueName: string;
  venueAddress: string;
  /** Latitude and longitude as maps give them, in either order. */
  venuePoint: string;
  rest: string;
  answer: string;
}

/** What a new league begins with: groups, and a knockout of the best two. */
export const EMPTY_LEAGUE: LeagueForm = {
  ...{ title: '', tagline: '', brand: '', description: '', discipline: '' },
  ...{ opensAt: '', lockAt: '', most: '16', regional: false, regions: [] },
  ...{ kind: 'groups', groups: '4', double: false, firstBestOf: '3', firstMinutes: '30', firstThree: true },
  ...{ final: true, take: '2', finalBestOf: '3', finalMinutes: '30', finalThree: true },
  ...{ venueName: '', venueAddress: '', venuePoint: '' },
  ...{ courts: [], openings: [{ id: 'o1', day: '', from: '', until: '' }], rest: '10', answer: '30' },
};

/** The whole number that was typed, or `undefined`. */
export function numberOf(typed: string): number | undefined {
  const text = typed.trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.replace(/\p{Cc}+/gu, ' ').trim())
    .filter((line) => line !== '');

/** China's latitudes end where its longitudes have not begun, so either order is understood. */
export function pointOf(typed: string): { latitude: number; longitude: number } | undefined {
  const [first = Number.NaN, second = Number.NaN, ...more] = typed
    .trim()
    .split(/[\s,，;；]+/)
    .map((part) => (/^\d{1,3}(\.\d{1,12})?$/.test(part) ? Number(part) : Number.NaN));
  const [latitude, longitude] = first < second ? [first, second] : [second, first];
  const known = more.length === 0 && latitude >= 3 && latitude <= 54 && longitude >= 73 && longitude <= 136;
  return known ? { latitude, longitude } : undefined;
}

/** Whether something comes after the first stage: regions need it, and of a single knockout nobody could go on. */
export const hasFinal = ({ final, kind, regional }: Pick<LeagueForm, 'final' | 'kind' | 'regional'>): boolean =>
  regional || (final && kind === 'groups');

/** A league as its form shows it. */
export function formFrom(plan: LeaguePlan): LeagueForm {
  const { title, tagline, brand, discipline, venue, format } = plan;
  const { first, final, regions } = format;
  const usual = EMPTY_LEAGUE;
  return {
    ...{ title, tagline, brand, discipline, ...courtsForm(plan.courts) },
    description: plan.description.join('\n'),
    opensAt: wallTime(plan.opensAt),
    lockAt: wallTime(plan.lockAt),
    most: String(plan.most),
    regional: regions !== undefined,
    regions: regions ?? [],
    kind: first.kind,
    groups: first.kind === 'groups' ? String(first.groups) : usual.groups,
    double: first.kind === 'groups' && first.rounds === 2,
    firstBestOf: String(first.bestOf),
    firstMinutes: String(first.minutes),
    firstThree: first.kind === 'knockout' ? first.placeThree : usual.firstThree,
    final: final !== undefined,
    take: String(final?.take ?? usual.take),
    finalBestOf: String(final?.bestOf ?? first.bestOf),
    finalMinutes: String(final?.minutes ?? first.minutes),
    finalThree: final?.placeThree ?? usual.finalThree,
    venueName: venue.name,
    venueAddress: venue.address,
    venuePoint: `${venue.latitude}, ${venue.longitude}`,
    rest: String(plan.rest),
    answer: String(plan.answer),
  };
}

function firstFrom(form: LeagueForm): FirstStage {
  const played = { bestOf: numberOf(form.firstBestOf) ?? 0, minutes: numberOf(form.firstMinutes) ?? 0 };
  return form.kind === 'groups'
    ? { ...played, kind: 'groups', groups: numberOf(form.groups) ?? 0, rounds: form.double ? 2 : 1 }
    : { ...played, kind: 'knockout', placeThree: form.firstThree };
}

function formatFrom(form: LeagueForm): LeagueFormat {
  return {
    ...(form.regional ? { regions: form.regions.map(({ id, name }) => ({ id, name: name.trim() })) } : {}),
    first: firstFrom(form),
    ...(hasFinal(form)
      ? {
          final: {
            take: numberOf(form.take) ?? 0,
            bestOf: numberOf(form.finalBestOf) ?? 0,
            minutes: numberOf(form.finalMinutes) ?? 0,
            placeThree: form.finalThree,
          },
        }
      : {}),
  };
}

/** The plan that a form without faults means. */
export function planFrom(form: LeagueForm): LeaguePlan {
  return {
    title: form.title.trim(),
    tagline: form.tagline.trim(),
    brand: form.brand === '' ? 'vital' : form.brand,
    description: linesOf(form.description),
    discipline: form.discipline,
    venue: {
      name: form.venueName.trim(),
      address: form.venueAddress.trim(),
      ...(pointOf(form.venuePoint) ?? { latitude: 0, longitude: 0 }),
    },
    opensAt: instantAt(form.opensAt) ?? 0,
    lockAt: instantAt(form.lockAt) ?? 0,
    most: numberOf(form.most) ?? 0,
    format: formatFrom(form),
    courts: courtsFrom(form),
    rest: numberOf(form.rest) ?? 0,
    answer: numberOf(form.answer) ?? 0,
  };
}

/** The first of `r1`, `r2` … that is not there. */
export function newRegion(regions: readonly RegionForm[]): RegionForm {
  for (let number = 1; ; number += 1) {
    if (!regions.some(({ id }) => id === `r${number}`)) return { id: `r${number}`, name: '' };
  }
}
