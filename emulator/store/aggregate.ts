import { Aggregator } from 'mingo/aggregator';
import type { Catalog } from './catalog';
import { type Fields, isFields, Kind, kindOf } from './compare';
import { engineOptions } from './filter';
import { type Foreign, withForeign } from './lookup';
import { bestRead, conjuncts } from './plan';
import { type OnPlan, type Selection, select } from './query';
import { isOrder } from './sort';
import type { Plan, StoredDocument } from './store';
import type { Table } from './table';
import { thawed } from './text';

/** Rows of an aggregate that names no `$limit`, as the platform gives them. */
const DEFAULT_ROWS = 20;

/** Stages of the engine that leave the documents they are given as they were. */
const HARMLESS = new Set([
  '$match',
  '$sort',
  '$limit',
  '$skip',
  '$count',
  '$group',
  '$sortByCount',
  '$sample',
  '$lookup',
]);

const mentions = (value: unknown, test: (text: string) => boolean): boolean => {
  if (typeof value === 'string') return test(value);
  if (Array.isArray(value)) return value.some((item) => mentions(item, test));
  return isFields(value) && Object.entries(value).some(([key, inner]) => test(key) || mentions(inner, test));
};

/** `{$eq: ['$field', <value or $$variable>]}` as a condition on the field, where its meaning is the same. */
function equality(expression: unknown, variables: Fields): [string, unknown][] {
  if (!isFields(expression)) return [];
  if (Array.isArray(expression.$and)) return expression.$and.flatMap((part: unknown) => equality(part, variables));
  const sides = expression.$eq;
  if (!Array.isArray(sides) || sides.length !== 2) return [];
  const isPath = (side: unknown): side is string => typeof side === 'string' && /^\$[^$]/.test(side);
  const path = sides.find(isPath);
  const other: unknown = sides.find((side) => side !== path);
  if (path === undefined) return [];
  const value: unknown =
    typeof other === 'string' && other.startsWith('$$') ? variables[other.slice(2)] : isPath(other) ? undefined : other;
  const comparable = [Kind.Number, Kind.String, Kind.ObjectId, Kind.Boolean, Kind.Date].some(
    (kind) => kind === kindOf(value),
  );
  return comparable ? [[path.slice(1), { $eq: value }]] : [];
}

interface Beginning {
  filter: Fields;
  selection: Selection;
  /** Stages that the selection has not answered yet. */
  rest: Fields[];
}

/** What of a pipeline's beginning the planner can answer: filters, then an order, then where to begin and stop. */
function beginning(stages: Fields[], variables: Fields): Beginning {
  const filters: Fields[] = [];
  const selection: Selection = {};
  let at = 0;
  let whole = true;
  for (; isFields(stages[at]?.$match); at++) {
    const filter = stages[at]?.$match;
    if (!isFields(filter)) break;
    if (mentions(filter, (text) => text === '$expr')) {
      whole = false;
      for (const [field, condition] of conjuncts(filter)) {
        if (field === '$expr')
          filters.push(...equality(condition, variables).map(([name, value]) => ({ [name]: value })));
        else if (!mentions({ [field]: condition }, (text) => text === '$expr')) filters.push({ [field]: condition });
      }
    } else filters.push(filter);
  }
  const filter: Fields = filters.length === 1 ? (filters[0] ?? {}) : filters.length === 0 ? {} : { $and: filters };
  if (!whole) return { filter, selection, rest: stages };
  const order = stages[at]?.$sort;
  if (isOrder(order)) {
    selection.order = order;
    at++;
  }
  const skip = stages[at]?.$skip;
  if (typeof skip === 'number' && skip >= 0) {
    selection.offset = skip;
    at++;
  }
  const limit = stages[at]?.$limit;
  if (typeof limit === 'number' && limit > 0) {
    selection.limit = limit;
    at++;
  }
  return { filter, selection, rest: stages.slice(at) };
}

/** One aggregate: its own documents by the planner, other collections through `$lookup`, their reads summed up. */
class Aggregation implements Foreign {
  private readonly plans = new Map<string, Plan>();

  constructor(private readonly catalog: Catalog) {}

  report(onPlan: OnPlan): void {
    for (const plan of this.plans.values()) onPlan?.(plan);
  }

  private readonly note = (plan: Plan): void => {
    const name = `${plan.collection}\n${plan.index}`;
    const known = this.plans.get(name);
    if (known) known.read += plan.read;
    else this.plans.set(name, { ...plan });
  };

  indexed(collection: string, field: string): boolean {
    const { ids, indexes } = this.catalog.get(collection);
    return bestRead([ids, ...indexes], [[field, 0]], undefined)?.narrows === true;
  }

  find(collection: string, filter: Fields): StoredDocument[] {
    return select(this.catalog.get(collection), filter, {}, this.note).map(({ document }) => document);
  }

  run(collection: string, stages: Fields[], variables: Fields, among?: StoredDocument[]): StoredDocument[] {
    if (among) return this.pass(among, stages, variables);
    const { filter, selection, rest } = beginning(stages, variables);
    const found = select(this.catalog.get(collection), filter, selection, this.note);
    return this.pass(
      found.map(({ document }) => document),
      rest,
      variables,
    );
  }

  private pass(documents: StoredDocument[], stages: Fields[], variables: Fields): StoredDocument[] {
    if (stages.length === 0) return documents;
    const harmless = stages.every((stage) => Object.keys(stage).every((name) => HARMLESS.has(name)));
    const resolver = withForeign((name) => thawed(this.find(name, {})), this);
    const engine = new Aggregator(stages, { ...engineOptions(), collectionResolver: resolver, variables });
    return engine.run<StoredDocument>(harmless ? documents : thawed(documents));
  }
}

/** The rows of a pipeline; without a `$limit` the first 20. */
export function aggregate(catalog: Catalog, table: Table, stages: Fields[], onPlan: OnPlan): StoredDocument[] {
  for (const stage of stages)
    if (Object.keys(stage).length !== 1)
      throw new TypeError('A pipeline stage specification object must contain exactly one field.');
  const aggregation = new Aggregation(catalog);
  const rows = aggregation.run(table.name, stages, {});
  aggregation.report(onPlan);
  return stages.some((stage) => Object.hasOwn(stage, '$limit')) ? rows : rows.slice(0, DEFAULT_ROWS);
}
