import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { issueWords, noticeLines, unmatchedWords } from '../../../domain/wording/sheet';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Check } from '../../ui/check/check';
import { Chips } from '../../ui/chips/chips';
import { Press } from '../../ui/press/press';
import type { Checked } from './ask-import';
import { Foot } from './foot';
import type { Importing } from './use-import';

type Part = 'bad' | 'coming' | 'going' | 'unmatched' | 'enterprises';
interface Line {
  key: string;
  title: string;
  note: string;
}

/** Lines drawn at once: a page may have fewer than a thousand nodes. */
const SHOWN = 50;

function views(checked: Checked): Record<Part, { words: string; total: number; lines: Line[] }> {
  const { plan } = checked;
  const coming = (plan?.coming ?? []).map((each): Line => {
    const where = 'day' in each ? each.day : each.enterpriseName;
    return { key: `${each.row} ${where}`, title: each.name, note: `第 ${each.row} 行 · ${each.phone} · ${where}` };
  });
  const going = (plan?.going ?? []).map((each, at): Line => {
    return {
      key: `${at}`,
      title: each.name,
      note: `${each.phone} · ${'day' in each ? each.day : each.enterpriseName}`,
    };
  });
  const unmatched = (checked.kind === 'attendance' ? (checked.plan?.unmatched ?? []) : []).map((each): Line => {
    return { key: `${each.row}`, title: each.name || each.phone, note: unmatchedWords(each) };
  });
  const bad = checked.issues.map((issue, at): Line => ({ key: `${at}`, title: issueWords(issue), note: '' }));
  const changed = checked.kind === 'roster' ? (checked.plan?.enterprises ?? []) : [];
  const enterprises = changed.map(({ id, name, before, added, removed }): Line => {
    const steps = [`原有 ${before} 位`, added > 0 && `新增 ${added}`, removed > 0 && `移出 ${removed}`];
    return { key: id, title: name, note: steps.filter((each) => each).join(' · ') };
  });
  const unmatchedRows = checked.kind === 'attendance' ? (checked.plan?.unmatchedRows ?? 0) : 0;
  return {
    bad: { words: '要改的', total: checked.badRows, lines: bad },
    // Before those who come on: it is what nobody should overlook.
    going: { words: '移出', total: plan?.removed ?? 0, lines: going },
    coming: { words: '新增', total: plan?.added ?? 0, lines: coming },
    unmatched: { words: '没对上', total: unmatchedRows, lines: unmatched },
    enterprises: { words: '单位', total: enterprises.length, lines: enterprises },
  };
}

/** What is known of those who go beside the list. */
function goingNote(checked: Checked): string | undefined {
  if (checked.kind !== 'roster' || !checked.plan || checked.plan.removed === 0) return undefined;
  const strangers = checked.plan.removed - checked.plan.goingMembers;
  const unknown = strangers > 0 ? `另有 ${strangers} 个手机号还没加入过，看不到名字。` : '';
  return `${unknown}移出名册不影响已经是会员的人，只是以后加入要审核`;
}

function List({ lines, total }: { lines: readonly Line[]; total: number }) {
  const [most, setMost] = useState(SHOWN);
  const shown = lines.slice(0, most);
  return (
    <CellGroup>
      {shown.map(({ key, title, note }) => (
        <Cell key={key} title={title} {...(note !== '' && { note })} />
      ))}
      {lines.length > most ? (
        <Cell title="再看 50 条" onPress={() => setMost(most + SHOWN)} testId="more" />
      ) : (
        total > lines.length && lines.length > 0 && <Cell title={`一共 ${total}，其余不再列出`} />
      )}
    </CellGroup>
  );
}

interface CheckStepProps {
  checked: Checked;
  importing: Importing;
}

const changes = ({ added, removed }: { added: number; removed: number }): boolean => added + removed > 0;

/** The way on: importing where something would change, with the yes to who goes; another file where nothing can be imported. */
function Deciding({ checked: { plan, badRows }, importing }: CheckStepProps) {
  const { busy, apply, choose } = importing;
  const [agreedTo, setAgreedTo] = useState<string>();
  if (!plan || !changes(plan)) {
    return (
      <Foot importing={importing}>
        <Button kind="primary" busy={busy} onPress={() => void choose()} testId="choose">
          {badRows > 0 ? '选改好的文件' : '换一份文件'}
        </Button>
      </Foot>
    );
  }
  const { removed, digest } = plan;
  const agreed = removed === 0 || agreedTo === digest;
  const yes = removed > 0 && (
    <Press
      className="import-yes"
      pressed={agreed}
      onPress={() => setAgreedTo(agreed ? undefined : digest)}
      testId="yes"
    >
      <View className="row">
        <Check on={agreed} />
        <Text>{`确认移出 ${removed} 位`}</Text>
      </View>
    </Press>
  );
  return (
    <Foot importing={importing} other {...(yes && { above: yes })}>
      <Button kind="primary" disabled={!agreed} busy={busy} onPress={() => void apply()} testId="apply">
        {busy ? '正在导入' : '导入'}
      </Button>
    </Foot>
  );
}

/** What importing would do, before it is done; taking people off needs a tick of its own. */
export function CheckStep({ checked, importing }: CheckStepProps) {
  const all = views(checked);
  const { plan, badRows, notices } = checked;
  const names = (Object.keys(all) as Part[]).filter((name) => all[name].total > 0);
  const [chosen, setChosen] = useState<Part>(badRows > 0 ? 'bad' : (names[0] ?? 'coming'));
  const nothing = plan !== undefined && !changes(plan);
  const note = chosen === 'going' ? goingNote(checked) : undefined;
  const title =
    badRows > 0 ? `有 ${badRows} 行要改，改好再传一次` : nothing ? '没有要改的，和现在一样' : '导入后会这样';
  return (
    <View data-testid="checked">
      <View className="import-head stack">
        <View className="title">{title}</View>
        {plan && plan.unchanged > 0 && <View className="note number">{`${plan.unchanged} 位不变`}</View>}
        {noticeLines(notices).map((line) => (
          <View key={line} className="note">
            {line}
          </View>
        ))}
      </View>
      {names.length > 0 && (
        <Chips
          options={names.map((value) => ({ value, words: `${all[value].words} ${all[value].total}` }))}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      {note !== undefined && <View className="import-note note">{note}</View>}
      {names.length > 0 && <List key={chosen} {...all[chosen]} />}
      <Deciding checked={checked} importing={importing} />
    </View>
  );
}
