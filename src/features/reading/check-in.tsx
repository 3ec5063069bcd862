import { challengeAsOf, todayOf } from '../../../domain/wording/reading-today';
import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { ChallengeId, Instant, MemberStatus } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { go } from '../../routes';
import { Failure } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { CheckInForm, type FormProps } from './check-in-form';
import { type Draft, freshDraft } from './draft';
import { keptDraft, usualAmount } from './drafts';
import { JoinChallenge } from './join-challenge';

type Today = ValueOf<OpOf<'reading.today'>>;
type Card = Today['challenges'][number];

/** What was begun before, else as on most days. */
function begin({ id, rule, mine }: Card, books: Today['books'], listed: FormProps['listed'], now: Instant): Draft {
  const kept = keptDraft(id);
  if (kept) return kept;
  const book = listed ? books.find((each) => listed.some((one) => one.id === each.id)) : books[0];
  const lacks = mine && todayOf(mine, now)?.lacks;
  return freshDraft({ rule, usual: usualAmount(id), lacks, book });
}

/** Why nothing can be checked in now; `undefined` where it can. */
function shut({ phase }: Card): { title: string; text: string } | undefined {
  if (phase === 'running') return undefined;
  if (phase === 'soon') return { title: '挑战还没开始', text: '开始那天就能打卡' };
  return { title: '挑战已经结束', text: '看看有没有新的挑战' };
}

const isAnswered = ({ value, refused }: { value: unknown; refused: unknown }): boolean =>
  value !== undefined || refused !== undefined;

interface CheckInProps {
  id: ChallengeId;
  status: MemberStatus | undefined;
}

/** 打卡: the form as soon as the device knows the challenge, which without a network it does from before. */
export function CheckIn({ id, status }: CheckInProps) {
  const today = useAnswer('reading.today', {});
  const detail = useAnswer('reading.challenge', { challengeId: id });
  const now = serverNow();
  const found: Card | undefined = today.value?.challenges.find((each) => each.id === id) ?? detail.value;
  // The last book and the list of books come with them: the form would change under its reader's hands.
  if (!isAnswered(today) || !isAnswered(detail)) return <SkeletonPage />;
  if (!found) {
    if (detail.refused) return <Failure refused={detail.refused} again={detail.again} asking={detail.asking} />;
    return <SkeletonPage />;
  }
  const card = challengeAsOf(found, now);
  const door = shut(card);
  if (door) return <Notice icon="book" {...door} testId="shut" />;
  if (!card.mine) {
    return (
      <Notice icon="book" title="还没加入这个挑战" text="加入后就能打卡，从今天算起" testId="not-joined">
        {status === 'active' ? (
          <JoinChallenge id={id} primary />
        ) : (
          <Button kind="primary" onPress={go.join} testId="join">
            先加入工会
          </Button>
        )}
      </Notice>
    );
  }
  const books = today.value?.books ?? [];
  const listed = detail.value?.books;
  return (
    <CheckInForm
      challenge={card}
      initial={begin(card, books, listed, now)}
      last={books}
      listed={listed}
      seenAs={detail.value?.seenAs ?? today.value?.seenAs ?? 'nobody'}
      folder={detail.value?.photoFolder}
    />
  );
}
