import { Text, View } from '@tarojs/components';
import { moment, span } from '../../../domain/wording/dates';
import { placeWords } from '../../../domain/wording/league';
import { entryKind, entryWords, formatWords } from '../../../domain/wording/league-card';
import type { LeagueDetail } from '../../../types/contract';
import type { Instant } from '../../../types/vocabulary';
import { openPlace, PLACE_HINT } from '../../device/place';
import { go } from '../../routes';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Meter } from '../../ui/meter/meter';
import { Selectable } from '../../ui/selectable/selectable';
import { FixtureRow } from './fixture-row';
import './league.css';

interface OverviewProps {
  league: LeagueDetail;
  now: Instant;
}

/** What is next for me, behind the one that stands above. */
function More({ league, now }: OverviewProps) {
  const rest = league.next.slice(1);
  if (rest.length === 0) return null;
  return (
    <View className="league__part">
      <View className="title pad">接下来</View>
      {rest.map((fixture) => (
        <FixtureRow key={fixture.id} fixture={fixture} leagueId={league.id} league={league} now={now} />
      ))}
    </View>
  );
}

/** The first eight, once it is over. */
function Placings({ league: { id, placings } }: OverviewProps) {
  if (placings.length === 0) return null;
  return (
    <CellGroup title="名次">
      {placings.map(({ entry, place }) => (
        <Cell
          key={entry.id}
          title={entry.name}
          {...(entry.enterpriseName !== undefined && { note: entry.enterpriseName })}
          value={placeWords(place)}
          onPress={() => go.leagueEntry(id, entry.id)}
          testId={`placing-${entry.id}`}
        />
      ))}
    </CellGroup>
  );
}

/** How far each stage is. */
function Progress({ league: { stages, brand, phase } }: OverviewProps) {
  if (stages.length === 0 || phase === 'finished') return null;
  return (
    <View className="pad league__part stack">
      {stages.map(({ id, name, matches, played }) => (
        <View key={id} className="stack stack--tight">
          <View className="row row--apart">
            <Text>{name}</Text>
            <Text className="note number">
              打完 {played} / {matches} 场
            </Text>
          </View>
          <Meter share={matches === 0 ? 0 : played / matches} tone={brand} />
        </View>
      ))}
    </View>
  );
}

function Facts({ league, now }: OverviewProps) {
  const { unit, name } = entryWords(league.discipline);
  const window = now < league.opensAt ? `${moment(league.opensAt, now)} 开始` : `${moment(league.lockAt, now)} 截止`;
  const before = league.phase === 'soon' || league.phase === 'open';
  return (
    <CellGroup>
      <Cell icon="clock" title={span(league.startsAt, league.endsAt, now)} />
      <Cell
        icon="place"
        title={league.venue.name}
        note={league.venue.address}
        value={<View className="note">{PLACE_HINT}</View>}
        onPress={() => void openPlace(league.venue)}
      />
      <Cell
        icon="people"
        title={`${league.entries} ${unit}${before ? `报名，最多 ${league.most} ${unit}` : '参赛'}`}
        {...(before && entryKind(league.discipline) !== 'person' && { note: '报名的人当队长，用链接叫同事进来' })}
      />
      {before && <Cell icon="edit" title={`报名 ${window}`} note={`截止后${name}名单不再变，接着抽签`} />}
    </CellGroup>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <View className="pad league__part">
      <View className="title">{title}</View>
      <View className="stack stack--tight">
        {lines.map((line) => (
          <View key={line} className="number">
            {line}
          </View>
        ))}
      </View>
    </View>
  );
}

/** The published draw: with the seed anybody can repeat it. */
function Draw({ league: { draws }, now }: OverviewProps) {
  const draw = draws.at(-1);
  if (!draw) return null;
  const again = draws.length > 1 ? `，重新抽过 ${draws.length - 1} 次${draw.reason ? `：${draw.reason}` : ''}` : '';
  return (
    <View className="pad league__part" data-testid="draw">
      <View className="title">抽签</View>
      <View className="note number">
        {moment(draw.at, now)} 抽的{again}。用公开的种子和报名名单，谁都可以重算一遍。
      </View>
      <Selectable className="number league__seed" testId="seed">
        {draw.seed}
      </Selectable>
    </View>
  );
}

/** 概况: when and where, how it is played, how far it is. */
export function Overview({ league, now }: OverviewProps) {
  return (
    <View data-testid="overview">
      <More league={league} now={now} />
      <Placings league={league} now={now} />
      <Progress league={league} now={now} />
      <Facts league={league} now={now} />
      <Lines title="赛制" lines={formatWords(league.format, league.discipline)} />
      <Lines title="介绍" lines={[league.tagline, ...league.description].filter((line) => line !== '')} />
      <Draw league={league} now={now} />
    </View>
  );
}
