import { Text, View } from '@tarojs/components';
import { moment } from '../../../domain/wording/dates';
import type { Question } from '../../../types/contract/activity';
import type { Applicant } from '../../../types/contract/organizer-activity';
import type { Instant } from '../../../types/vocabulary';
import { Tag } from '../../ui/tag/tag';
import './roll.css';

interface RollRowProps {
  applicant: Applicant;
  questions: readonly Question[];
  /** Several sessions or zones: which one is said. */
  withPlace: boolean;
  now: Instant;
}

/** What stands over the columns where there is room for a table. */
export function RollHeads({ choosing }: { choosing: boolean }) {
  return (
    <View className={`roll-row roll-row--heads note${choosing ? ' roll-row--choosing' : ''}`} aria-hidden>
      {['姓名', '手机', '单位', '场次', '报名时间', '回答和原因'].map((head) => (
        <Text key={head}>{head}</Text>
      ))}
    </View>
  );
}

/** Somebody on the list: lines below each other on a phone, columns in a wide window. */
export function RollRow({ applicant, questions, withPlace, now }: RollRowProps) {
  const { name, phone, enterpriseName, companions, session, zone, signedUpAt, answers, reason, position } = applicant;
  const place = zone ? `${session.name} · ${zone.name}` : session.name;
  return (
    <View className="roll-row grow">
      <View className="row applicant__name">
        {position !== undefined && <Text className="note number">第 {position} 位</Text>}
        <Text className="strong">{name}</Text>
        {companions > 0 && <Tag words={`带 ${companions} 位同伴`} />}
      </View>
      <Text className="note number roll-row__phone">{phone}</Text>
      <Text className="note roll-row__firm">{enterpriseName}</Text>
      <Text className="note roll-row__place">{withPlace ? place : ''}</Text>
      <Text className="note number roll-row__at">{moment(signedUpAt, now)}</Text>
      <View className="note roll-row__said">
        {Object.entries(answers).map(([id, answer]) => (
          <View key={id}>
            {questions.find((question) => question.id === id)?.label ?? '回答'}：{answer}
          </View>
        ))}
        {reason !== undefined && <View>原因：{reason}</View>}
      </View>
    </View>
  );
}
