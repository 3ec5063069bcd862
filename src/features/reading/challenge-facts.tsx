import { Text, View } from '@tarojs/components';
import { datesWords, ENTRY_WORDS } from '../../../domain/wording/reading';
import { ruleWords } from '../../../domain/wording/reading-today';
import type { ChallengeDetail } from '../../../types/contract';
import type { Instant } from '../../../types/vocabulary';
import { go } from '../../routes';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Meter } from '../../ui/meter/meter';
import './challenge.css';

/** Days read against those that a reader, or a team together, set out to read. */
function Goal({ detail }: { detail: ChallengeDetail }) {
  const { goal, team, mine, entry } = detail;
  const days = entry === 'personal' ? mine?.days : team?.days;
  if (goal === undefined) return null;
  return (
    <View className="pad challenge__part" data-testid="goal">
      <View className="row row--apart">
        <View className="title">{entry === 'personal' ? '我的目标' : '一起的目标'}</View>
        <Text className="note number">{days === undefined ? `${goal} 天` : `${days} / ${goal} 天`}</Text>
      </View>
      {days !== undefined && (
        <>
          <Meter share={days / goal} tone="books" />
          <View className="note number challenge__below">{days >= goal ? '达成了' : `还差 ${goal - days} 天`}</View>
        </>
      )}
    </View>
  );
}

/** The team that I read with, or the way to one. */
function Team({ detail }: { detail: ChallengeDetail }) {
  const { id, team, entry, mine } = detail;
  if (entry !== 'team' || !mine) return null;
  const note = team ? `${team.members.length} 位同事，一共 ${team.days} 天` : '建一支，或用邀请码加入';
  return (
    <CellGroup>
      <Cell icon="people" title={team?.name ?? '还没有小队'} note={note} onPress={() => go.team(id)} testId="to-team" />
    </CellGroup>
  );
}

/** What it asks, from when to when, and with whom. */
export function ChallengeFacts({ detail, now }: { detail: ChallengeDetail; now: Instant }) {
  const { rule, startsOn, endsOn, entry, id, books } = detail;
  return (
    <>
      <CellGroup>
        <Cell icon="book" title={ruleWords(rule)} note="一天里打几次都行，加在一起算" />
        <Cell icon="calendar" title={datesWords(startsOn, endsOn, now)} note="随时可以加入，从加入那天算起" />
        <Cell icon="people" title={ENTRY_WORDS[entry].name} note={ENTRY_WORDS[entry].note} />
        <Cell icon="points" title="排行榜" onPress={() => go.boards(id)} testId="to-boards" />
        <Cell icon="edit" title="大家的随感" onPress={() => go.feed(id)} testId="to-feed" />
        {detail.mine && <Cell icon="check" title="我的打卡" onPress={() => go.myCheckIns(id)} testId="to-mine" />}
      </CellGroup>
      <Team detail={detail} />
      <Goal detail={detail} />
      {books && (
        <CellGroup title="书单，读这些才算">
          {books.map((book) => (
            <Cell
              key={book.id ?? book.title}
              icon="book"
              title={book.title}
              {...(book.author === undefined ? {} : { note: book.author })}
              {...(book.id === undefined ? {} : { onPress: () => go.book(book.id ?? '') })}
            />
          ))}
        </CellGroup>
      )}
    </>
  );
}

function Paragraphs({ title, lines, testId }: { title: string; lines: readonly string[]; testId: string }) {
  if (lines.length === 0) return null;
  return (
    <View className="pad challenge__part" data-testid={testId}>
      <View className="title">{title}</View>
      <View className="stack">
        {lines.map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
    </View>
  );
}

export function ChallengeWords({ detail }: { detail: ChallengeDetail }) {
  return (
    <>
      <Paragraphs title="奖励" lines={detail.rewards} testId="rewards" />
      <Paragraphs title="介绍" lines={detail.description} testId="description" />
    </>
  );
}
