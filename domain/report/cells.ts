import type { Brand, Employment, EnterpriseId, Format, Month } from '../../types/vocabulary';

/** What a record counts under, as it was then. An absence has no employment, what a shop gave has no format either. */
export interface Facets {
  month: Month;
  brand: Brand;
  enterpriseId: EnterpriseId;
  format?: Format;
  employment?: Employment;
}

/** What is counted in one cell; what is 0 may be missing. */
export interface Cell {
  /** 人次: the seats of everybody who was there. */
  times: number;
  /** 人数: different members. */
  persons: number;
  /** 场次: different sessions in which somebody was. */
  sessions: number;
  /** Of those whose attendance was taken: who came, and who did not. */
  came: number;
  missed: number;
  /** What was given by a shop or station, or as a code. */
  benefits: number;
}

export const MEASURES = ['times', 'persons', 'sessions', 'came', 'missed', 'benefits'] as const;
export type Measure = (typeof MEASURES)[number];

/** Names of cells are names of fields. */
export const TOTAL = 'total';
export const brandCell = (brand: Brand): string => `brand-${brand}`;
export const formatCell = (format: Format): string => `format-${format}`;
export const monthCell = (month: Month): string => `month-${month.slice(5)}`;
export const employmentCell = (employment: Employment): string => `employment-${employment}`;
export const brandMonthCell = (brand: Brand, month: Month): string => `${brand}-${month.slice(5)}`;

export const yearOf = (month: Month): string => month.slice(0, 4);

/** The document of the whole union's year, and that of one enterprise's. */
export const wholeYear = (year: string): string => `${year}.all`;
export const enterpriseYear = (year: string, enterpriseId: EnterpriseId): string => `${year}.e.${enterpriseId}`;

/** One cell of one document, `2026.all cells.total`. */
export type Place = string;

export function place(tally: string, path: string): Place {
  return `${tally} ${path}`;
}

/** The document, and the path in it. */
export function partsOf(at: Place): [tally: string, path: string] {
  const blank = at.indexOf(' ');
  return [at.slice(0, blank), at.slice(blank + 1)];
}

function cellsOf({ month, brand, format, employment }: Facets): string[] {
  return [
    TOTAL,
    brandCell(brand),
    monthCell(month),
    brandMonthCell(brand, month),
    ...(format === undefined ? [] : [formatCell(format)]),
    ...(employment === undefined ? [] : [employmentCell(employment)]),
  ];
}

/** Cells of the whole union that it counts in. */
export function wholePlaces(facets: Facets): Place[] {
  const whole = wholeYear(yearOf(facets.month));
  return cellsOf(facets).map((cell) => place(whole, `cells.${cell}`));
}

/**
 * Cells of its enterprise alone: those of its own tally, and the one among all enterprises. That one stands in the whole's
 * document, so that what is read of the whole is of one moment.
 */
export function ownPlaces(facets: Facets): Place[] {
  const { month, enterpriseId } = facets;
  const [whole, own] = [wholeYear(yearOf(month)), enterpriseYear(yearOf(month), enterpriseId)];
  return [place(whole, `enterprises.${enterpriseId}`), ...cellsOf(facets).map((cell) => place(own, `cells.${cell}`))];
}

/** Every cell that it counts in. */
export function placesOf(facets: Facets): Place[] {
  return [...wholePlaces(facets), ...ownPlaces(facets)];
}

/** As one text that can be the name of a field; no part of it has an underscore. */
export function facetsKey({ month, brand, enterpriseId, format, employment }: Facets): string {
  return [enterpriseId, brand, format ?? '', month, employment ?? ''].join('_');
}

export function facetsFrom(key: string): Facets {
  const [enterpriseId = '', brand = '', format = '', month = '', employment = ''] = key.split('_');
  return {
    month,
    // What `facetsKey` wrote.
    brand: brand as Brand,
    enterpriseId,
    ...(format !== '' && { format: format as Format }),
    ...(employment !== '' && { employment: employment as Employment }),
  };
}
