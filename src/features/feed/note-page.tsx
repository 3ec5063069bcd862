import { Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { bookWords } from '../../../domain/wording/feed';
import type { CommentView, NoteCard } from '../../../types/contract/reading-feed';
import type { CheckInId, MemberStatus } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { SharePress } from '../../device/share-press';
import { go, notePath } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { LikePress } from './like-press';
import type { NoteAsOf } from './likes';
import { LikeRefused, NoteBook, NoteHead, NotePhotos } from './note-body';
import { NotesSkeleton } from './notes-skeleton';
import { RemoveCommentSheet } from './remove-comment-sheet';
import { type Reported, ReportSheet } from './report-sheet';
import { Said } from './said';
import { SaySheet } from './say-sheet';
import './feed.css';

interface NotePageProps {
  id: CheckInId;
  /** Who looks; absent while that is not known yet. */
  status: MemberStatus | undefined;
  /** What organizers can do with it; absent for everybody else. */
  organizers?: ((note: NoteCard) => ReactNode) | undefined;
}

type Open = { kind: 'say' } | { kind: 'report'; reported: Reported } | { kind: 'remove'; comment: CommentView };

const shareTitle = ({ author, book }: NoteCard): string => `${author}读${book ? bookWords(book) : '书的随感'}`;

function NoteActs({ note, onReport }: { note: NoteAsOf; onReport: () => void }) {
  return (
    <>
      <View className="note-acts">
        <LikePress note={note} />
        <SharePress className="note-act" title={shareTitle(note)} path={notePath(note.id)}>
          <Icon name="share" />
          <Text>分享</Text>
        </SharePress>
        {!note.mine && (
          <Press className="note-act" onPress={onReport} testId="report-note">
            <Icon name="flag" />
            <Text>举报</Text>
          </Press>
        )}
      </View>
      <LikeRefused note={note} />
    </>
  );
}

/** The one thing to do: say something, or first become somebody who can. */
function SayBar({ status, onSay }: { status: MemberStatus | undefined; onSay: () => void }) {
  const outside = status === 'visitor' || status === 'declined';
  return (
    <Bar>
      {outside ? (
        <Button kind="primary" onPress={go.join} testId="join">
          加入工会，一起聊
        </Button>
      ) : (
        <Button kind="primary" disabled={status !== 'active'} onPress={onSay} testId="say">
          {status === 'pending' ? '入会审核中，通过后可以评论' : '写评论'}
        </Button>
      )}
    </Bar>
  );
}

/** One note whole, and what colleagues say to it. */
export function NotePage({ id, status, organizers }: NotePageProps) {
  const { value, refused, asking, again } = useAnswer('reading.note', { noteId: id });
  const [open, setOpen] = useState<Open>();
  const [typed, setTyped] = useState('');
  const now = useNow();
  useShareAppMessage(() => ({ title: value ? shareTitle(value) : '书香药谷', path: notePath(id) }));
  if (!value)
    return refused ? <Failure refused={refused} again={again} asking={asking} /> : <NotesSkeleton count={1} />;
  const shut = (): void => setOpen(undefined);
  const report = (reported: Reported): void => setOpen({ kind: 'report', reported });
  const note: NoteAsOf = { ...value, asOf: value.now };
  return (
    <View className="note-page" data-testid="note-page">
      {refused && <StaleLine />}
      <View className="pad">
        <NoteHead note={note} now={now} />
        {note.text !== '' && <View className="note-page__text">{note.text}</View>}
        <NotePhotos photos={note.photos} opens />
        <NoteBook note={note} />
        <NoteActs note={note} onReport={() => report({ noteId: id, author: note.author })} />
      </View>
      {organizers?.(note)}
      <Said
        said={value.said}
        now={now}
        onRemove={(comment) => setOpen({ kind: 'remove', comment })}
        onReport={(comment) => report({ noteId: id, commentId: comment.id, author: comment.author })}
      />
      <SayBar status={status} onSay={() => setOpen({ kind: 'say' })} />
      {open?.kind === 'say' && <SaySheet noteId={id} typed={typed} onType={setTyped} onClose={shut} />}
      {open?.kind === 'report' && <ReportSheet reported={open.reported} onClose={shut} />}
      {open?.kind === 'remove' && <RemoveCommentSheet noteId={id} comment={open.comment} onClose={shut} />}
    </View>
  );
}
