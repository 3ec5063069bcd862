import { View } from '@tarojs/components';
import { useState } from 'react';
import { stretch } from '../../../domain/wording/dates';
import { entryWords } from '../../../domain/wording/league-card';
import { entriesWords } from '../../../domain/wording/league-desk';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { Instant, LeagueId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { go } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { courtsWords } from './edit-where';
import { formFrom } from './league-form';
import { Count, Disputes, Head, Lots } from './manage-head';
import { type ManageAct, ManageSheet } from './manage-sheets';
import { canDrawAgain, nextThing } from './standing';
import '../../shell/refused/league';
import './league-desk.css';

interface PartProps {
  league: ManagedLeague;
  now: Instant;
  onAct: (act: ManageAct) => void;
}

function scheduleWords({ scheduled, matches, state }: ManagedLeague): string {
  if (state !== 'drawn' && state !== 'finished') return '抽签后再排';
  if (!scheduled) return '还没排';
  const left = matches.all - matches.scheduled;
  return left > 0 ? `还有 ${left} 场没排` : `${matches.scheduled} 场`;
}

/** Who plays, when, and who keeps the scores. */
function Ways({ league, onAct }: Omit<PartProps, 'now'>) {
  const { id, state, referees, draws, plan } = league;
  const drawn = state === 'drawn' || state === 'finished';
  return (
    <CellGroup>
      {state !== 'draft' && (
        <Cell
          icon="people"
          title={entryWords(plan.discipline).name}
          value={entriesWords(league)}
          onPress={() => go.deskLeagueEntries(id)}
          testId="entries"
        />
      )}
      {drawn && (
        <Cell
          icon="flag"
          title="抽签"
          value={draws.length > 1 ? `抽过 ${draws.length} 次` : '看种子号'}
          onPress={() => onAct({ do: 'draws' })}
          testId="draws"
        />
      )}
      {drawn && (
        <Cell
          icon="calendar"
          title="赛程和比分"
          value={scheduleWords(league)}
          onPress={() => go.deskLeagueSchedule(id)}
          testId="schedule"
        />
      )}
      {state !== 'cancelled' && (
        <Cell
          icon="person"
          title="裁判"
          value={referees.length === 0 ? '还没有' : `${referees.length} 位`}
          onPress={() => go.deskLeagueReferees(id)}
          testId="referees"
        />
      )}
    </CellGroup>
  );
}

function Changes({ league, now, onAct }: PartProps) {
  const { id, state, plan, entries } = league;
  const typed = formFrom(plan);
  const early = state === 'open' && now < plan.lockAt && entries.complete >= 2;
  return (
    <>
      <CellGroup title="安排">
        {(state === 'draft' || state === 'open') && (
          <Cell title="修改联赛" note={courtsWords(typed)} onPress={() => go.deskLeagueEdit(id)} testId="edit" />
        )}
        {early && (
          <Cell
            title="提前抽签"
            note="报名和名单现在就截止"
            onPress={() => go.deskLeagueEntries(id, true)}
            testId="draw-early"
          />
        )}
        {canDrawAgain(league) && (
          <Cell
            title="重新抽签"
            note="要写原因，两次都会公开"
            onPress={() => go.deskLeagueEntries(id, true)}
            testId="draw-again"
          />
        )}
        {state !== 'draft' && <Cell title="看联赛页" onPress={() => go.league(id)} testId="league" />}
        <Cell title="操作记录" onPress={() => onAct({ do: 'log' })} testId="log" />
      </CellGroup>
      {(state === 'draft' || state === 'open' || state === 'drawn') && (
        <View className="pad league-cancel">
          <Button kind="danger" onPress={() => onAct({ do: 'cancel' })} testId="cancel">
            取消联赛
          </Button>
        </View>
      )}
    </>
  );
}

interface Offer {
  words: string;
  note?: string;
  press?: () => void;
}

/** The words and the way of the one next thing. */
function offerOf({ league, now, onAct }: PartProps): Offer | undefined {
  const { id, plan } = league;
  const next = nextThing(league, now);
  const { unit } = entryWords(plan.discipline);
  switch (next.do) {
    case 'publish':
      return { words: '发布，开放报名', press: () => onAct({ do: 'publish' }) };
    case 'wait':
      return { words: '', note: `报名还有 ${stretch(next.until, now)}截止，之后抽签` };
    case 'fill':
      return {
        words: `去看看${entryWords(plan.discipline).name}`,
        note: `还差 ${next.missing} ${unit}人齐的，才能抽签`,
        press: () => go.deskLeagueEntries(id),
      };
    case 'draw':
      return { words: '选种子，抽签', press: () => go.deskLeagueEntries(id, true) };
    case 'decide':
      return {
        words: next.more > 0 ? `裁定异议（还有 ${next.more} 场）` : '裁定异议',
        press: () => go.match(id, next.fixture),
      };
    case 'lots':
      return { words: `${next.group} 组抽签定名次`, press: () => onAct({ ...next, do: 'lots' }) };
    case 'schedule':
      return { words: '排赛程', press: () => go.deskLeagueSchedule(id) };
    case 'play':
      return { words: '记比分', note: `还有 ${next.left} 场没打完`, press: () => go.deskLeagueSchedule(id) };
    case 'finish':
      return { words: '结束联赛，公布名次', press: () => onAct({ do: 'finish' }) };
    case 'nothing':
      return undefined;
    default:
      return next satisfies never;
  }
}

/** The one thing that is next. */
function Next(props: PartProps) {
  const offer = offerOf(props);
  if (!offer) return null;
  return (
    <Bar>
      <View className="stack stack--tight">
        {offer.note !== undefined && <View className="note number league-small">{offer.note}</View>}
        {offer.press && (
          <Button kind="primary" onPress={offer.press} testId="next">
            {offer.words}
          </Button>
        )}
      </View>
    </Bar>
  );
}

/** One league for its organizers: how it stands, what is next, and everything that can be done. */
export function Manage({ id }: { id: LeagueId }) {
  const { value, refused, asking, again } = useAnswer('league.managedLeague', { leagueId: id });
  const [act, setAct] = useState<ManageAct>();
  const clock = useNow(value?.plan.lockAt);
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  // What it says of itself is never later than now.
  const now = Math.max(clock, value.now);
  const part = { league: value, now, onAct: setAct };
  return (
    <View className="league-manage" data-testid={`league-${value.state}`}>
      {refused && <StaleLine />}
      <Head league={value} now={now} />
      <Disputes league={value} now={now} />
      <Lots league={value} onAct={setAct} />
      <Count league={value} />
      <Ways league={value} onAct={setAct} />
      <Changes {...part} />
      <Next {...part} />
      <ManageSheet act={act} league={value} now={now} onClose={() => setAct(undefined)} />
    </View>
  );
}
