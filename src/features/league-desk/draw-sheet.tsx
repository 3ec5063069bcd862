import { View } from '@tarojs/components';
import { useState } from 'react';
import { entryWords } from '../../../domain/wording/league-card';
import { minutesWords } from '../../../domain/wording/league-desk';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { EntryId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { ReasonField } from '../../ui/field/reason-field';
import { Hint } from '../../ui/hint/hint';
import { Sheet } from '../../ui/sheet/sheet';
import { issueWords } from './league-fields';
import { formFrom } from './league-form';
import { useAct } from './use-act';

interface DrawSheetProps {
  league: ManagedLeague;
  seeds: EntryId[];
  onClose: () => void;
}

/** What comes of the entries there are: as many matches, and whether the format fits them. */
function Coming({ league }: Pick<DrawSheetProps, 'league'>) {
  const { plan, entries } = league;
  const { value } = useAnswer('league.previewLeague', { plan, entries: entries.complete });
  const lacking = entries.all - entries.complete - entries.withdrawn;
  const { unit } = entryWords(plan.discipline);
  return (
    <View className="stack stack--tight">
      <View className="strong number">
        {entries.complete} {unit}
        {value && value.issues.length === 0 && `，${value.matches} 场，共 ${minutesWords(value.neededMinutes)}`}
      </View>
      {lacking > 0 && (
        <View className="note number">
          {lacking} {unit}人没齐，不进抽签
        </View>
      )}
      {value?.issues.map((issue) => (
        <View key={`${issue.path} ${issue.message}`} className="field__fault">
          {issueWords(formFrom(plan), issue)}
        </View>
      ))}
    </View>
  );
}

/** Drawing says what is made then, what is published, and that it closes entries. */
export function DrawSheet({ league, seeds, onClose }: DrawSheetProps) {
  const act = useAct('league.draw');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const again = league.draws.length > 0;
  const { refused } = act;
  async function yes(): Promise<void> {
    const words = reason.trim();
    setMissing(again && words === '');
    if (again && words === '') return;
    const outcome = await act.send({ leagueId: league.id, seeds, ...(again ? { reason: words } : {}) });
    if (outcome.ok) {
      toast('抽好了');
      go.back();
    } else if (outcome.refusal === 'REASON_NEEDED') setMissing(true);
  }
  return (
    <Sheet
      open
      title={again ? '重新抽签' : '抽签'}
      onClose={onClose}
      testId="draw-sheet"
      foot={
        <>
          {refused && refused.refusal !== 'REASON_NEEDED' && <FailureLine refused={refused} />}
          {refused?.refusal === 'FORMAT_UNFIT' && (
            <Button onPress={() => go.deskLeagueEdit(league.id, true)} testId="mend-format">
              去改赛制
            </Button>
          )}
          <Button kind="primary" busy={act.busy} onPress={() => void yes()} testId="confirm-draw">
            {act.busy ? '正在抽签' : '现在抽签'}
          </Button>
        </>
      }
    >
      <Coming league={league} />
      <Hint icon="shield">种子号由服务器现在生成，和名单一起公开，谁都能照着再抽一遍。同单位的尽量晚碰面。</Hint>
      {again ? (
        <>
          <Hint icon="help" warns>
            原来的抽签作废，但不会消失：两次的种子号和原因都留在联赛页上。
          </Hint>
          <ReasonField
            note="所有人都看得到"
            placeholder="比如“有人漏了报名”"
            missing={missing}
            onType={(words) => {
              setReason(words);
              setMissing(false);
            }}
          />
        </>
      ) : (
        <Hint icon="clock">抽完报名和名单就截止，之后只有你们能改。</Hint>
      )}
    </Sheet>
  );
}
