import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import type { ChallengeId } from '../../../types/vocabulary';
import { useNow } from '../../cloud/use-now';
import { Failure, FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Chips } from '../../ui/chips/chips';
import { Notice } from '../../ui/notice/notice';
import { NoteRow } from './note-row';
import { NotesSkeleton } from './notes-skeleton';
import { useFeed } from './use-feed';
import './feed.css';

type Which = 'all' | 'featured';
const WHICH: readonly { value: Which; words: string }[] = [
  { value: 'all', words: '最新' },
  { value: 'featured', words: '精选' },
];

interface NotesProps {
  list: ReturnType<typeof useFeed>;
  /** What stands there while there is none. */
  empty: ReactNode;
  withBook?: boolean;
}

/** Notes below each other, and what stands there while there are none. */
export function Notes({ list, empty, withBook = true }: NotesProps) {
  const now = useNow();
  const { items, refused } = list;
  if (!items) {
    if (!refused) return <NotesSkeleton />;
    return <Failure refused={refused} again={list.again} asking={list.asking} />;
  }
  if (items.length === 0) return <>{empty}</>;
  return (
    <View data-testid="notes">
      {items.map((note) => (
        <NoteRow key={note.id} note={note} now={now} withBook={withBook} />
      ))}
      {refused ? (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      ) : (
        <View className="feed__end note">{list.more ? '还有更多…' : '没有更多了'}</View>
      )}
    </View>
  );
}

/** What colleagues wrote: of one challenge, or of all, where the featured can be looked at alone. */
export function Feed({ challengeId }: { challengeId: ChallengeId | undefined }) {
  const [which, setWhich] = useState<Which>('all');
  const featured = which === 'featured';
  const list = useFeed(challengeId !== undefined ? { challengeId } : featured ? { featured } : {});
  useReachBottom(list.loadMore);
  return (
    <View className="feed">
      {challengeId === undefined && <Chips options={WHICH} chosen={which} onChoose={setWhich} />}
      <Notes
        list={list}
        empty={
          <Notice
            icon="comment"
            title={featured ? '还没有精选' : '还没有人分享'}
            text={featured ? '写得好的会放在这里' : '打卡时写一句，选“分享”，同事就看得到'}
            testId="empty"
          >
            {featured && <Button onPress={() => setWhich('all')}>看最新的</Button>}
          </Notice>
        }
      />
    </View>
  );
}
