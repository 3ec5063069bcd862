import type { ManagedLeague } from '../../../types/contract/league-desk';
import { formDrafts } from '../../shell/typed-form/form-drafts';
import type { TypedForm, Typing } from '../../shell/typed-form/use-typed-form';
import { EMPTY_LEAGUE, formFrom, type LeagueForm } from './league-form';

export type TypedLeague = TypedForm<LeagueForm>;

export const LEAGUE_TYPING: Typing<LeagueForm, ManagedLeague> = {
  drafts: formDrafts({ storage: 'league-drafts', most: 4, empty: EMPTY_LEAGUE }),
  empty: EMPTY_LEAGUE,
  formOf: ({ plan }) => formFrom(plan),
  revOf: ({ rev }) => rev,
};
