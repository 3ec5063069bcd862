import { View } from '@tarojs/components';
import { clock, dayWord, deadline, moment, stretch } from '../../../domain/wording/dates';
import { fixtureRound, opponentOf } from '../../../domain/wording/fixture';
import { placeWords } from '../../../domain/wording/league';
import { entryWords, rosterWords } from '../../../domain/wording/league-card';
import type { EntryCard, FixtureView, LeagueDetail } from '../../../types/contract';
import type { Instant } from '../../../types/vocabulary';
import { go } from '../../routes';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import './concern.css';

interface ConcernProps {
  league: LeagueDetail;
  now: Instant;
}

interface Told {
  /** Small, above. */
  above: string;
  /** What one came for. */
  large: string;
  below: readonly string[];
  /** Where a tap leads; absent where there is nothing behind it. */
  open?: () => void;
  /** It waits for the caller. */
  calls?: boolean;
}

function nextTold(fixture: FixtureView, league: LeagueDetail, now: Instant): Told {
  const rival = opponentOf(fixture);
  const against = `对 ${rival?.name ?? '待定'}`;
  const about = [fixtureRound(fixture, league), fixture.court].filter(Boolean).join(' · ');
  const open = (): void => go.match(league.id, fixture.id);
  if (fixture.state === 'reported') {
    return {
      above: `${against} · ${about}`,
      large: '比分等确认',
      below: ['点开看一眼对方填的对不对'],
      open,
      calls: true,
    };
  }
  if (fixture.state === 'disputed') {
    return { above: `${against} · ${about}`, large: '等裁判定', below: ['双方说法不一样，裁判会来看'], open };
  }
  const { startsAt } = fixture;
  if (startsAt === undefined) return { above: '我的下一场', large: against, below: [about, '时间待定'], open };
  const on = now >= startsAt;
  const above = on ? '我的比赛，现在' : `我的下一场，${dayWord(startsAt, now)}`;
  const large = on ? (fixture.court ?? '进行中') : clock(startsAt);
  const below = [against, on ? fixtureRound(fixture, league) : about];
  return { above, large, below, open, calls: on };
}

function entryTold(mine: EntryCard, league: LeagueDetail, now: Instant): Told {
  const open = (): void => go.leagueEntry(league.id, mine.id);
  const above = `我的${entryWords(league.discipline).name} · ${mine.name}`;
  if (mine.withdrawn) return { above, large: '已退赛', below: ['后面的比赛按没有到场算'], open };
  if (mine.place) return { above, large: placeWords(mine.place), below: ['看这次打过的比赛'], open };
  if (mine.missing > 0 && (league.phase === 'open' || league.phase === 'soon')) {
    const below = [`${deadline(league.lockAt, now)}，满 ${mine.players + mine.missing} 人才能抽签`];
    return { above, large: `还差 ${mine.missing} 人`, below, open, calls: true };
  }
  if (mine.missing > 0) {
    return { above, large: '人没有齐', below: [`少 ${mine.missing} 人，抽签时没有排进去`], open };
  }
  const roster = rosterWords(mine, league.discipline);
  if (league.phase === 'playing') return { above, large: '打完了', below: ['看排名和打过的比赛'], open };
  const below = [roster, league.phase === 'locked' ? '等抽签和赛程' : `${moment(league.lockAt, now)} 截止后抽签`];
  return { above, large: '报好了', below: [below.filter(Boolean).join(' · ')], open };
}

/** To who plays in none. */
function onlookerTold(league: LeagueDetail, now: Instant): Told | undefined {
  const { phase, opensAt, lockAt, entries, most, discipline, startsAt } = league;
  const { unit } = entryWords(discipline);
  switch (phase) {
    case 'soon':
      return { above: '开放报名', large: `${stretch(opensAt, now)}后`, below: [`${moment(opensAt, now)} 开始`] };
    case 'open': {
      const left = most - entries;
      const below = deadline(lockAt, now);
      return left > 0
        ? { above: '还能报', large: `${left} ${unit}`, below: [`已有 ${entries} ${unit} · ${below}`] }
        : { above: `${most} ${unit}都有人了`, large: '报满了', below: ['有人退出会放出来'] };
    }
    case 'locked':
      return { above: `${entries} ${unit}报名`, large: '等抽签', below: ['抽签后这里有对阵和赛程'] };
    case 'playing':
      return now < startsAt
        ? { above: `${entries} ${unit}参赛`, large: `${dayWord(startsAt, now)} ${clock(startsAt)}`, below: ['开赛'] }
        : undefined;
    case 'finished':
    case 'cancelled':
      return undefined;
    default:
      return phase satisfies never;
  }
}

function told(league: LeagueDetail, now: Instant): Told | undefined {
  const { phase, mine, champion, cancelReason } = league;
  if (phase === 'cancelled')
    return { above: '这个联赛', large: '取消了', below: cancelReason === undefined ? [] : [cancelReason] };
  if (phase === 'finished') {
    const place = mine?.place ? `我的${entryWords(league.discipline).name} ${placeWords(mine.place)}` : '看最后的名次';
    return { above: '冠军', large: champion ?? '没有产生', below: [place] };
  }
  const next = league.next[0];
  if (next) return nextTold(next, league, now);
  return mine ? entryTold(mine, league, now) : onlookerTold(league, now);
}

/** The one bold thing of the page: what concerns me now. */
export function Concern({ league, now }: ConcernProps) {
  const what = told(league, now);
  if (!what) return null;
  const { above, large, below, open, calls = false } = what;
  const long = large.length > 8;
  const inside = (
    <View className="concern__inside">
      <View className="grow">
        <View className="number">{above}</View>
        <View className={`number ${long ? 'title' : 'large'} concern__large`}>{large}</View>
        {below.map((line) => (
          <View key={line} className="concern__below number">
            {line}
          </View>
        ))}
      </View>
      {open && <Icon name="forward" />}
    </View>
  );
  const className = `card concern${calls ? ' concern--calls' : ''}`;
  return (
    <View className="pad concern-room" data-testid="concern">
      {open ? (
        <Press className={className} onPress={open} testId="concern-open">
          {inside}
        </Press>
      ) : (
        <View className={className}>{inside}</View>
      )}
    </View>
  );
}
