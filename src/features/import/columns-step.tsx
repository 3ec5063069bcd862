import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { FIELD_WORDS } from '../../../domain/wording/sheet';
import type { ReadSheet, SheetColumn, SheetColumns, SheetField } from '../../../types/contract';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Choice } from '../../ui/choice/choice';
import { Sheet } from '../../ui/sheet/sheet';

const NONE = 'none';

const ENCODING_WORDS: Record<NonNullable<ReadSheet['encoding']>, string> = {
  'utf-8': 'UTF-8',
  'utf-16': 'UTF-16',
  gb18030: 'GBK',
};

function meaningOf(columns: SheetColumns, at: number): SheetField | undefined {
  const found = Object.entries(columns).find(([, column]) => column === at)?.[0];
  return found as SheetField | undefined;
}

/** The columns with one of them meaning something else; no other means that any more. */
function withMeaning(columns: SheetColumns, at: number, field: SheetField | undefined): SheetColumns {
  const rest = Object.fromEntries(Object.entries(columns).filter(([name, column]) => column !== at && name !== field));
  return field === undefined ? rest : { ...rest, [field]: at };
}

function titleOf({ head, letter }: SheetColumn): string {
  return head === '' ? `${letter} 列` : head;
}

interface ColumnsStepProps {
  read: ReadSheet;
  fields: readonly SheetField[];
  needed: readonly SheetField[];
  busy: boolean;
  onCheck: (columns: SheetColumns) => void;
}

/** What was made of the heads, to be confirmed: a tap on a column changes what it is. */
export function ColumnsStep({ read, fields, needed, busy, onCheck }: ColumnsStepProps) {
  const recognised = Object.fromEntries(read.columns.flatMap(({ field, at }) => (field ? [[field, at]] : [])));
  const [columns, setColumns] = useState<SheetColumns>(recognised);
  const [asked, setAsked] = useState<SheetColumn>();
  const missing = needed.filter((field) => columns[field] === undefined);
  const from = [read.sheet, read.encoding && `${ENCODING_WORDS[read.encoding]} 文本`, `${read.rows} 行`];
  return (
    <View>
      <CellGroup title={`${from.filter((each) => each).join(' · ')}。看看每一列对不对`}>
        {read.columns.map((column) => {
          const field = meaningOf(columns, column.at);
          const note = column.contested ? '有两列像是同一项，请选一下' : column.samples.join('、');
          return (
            <Cell
              key={column.at}
              title={titleOf(column)}
              note={note}
              value={field ? FIELD_WORDS[field] : '不用'}
              onPress={() => setAsked(column)}
              testId={`column-${column.letter}`}
            />
          );
        })}
      </CellGroup>
      {missing.length > 0 && (
        <View className="pad note">
          <Text>还没有{missing.map((field) => `“${FIELD_WORDS[field]}”`).join('、')}：点一下是它的那一列</Text>
        </View>
      )}
      <Bar>
        <Button
          kind="primary"
          disabled={missing.length > 0}
          busy={busy}
          onPress={() => onCheck(columns)}
          testId="check"
        >
          {busy ? '正在检查' : '检查名单'}
        </Button>
      </Bar>
      {asked && (
        <Sheet open title={`“${titleOf(asked)}”是什么`} onClose={() => setAsked(undefined)} testId="column-sheet">
          <Choice
            options={[
              ...fields.map((field) => ({ value: field as string, title: FIELD_WORDS[field] })),
              { value: NONE, title: '不用这一列' },
            ]}
            chosen={meaningOf(columns, asked.at) ?? NONE}
            onChoose={(value) => {
              setColumns(
                withMeaning(
                  columns,
                  asked.at,
                  fields.find((field) => field === value),
                ),
              );
              setAsked(undefined);
            }}
          />
        </Sheet>
      )}
    </View>
  );
}
