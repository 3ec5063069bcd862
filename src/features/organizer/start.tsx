import { View } from '@tarojs/components';
import { useState } from 'react';
import { span } from '../../../domain/wording/dates';
import { managedTag } from '../../../domain/wording/organizer';
import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { ManagedCard } from '../../../types/contract/organizer-activity';
import type { ActivityId, Day } from '../../../types/vocabulary';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { usePages } from '../../cloud/use-pages';
import { Failure, FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Choice } from '../../ui/choice/choice';
import { Notice } from '../../ui/notice/notice';
import { Sheet } from '../../ui/sheet/sheet';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { CopyDaySheet } from './copy-day';
import { TEMPLATE_WORDS, TEMPLATES, type Template } from './plan-templates';
import './edit.css';

/** What a new activity begins with. */
export type Beginning =
  | { kind: 'empty' }
  | { kind: 'template'; template: Template }
  | { kind: 'like'; id: ActivityId; on: Day };

type ListPage = ValueOf<OpOf<'organizer.activities'>>;

/** Former activities to choose one from, the latest first. */
function Former({ onChoose, onClose }: { onChoose: (id: ActivityId) => void; onClose: () => void }) {
  const now = serverNow();
  const version = useAnswers(({ versions }) => versions['organizer.activities'] ?? 0);
  const list = usePages<ManagedCard, ListPage, RefusedBy<'organizer.activities'>>('published', version, (cursor) =>
    call('organizer.activities', { state: 'published', ...(cursor === undefined ? {} : { cursor }) }),
  );
  const { items, refused } = list;
  return (
    <Sheet open title="照哪一个办" onClose={onClose} testId="former-sheet">
      {!items && !refused && <SkeletonRows count={5} />}
      {refused && <FailureLine refused={refused} again={list.again} asking={list.asking} />}
      {items?.length === 0 && (
        <Notice icon="empty" title="还没有办过的" text="从样板或空白开始，办过一次下回就能照着来" />
      )}
      {items && items.length > 0 && (
        <CellGroup>
          {items.map((card) => (
            <Cell
              key={card.id}
              title={card.title}
              note={`${span(card.startsAt, card.endsAt, now)} · ${managedTag(card, now).words}`}
              onPress={() => onChoose(card.id)}
              testId={`former-${card.id}`}
            />
          ))}
        </CellGroup>
      )}
      {list.more && !refused && (
        <Button onPress={list.loadMore} testId="more-former">
          再往前
        </Button>
      )}
    </Sheet>
  );
}

/** The day for one that was chosen, once its plan is known. */
function DayFor({ id, onClose, onDay }: { id: ActivityId; onClose: () => void; onDay: (on: Day) => void }) {
  const { value, refused, asking, again } = useAnswer('organizer.activity', { activityId: id });
  if (value) return <CopyDaySheet plan={value.plan} onClose={onClose} onDay={onDay} />;
  return (
    <Sheet open title="照这个再办一次" onClose={onClose} testId="copy-sheet">
      {refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={2} />}
    </Sheet>
  );
}

/** How to begin: from what was held before, from a template, or from nothing. */
export function Start({ onBegin }: { onBegin: (beginning: Beginning) => void }) {
  const [choosing, setChoosing] = useState(false);
  const [like, setLike] = useState<ActivityId>();
  return (
    <View className="edit-start" data-testid="start">
      <CellGroup>
        <Cell
          title="照以前的办"
          note="挑一个办过的，日期往后挪，其余照旧"
          onPress={() => setChoosing(true)}
          testId="start-like"
        />
        <Cell title="从空白开始" note="一步一步填" onPress={() => onBegin({ kind: 'empty' })} testId="start-empty" />
      </CellGroup>
      <View className="pad">
        <View className="title edit-start__title">从样板开始</View>
        <View className="note edit-start__note">时间、分区、规则先帮你填好，名字、介绍和地点自己写</View>
        <Choice
          options={TEMPLATES.map((value) => ({
            value,
            title: TEMPLATE_WORDS[value].name,
            note: TEMPLATE_WORDS[value].note,
          }))}
          chosen={undefined}
          onChoose={(template) => onBegin({ kind: 'template', template })}
        />
      </View>
      {choosing && like === undefined && <Former onChoose={setLike} onClose={() => setChoosing(false)} />}
      {like !== undefined && (
        <DayFor id={like} onClose={() => setLike(undefined)} onDay={(on) => onBegin({ kind: 'like', id: like, on })} />
      )}
    </View>
  );
}
