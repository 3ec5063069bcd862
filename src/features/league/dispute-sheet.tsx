import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Length } from '../../../domain/league/discipline';
import type { FixtureDetail } from '../../../types/contract';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { PhotoField } from '../../shell/photo-field/photo-field';
import { SendButton } from '../../shell/photo-field/send-button';
import { Field } from '../../ui/field/field';
import { TextArea } from '../../ui/field/text-area';
import { Sheet } from '../../ui/sheet/sheet';
import { Switch } from '../../ui/switch/switch';
import { sideNames } from './match-head';
import { ScoreForm } from './score-form';
import { useLeagueAct } from './use-league-act';
import { lengthOf, useScore } from './use-score';
import './match.css';

/** As many characters as the referee is given. */
const WORDS_MOST = 200;

interface DisputeSheetProps {
  match: FixtureDetail;
  onClose: () => void;
}

/** A length that nothing is checked by: the form is not shown where the discipline is not known. */
const NO_LENGTH: Length = { match: { kind: 'wins', bestOf: [1] }, bestOf: 1 };

function useDispute({ match, onClose }: DisputeSheetProps) {
  const act = useLeagueAct('league.dispute');
  const length = lengthOf(match);
  const score = useScore(match, length ?? NO_LENGTH);
  const [words, setWords] = useState('');
  const [photos, setPhotos] = useState<string[]>([]);
  const [claiming, setClaiming] = useState(false);
  const [missing, setMissing] = useState(false);
  async function send(): Promise<void> {
    setMissing(words.trim() === '');
    const claims = claiming ? score.finished() : undefined;
    if (words.trim() === '' || (claiming && !claims)) return;
    const said = { words: words.trim(), photos, ...(claims && { claims }) };
    const sent = await act.send({ leagueId: match.leagueId, fixtureId: match.id, ...said });
    if (!sent.ok) return;
    toast('交给裁判了');
    onClose();
  }
  return { act, length, score, setWords, photos, setPhotos, claiming, setClaiming, missing, setMissing, send };
}

/** Says that a report is wrong: in words, with photos, and with the score as it should be. */
export function DisputeSheet(props: DisputeSheetProps) {
  const { match, onClose } = props;
  const form = useDispute(props);
  const { act, length, score } = form;
  return (
    <Sheet
      open
      title="有异议"
      onClose={onClose}
      testId="dispute-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <SendButton busy={act.busy} onPress={() => void form.send()} testId="send-dispute">
            请裁判来定
          </SendButton>
        </>
      }
    >
      <View className="note">裁判、组织者和两队都看得到，照实写就好。</View>
      <Field label="哪里不对" fault={form.missing ? '写一句哪里不对' : undefined}>
        <TextArea
          label="哪里不对"
          placeholder="比如“第 2 局是 9:11，填反了”"
          maxLength={WORDS_MOST}
          onType={(text) => {
            form.setWords(text);
            form.setMissing(false);
          }}
          testId="dispute-words"
        />
      </Field>
      {match.photoFolder !== undefined && (
        <PhotoField folder={match.photoFolder} photos={form.photos} onChange={form.setPhotos} />
      )}
      {length && (
        <View className="match-part">
          <Switch title="填上我这边记的比分" on={form.claiming} onChange={form.setClaiming} testId="claiming" />
          {form.claiming && (
            <ScoreForm
              draft={score.draft}
              length={length}
              knockout={match.knockout}
              names={sideNames(match)}
              official={false}
              fault={score.fault}
              onChange={score.change}
            />
          )}
        </View>
      )}
    </Sheet>
  );
}
