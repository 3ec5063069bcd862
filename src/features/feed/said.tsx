import { Text, View } from '@tarojs/components';
import { NOTE_STATE_WORDS, saidWhen } from '../../../domain/wording/feed';
import type { CommentView } from '../../../types/contract/reading-feed';
import type { Instant } from '../../../types/vocabulary';
import { Press } from '../../ui/press/press';
import { Tag } from '../../ui/tag/tag';
import './feed.css';

interface SaidProps {
  said: readonly CommentView[];
  now: Instant;
  onRemove: (comment: CommentView) => void;
  onReport: (comment: CommentView) => void;
}

function SaidLine({ comment, now, onRemove, onReport }: Omit<SaidProps, 'said'> & { comment: CommentView }) {
  const { id, author, enterpriseName, text, at, mine, state } = comment;
  const standing = state === undefined ? '' : NOTE_STATE_WORDS[state];
  return (
    <View className="parted" data-testid={`comment-${id}`}>
      <View className="row">
        <View className="grow">
          <View className="row">
            <Text className="strong">{author}</Text>
            {standing !== '' && <Tag words={standing} tone={state === 'rejected' ? 'none' : 'mine'} />}
          </View>
          <View className="note number">
            {[enterpriseName, saidWhen(at, now)].filter((part) => part !== '').join(' · ')}
          </View>
        </View>
        {mine ? (
          <Press className="said__press" onPress={() => onRemove(comment)} testId={`remove-${id}`}>
            <Text>删除</Text>
          </Press>
        ) : (
          <Press
            className="said__press"
            label={`举报${author}的评论`}
            onPress={() => onReport(comment)}
            testId={`report-${id}`}
          >
            <Text>举报</Text>
          </Press>
        )}
      </View>
      <View className="said__text">{text}</View>
    </View>
  );
}

/** Comments, the oldest first; one's own with how they stand until others see them. */
export function Said({ said, ...rest }: SaidProps) {
  return (
    <View className="said pad" data-testid="said">
      <View className="title">评论{said.length > 0 ? ` ${said.length}` : ''}</View>
      {said.length === 0 && <View className="note">还没有评论，说说你的想法</View>}
      {said.map((comment) => (
        <SaidLine key={comment.id} comment={comment} {...rest} />
      ))}
    </View>
  );
}
