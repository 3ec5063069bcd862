import { amountsOf, type ChallengeTerms, lacking } from '../../domain/reading/challenge';
import { type ChallengeRecord, phaseOn } from '../../domain/reading/challenge-record';
import { LATE_DAYS_MOST } from '../../domain/reading/check-in';
import type { CheckInWords } from '../../domain/reading/check-in-record';
import { daysToNext, fillable } from '../../domain/reading/make-up-card';
import type { ReaderRecord } from '../../domain/reading/reader';
import { amountIn } from '../../domain/reading/score';
import { standingOf } from '../../domain/reading/standing';
import { dayOf, monthOf } from '../../domain/time/shanghai';
import type { ChallengeCard, CheckInView, StandingView } from '../../types/contract';
import type { Day, Instant } from '../../types/vocabulary';

export function presentChallenge(challenge: ChallengeRecord, today: Day): ChallengeCard {
  const { title, tagline, startsOn, endsOn, rule, entry, goal } = challenge.plan;
  return {
    id: challenge._id,
    ...{ title, tagline, startsOn, endsOn, rule, entry },
    ...(goal !== undefined && { goal }),
    phase: phaseOn(challenge, today),
  };
}

function presentToday({ days }: ReaderRecord, { rule }: ChallengeTerms, day: Day): StandingView['today'] {
  const marks = days[day] ?? [];
  const { minutes, pages, note } = amountsOf(marks);
  const lacks = lacking(rule, marks);
  return { day, minutes, pages, characters: note, lacks, counts: lacks === 0 };
}

export function presentStanding(reader: ReaderRecord, terms: ChallengeTerms, now: Instant): StandingView {
  const today = dayOf(now);
  const standing = standingOf(reader, terms, today);
  const { current, longest, days, badges, cards } = standing;
  const { minutes } = amountIn(reader, terms, { from: terms.startsOn, to: terms.endsOn });
  return {
    joinedOn: reader.joinedOn,
    ...{ current, longest, days, minutes, badges },
    cards: { ...cards, daysToNext: daysToNext(standing) },
    fillable: fillable(reader, terms, today),
    lateLeft: Math.max(0, LATE_DAYS_MOST - (reader.late[monthOf(now)]?.length ?? 0)),
    today: presentToday(reader, terms, today),
  };
}

/** As its author sees it. */
export function presentCheckIn(record: CheckInWords, now: Instant): CheckInView {
  const { challengeId, day, at, book, minutes, pages, note, photos, shared, moderation, takenAway, late } = record;
  const reason = takenAway?.reason ?? moderation.reason;
  return {
    id: record._id,
    ...{ challengeId, day, at, minutes, pages, note, photos, shared },
    ...(book && { book }),
    state: takenAway ? 'rejected' : moderation.state,
    ...(reason !== undefined && { reason }),
    ...(takenAway && { takenAway: true as const }),
    likes: record.likes,
    comments: record.comments,
    ...(late && { late }),
    editable: day === dayOf(now) && !takenAway,
  };
}
