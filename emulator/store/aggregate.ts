import { Aggregator } from 'mingo/aggregator';
import type { Catalog } from './catalog';
import type { Fields } from './compare';
import { context } from './context';
import type { OnPlan } from './query';
import type { StoredDocument } from './store';
import type { Table } from './table';

/** Rows of an aggregate that names no `$limit`, as the platform gives them. */
const DEFAULT_ROWS = 20;

export function aggregate(
  catalog: Catalog,
  table: Table,
  stages: Fields[],
  _now: number,
  _onPlan: OnPlan,
): StoredDocument[] {
  const collectionResolver = (name: string): StoredDocument[] => [...catalog.get(name).scan()].map((e) => e.document);
  const engine = new Aggregator(stages, { context: context(), scriptEnabled: false, collectionResolver });
  const rows = engine.run<StoredDocument>(collectionResolver(table.name));
  return stages.some((stage) => Object.hasOwn(stage, '$limit')) ? rows : rows.slice(0, DEFAULT_ROWS);
}
