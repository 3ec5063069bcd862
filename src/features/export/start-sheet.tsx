import { View } from '@tarojs/components';
import { useState } from 'react';
import { REASON_LEAST } from '../../../domain/export/scope';
import { dayOf } from '../../../domain/time/shanghai';
import { exportKindNote, exportKindWords } from '../../../domain/wording/exports';
import { serverNow } from '../../cloud/clock';
import { useCommand } from '../../cloud/use-command';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Chips } from '../../ui/chips/chips';
import { Choice } from '../../ui/choice/choice';
import { ReasonField } from '../../ui/field/reason-field';
import { Segments } from '../../ui/segments/segments';
import { Sheet } from '../../ui/sheet/sheet';
import { exportOfWish, kindsFor, type Standpoint, type Wish } from './wish';
import './export.css';

const MONTHS = Array.from({ length: 13 }, (_, month) => ({
  value: String(month),
  words: month === 0 ? '全年' : `${month} 月`,
}));

/** The books are by Shanghai's years. */
const yearNow = (): number => Number(dayOf(serverNow()).slice(0, 4));

/** This year, the one before, and the one that somebody read about. */
function yearsFor(read: number | undefined): number[] {
  const thisYear = yearNow();
  const near = [thisYear, thisYear - 1];
  return read === undefined || near.includes(read) ? near : [...near, read];
}

function Period({ from, wish, onWish }: { from: Standpoint; wish: Wish; onWish: (wish: Wish) => void }) {
  const years = yearsFor(from.year).map((year) => ({ value: String(year), words: `${year} 年` }));
  return (
    <>
      <Segments
        options={years}
        chosen={String(wish.year)}
        onChoose={(year) => onWish({ ...wish, year: Number(year) })}
      />
      {wish.kind !== 'year' && (
        <View className="export-months">
          <Chips
            options={MONTHS}
            chosen={String(wish.month)}
            onChoose={(month) => onWish({ ...wish, month: Number(month) })}
          />
        </View>
      )}
    </>
  );
}

const PHONES = [
  { value: 'masked' as const, title: '打码', note: '138****1234，够核对用' },
  { value: 'full' as const, title: '完整', note: '要写用途，会留下记录' },
];

function Phones({
  full,
  missing,
  onFull,
  onReason,
}: {
  full: boolean;
  missing: boolean;
  onFull: (full: boolean) => void;
  onReason: (reason: string) => void;
}) {
  return (
    <View>
      <View className="strong export-label">手机号</View>
      <Choice options={PHONES} chosen={full ? 'full' : 'masked'} onChoose={(value) => onFull(value === 'full')} />
      {full && (
        <ReasonField
          note={`至少 ${REASON_LEAST} 个字，管理员在查看记录里能看到`}
          placeholder="用在哪，比如给保险公司投保"
          missing={missing}
          onType={onReason}
        />
      )}
    </View>
  );
}

/** What was chosen on the sheet, and the command that it becomes. */
function useStart(from: Standpoint, onDone: () => void) {
  const act = useCommand('export.start', ['export.list', 'export.get']);
  const [kind = 'year'] = kindsFor(from);
  const [wish, setWish] = useState<Wish>({ kind, year: from.year ?? yearNow(), month: 0 });
  const [full, setFull] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const asksPhones = from.whole && wish.kind !== 'year';
  const type = (words: string): void => {
    setReason(words);
    setMissing(false);
  };
  async function start(): Promise<void> {
    const words = reason.trim();
    const whole = asksPhones && full;
    const lacks = whole && [...words].length < REASON_LEAST;
    setMissing(lacks);
    if (lacks) return;
    const outcome = await act.send({ of: exportOfWish(wish, from), ...(whole && { phones: 'full', reason: words }) });
    if (!outcome.ok) return;
    toast('开始导出了');
    onDone();
  }
  return { act, wish, setWish, full, setFull, missing, type, asksPhones, start };
}

/** What is to be exported, and with which phones. */
export function StartSheet({ from, onClose }: { from: Standpoint; onClose: () => void }) {
  const { act, wish, setWish, full, setFull, missing, type, asksPhones, start } = useStart(from, onClose);
  const kinds = kindsFor(from).map((value) => ({ value, title: exportKindWords(value), note: exportKindNote(value) }));
  const timed = wish.kind !== 'registrations' && wish.kind !== 'attendance';
  const foot = (
    <>
      {act.refused && <FailureLine refused={act.refused} />}
      <Button kind="primary" busy={act.busy} onPress={() => void start()} testId="start">
        开始导出
      </Button>
    </>
  );
  return (
    <Sheet
      open
      title={from.enterpriseName === undefined ? '导出' : `导出 ${from.enterpriseName}`}
      onClose={onClose}
      testId="start-sheet"
      foot={foot}
    >
      <View className="export-form">
        <Choice options={kinds} chosen={wish.kind} onChoose={(kind) => setWish({ ...wish, kind })} />
        {timed && <Period from={from} wish={wish} onWish={setWish} />}
        {asksPhones && <Phones full={full} missing={missing} onFull={setFull} onReason={type} />}
      </View>
    </Sheet>
  );
}
