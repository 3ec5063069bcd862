import { Text, View } from '@tarojs/components';
import { clock, dateWord, dayWord, weekday } from '../../../domain/wording/dates';
import { comerName, fixtureState } from '../../../domain/wording/fixture';
import { roundWords } from '../../../domain/wording/league';
import type { FixtureView } from '../../../types/contract';
import type { Instant, LeagueId } from '../../../types/vocabulary';
import { go } from '../../routes';
import { lookOf, useLook } from '../../ui/look/look';
import { PanZoom } from '../../ui/pan-zoom/pan-zoom';
import { Press } from '../../ui/press/press';
import { type BracketPart, bracketLayout } from './bracket-layout';
import { sideClass } from './fixture-row';
import './bracket.css';

interface BracketProps {
  leagueId: LeagueId;
  items: readonly FixtureView[];
  rounds: number;
  part: BracketPart;
  now: Instant;
}

/** When it is, and where that still fits, or how it stands: a box is as wide as `今天 19:05 1 号台`. */
function underBox(fixture: FixtureView, now: Instant): string {
  const { state, startsAt, court } = fixture;
  if (state !== 'unplayed') return fixtureState(fixture, now);
  if (startsAt === undefined) return court ?? '时间待定';
  const near = !dayWord(startsAt, now).includes(weekday(startsAt));
  if (near) return [dayWord(startsAt, now), clock(startsAt), court].filter(Boolean).join(' ');
  return `${dateWord(startsAt, now)} ${clock(startsAt)}`;
}

function BoxSide({ fixture: { sides, wins, winner }, side }: { fixture: FixtureView; side: 0 | 1 }) {
  const comer = sides[side];
  const won = winner === side;
  return (
    <View className={`bracket__side${sideClass(comer, winner !== undefined && !won)}${won ? ' strong' : ''}`}>
      <Text className="grow one-line">{comerName(comer)}</Text>
      {wins && <Text className="number">{wins[side]}</Text>}
    </View>
  );
}

interface BoxProps {
  leagueId: LeagueId;
  fixture: FixtureView;
  now: Instant;
}

function Box({ leagueId, fixture, now }: BoxProps) {
  return (
    <Press className="bracket__press" onPress={() => go.match(leagueId, fixture.id)} testId={`box-${fixture.id}`}>
      <BoxSide fixture={fixture} side={0} />
      <BoxSide fixture={fixture} side={1} />
      <View className="note one-line number">{underBox(fixture, now)}</View>
    </Press>
  );
}

/** The lines between the boxes: one node, drawn in the colour of lines in light and dark. */
function Lines({ path, width, height }: { path: string; width: number; height: number }) {
  const svg = `%3Csvg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}' fill='none' stroke='black'%3E%3Cpath d='${path}'/%3E%3C/svg%3E`;
  const mask = `url("data:image/svg+xml,${svg}")`;
  return (
    <View
      className="bracket__lines"
      style={{ width: `${width}px`, height: `${height}px`, WebkitMaskImage: mask, maskImage: mask }}
    />
  );
}

/** A knockout as a picture: a round a column, dragged and pinched. */
export function Bracket({ leagueId, items, rounds, part, now }: BracketProps) {
  const { scale } = lookOf(useLook());
  const { width, height, box, boxes, heads, path } = bracketLayout(items, rounds, part, scale);
  const own = boxes.find(({ fixture }) => fixture.sides.some((side) => side.kind === 'entry' && side.mine));
  const start = own && { x: Math.max(0, own.x - 16), y: Math.max(0, own.y - 80) };
  return (
    <PanZoom key={part} width={width + 32} height={height} label="对阵图" start={start} testId="bracket">
      <View className="bracket">
        {path !== '' && <Lines path={path} width={width} height={height} />}
        {heads.map(({ round, x }) => (
          <View key={round} className="bracket__head note" style={{ left: `${x}px`, width: `${box.width}px` }}>
            {roundWords(round, rounds)}
          </View>
        ))}
        {boxes.map(({ fixture, x, y }) => (
          <View
            key={fixture.id}
            className="bracket__box"
            style={{ left: `${x}px`, top: `${y}px`, width: `${box.width}px`, height: `${box.height}px` }}
          >
            {fixture.forPlaceThree && <View className="bracket__third note">第 3 名赛</View>}
            <Box leagueId={leagueId} fixture={fixture} now={now} />
          </View>
        ))}
      </View>
    </PanZoom>
  );
}
