import { Text, View } from '@tarojs/components';
import { moment, span } from '../../../domain/wording/dates';
import { comerName, fixtureWhen } from '../../../domain/wording/fixture';
import { disciplineName, entryWords } from '../../../domain/wording/league-card';
import { deskTag } from '../../../domain/wording/league-desk';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { Instant } from '../../../types/vocabulary';
import { go } from '../../routes';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Meter } from '../../ui/meter/meter';
import { Tag } from '../../ui/tag/tag';
import type { ManageAct } from './manage-sheets';

interface PartProps {
  league: ManagedLeague;
  now: Instant;
  onAct: (act: ManageAct) => void;
}

/** When the first court opens. */
const startOf = ({ plan }: ManagedLeague): Instant =>
  Math.min(...plan.courts.flatMap(({ openings }) => openings.map(({ startsAt }) => startsAt)));

/** When the first court opens and the last one closes. */
function spanOf(league: ManagedLeague, now: Instant): string {
  const ends = league.plan.courts.flatMap(({ openings }) => openings.map(({ endsAt }) => endsAt));
  return ends.length === 0 ? '' : span(startOf(league), Math.max(...ends), now);
}

/** What it is and how it stands. */
export function Head({ league, now }: Omit<PartProps, 'onAct'>) {
  const { plan, state, cancelReason } = league;
  const tag = deskTag({ state, startsAt: startOf(league) }, now);
  return (
    <View className="pad">
      <View className="row">
        <Tag words={disciplineName(plan.discipline)} tone={plan.brand} />
        <Tag words={tag.words} tone={tag.live ? 'mine' : 'none'} />
      </View>
      <View className="title league-head__title">{plan.title}</View>
      <View className="note number">{spanOf(league, now)}</View>
      <View className="note">{plan.venue.name}</View>
      {(state === 'draft' || state === 'open') && (
        <View className="note number">
          报名 {moment(plan.opensAt, now)} 到 {moment(plan.lockAt, now)}
        </View>
      )}
      {cancelReason !== undefined && <View className="card league-head__reason">取消的原因：{cancelReason}</View>}
    </View>
  );
}

/** The number that one came for: entries while they come in, matches once there are some. */
export function Count({ league }: Pick<PartProps, 'league'>) {
  const { plan, state, entries, matches } = league;
  if (state === 'draft' || state === 'cancelled') return null;
  const { unit } = entryWords(plan.discipline);
  const open = state === 'open';
  const [done, all] = open ? [entries.all - entries.withdrawn, plan.most] : [matches.played, matches.all];
  return (
    <View className="pad">
      <View className="row league-count">
        <View className="title">{open ? '报名' : '打完'}</View>
        <View className="number">
          <Text className="large">{done}</Text>
          <Text className="note">{` / ${all} ${open ? unit : '场'}`}</Text>
        </View>
      </View>
      <Meter share={all > 0 ? done / all : 0} tone={plan.brand} />
      {!open && matches.reported > 0 && <View className="note number">{matches.reported} 场等对方确认</View>}
    </View>
  );
}

/** Matches whose captains disagree: first of all, since two teams wait for a word. */
export function Disputes({ league, now }: Omit<PartProps, 'onAct'>) {
  const { id, disputed } = league;
  if (disputed.length === 0) return null;
  return (
    <CellGroup title={`有异议，等你裁定 · ${disputed.length} 场`}>
      {disputed.map((match) => (
        <Cell
          key={match.id}
          icon="comment"
          title={match.sides.map(comerName).join(' 对 ')}
          note={[match.group === undefined ? '' : `${match.group} 组`, fixtureWhen(match, now)]
            .filter((part) => part !== '')
            .join(' · ')}
          onPress={() => go.match(id, match.id)}
          testId={`dispute-${match.id}`}
        />
      ))}
    </CellGroup>
  );
}

/** Tables that are complete and share places. */
export function Lots({ league, onAct }: Omit<PartProps, 'now'>) {
  if (league.lotsDue.length === 0) return null;
  return (
    <CellGroup title="同分，要抽签定名次">
      {league.lotsDue.map(({ stage, group }) => (
        <Cell
          key={`${stage} ${group}`}
          icon="flag"
          title={`${group} 组`}
          note="打完了，有几个什么都一样"
          value="去抽签"
          onPress={() => onAct({ do: 'lots', stage, group })}
          testId={`lots-${stage}-${group}`}
        />
      ))}
    </CellGroup>
  );
}
