import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import type { ReactNode } from 'react';
import type { Applicant } from '../../../types/contract/organizer-activity';
import { Failure, FailureLine } from '../../shell/failure';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import type { Applicants } from './use-applicants';
import './organizer.css';

interface ApplicantListProps {
  list: Applicants;
  /** What stands there while nobody does. */
  empty: { title: string; text: string };
  row: (applicant: Applicant, at: number) => ReactNode;
}

/** A list of people with everything around it: on its way, empty, refused, without a network, more to come. */
export function ApplicantList({ list, empty, row }: ApplicantListProps) {
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  if (!items) {
    return refused ? <Failure refused={refused} again={list.again} asking={list.asking} /> : <SkeletonRows count={5} />;
  }
  if (items.length === 0 && !refused) return <Notice icon="empty" {...empty} testId="empty" />;
  return (
    <View data-testid="applicants">
      {items.map((applicant, at) => (
        <View key={applicant.registrationId} className="applicant">
          {row(applicant, at)}
        </View>
      ))}
      {refused ? (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      ) : (
        <View className="list-end note">{list.more ? '还有更多…' : '没有更多了'}</View>
      )}
    </View>
  );
}
