import { Text, View } from '@tarojs/components';
import { moment } from '../../../domain/wording/dates';
import { applicantNote } from '../../../domain/wording/organizer';
import type { Question } from '../../../types/contract/activity';
import type { Applicant } from '../../../types/contract/organizer-activity';
import type { Instant } from '../../../types/vocabulary';
import { Tag } from '../../ui/tag/tag';
import './organizer.css';

interface ApplicantFactsProps {
  applicant: Applicant;
  /** What was asked; an answer to a question that is gone is shown without it. */
  questions: readonly Question[];
  /** Several sessions or zones: which one is said. */
  withPlace: boolean;
  now: Instant;
}

const placeOf = ({ session, zone }: Applicant): string => (zone ? `${session.name} · ${zone.name}` : session.name);

/** One person who registered, and everything that helps to decide. */
export function ApplicantFacts({ applicant, questions, withPlace, now }: ApplicantFactsProps) {
  const { name, companions, answers, reason, signedUpAt } = applicant;
  const given = Object.entries(answers);
  return (
    <View className="grow">
      <View className="row applicant__name">
        <Text className="strong">{name}</Text>
        {companions > 0 && <Tag words={`带 ${companions} 位同伴`} />}
      </View>
      <View className="note number">{applicantNote(applicant)}</View>
      <View className="note number">
        {withPlace ? `${placeOf(applicant)} · ` : ''}
        {moment(signedUpAt, now)}
      </View>
      {given.map(([id, answer]) => (
        <View key={id} className="applicant__answer">
          <Text className="applicant__asked">
            {questions.find((question) => question.id === id)?.label ?? '回答'}：
          </Text>
          <Text>{answer}</Text>
        </View>
      ))}
      {reason !== undefined && <View className="note">原因：{reason}</View>}
    </View>
  );
}
