import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { moment } from '../../../domain/wording/dates';
import type { SheetField } from '../../../types/contract';
import type { ActivityId, SessionId } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { copyText } from '../../device/copy';
import { Failure } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { WIDE } from '../../ui/wide/wide';
import type { ImportTarget } from './ask-import';
import { CheckStep } from './check-step';
import { ColumnsStep } from './columns-step';
import { Foot } from './foot';
import { importedWords, PastImports } from './past-imports';
import { type Importing, useImport } from './use-import';
import '../../shell/refused/import';
import './import.css';

interface Words {
  title: string;
  text: string;
  heads: string;
  fields: readonly SheetField[];
  needed: readonly SheetField[];
}

const ROSTER: Words = {
  title: '选一份名册',
  text: '.xlsx 或 .csv，最多 5000 行。表里有谁，单位的名册就是谁',
  heads: '姓名\t手机号\t单位',
  fields: ['name', 'phone', 'enterprise', 'employment'],
  needed: ['name', 'phone', 'enterprise'],
};
const ATTENDANCE: Words = {
  title: '选一份到场名单',
  text: '按手机号对上会员，对不上的会列出来，不影响别人',
  heads: '姓名\t手机号\t日期',
  fields: ['name', 'phone', 'activity', 'day'],
  needed: ['phone'],
};

function FileStep({ words, importing, children }: { words: Words; importing: Importing; children: ReactNode }) {
  const { busy, choose } = importing;
  return (
    <>
      <Notice icon="people" title={words.title} text={words.text} testId="choose-file">
        <Button onPress={() => void copyText(words.heads)} testId="copy-heads">
          复制表头，去表格里贴上
        </Button>
      </Notice>
      {children}
      <Foot importing={importing}>
        <Button kind="primary" busy={busy} onPress={() => void choose()} testId="choose">
          {busy ? '正在读' : '选文件'}
        </Button>
      </Foot>
    </>
  );
}

function Steps({ words, importing, past }: { words: Words; importing: Importing; past: ReactNode }) {
  const { step, choose } = importing;
  switch (step.at) {
    case 'file':
      return (
        <FileStep words={words} importing={importing}>
          {past}
        </FileStep>
      );
    case 'columns':
      return <ColumnsStep key={`${step.file.fileId} ${step.read.sheet}`} {...step} {...words} importing={importing} />;
    case 'check':
      return <CheckStep checked={step.checked} importing={importing} />;
    case 'done':
      return (
        <Notice icon="check" good title="导入好了" text={importedWords(step.imported)} testId="imported">
          <Button onPress={() => void choose()} testId="again">
            再导入一份
          </Button>
        </Notice>
      );
    default:
      return step satisfies never;
  }
}

/** 导入名册, or 补录到场 of an activity: a file, its columns, what it would do, and then it is done whole or not at all. */
export function ImportPage({ activityId }: { activityId?: ActivityId }) {
  const { value, refused, asking, again } = useAnswer('import.start', {});
  const [chosen, setChosen] = useState<string>();
  const own = activityId === undefined ? value?.enterprises : undefined;
  const enterpriseId = own?.length === 1 ? own[0]?.id : chosen;
  const [sessionId, setSessionId] = useState<string>();
  const target: ImportTarget =
    activityId === undefined
      ? { kind: 'roster', ...(enterpriseId !== undefined && { enterpriseId }) }
      : { kind: 'attendance', activityId, ...(sessionId !== undefined && { sessionId }) };
  const importing = useImport(target, value);
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={4} />;
  if (own && enterpriseId === undefined) {
    const options = own.map(({ id, name }) => ({ value: id, title: name }));
    return (
      <View className="import-page import-head stack">
        <View className="title">导入哪个单位的名册</View>
        <Choice options={options} chosen={chosen} onChoose={setChosen} />
      </View>
    );
  }
  const base = activityId === undefined ? ROSTER : ATTENDANCE;
  const words = own ? { ...base, needed: base.needed.filter((field) => field !== 'enterprise') } : base;
  const { trouble } = importing;
  const sessions =
    trouble?.kind === 'refused' && trouble.refused.refusal === 'SESSION_NEEDED' ? trouble.refused.detail.sessions : [];
  const chooseSession = (id: SessionId): void => {
    setSessionId(id);
    if (target.kind === 'attendance') void importing.readAs({ ...target, sessionId: id });
  };
  return (
    <View className={`import-page ${WIDE}`}>
      {sessions.length > 0 && (
        <View className="import-head stack" data-testid="sessions">
          <View className="title">这是哪一场的名单</View>
          <Choice
            options={sessions.map(({ id, name, startsAt }) => ({
              value: id,
              title: name,
              note: moment(startsAt, serverNow()),
            }))}
            chosen={sessionId}
            onChoose={chooseSession}
          />
        </View>
      )}
      <Steps
        words={words}
        importing={importing}
        past={target.kind === 'roster' && <PastImports enterpriseId={enterpriseId} />}
      />
    </View>
  );
}
