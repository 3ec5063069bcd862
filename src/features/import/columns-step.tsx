import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { FIELD_WORDS } from '../../../domain/wording/sheet';
import type { ReadSheet, SheetColumn, SheetColumns, SheetField } from '../../../types/contract';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Choice } from '../../ui/choice/choice';
import { Sheet } from '../../ui/sheet/sheet';
import { Foot } from './foot';
import type { Importing } from './use-import';

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
  name: string;
  read: ReadSheet;
  fields: readonly SheetField[];
  needed: readonly SheetField[];
  importing: Importing;
}

/** Whose columns these are; where a workbook has several sheets, a tap takes another. */
function Whence({ name, read, importing }: Pick<ColumnsStepProps, 'name' | 'read' | 'importing'>) {
  const [open, setOpen] = useState(false);
  const { sheet, sheets, encoding, rows } = read;
  const facts = [encoding && `${ENCODING_WORDS[encoding]} 文本`, `${rows} 行`].filter((each) => each).join(' · ');
  return (
    <CellGroup>
      <Cell icon="copy" title={name} note={facts} />
      {sheet !== undefined && sheets.length > 1 && (
        <Cell title="工作表" value={sheet} onPress={() => setOpen(true)} testId="sheet-of" />
      )}
      {open && (
        <Sheet open title="名单在哪张工作表" onClose={() => setOpen(false)} testId="sheets-sheet">
          <Choice
            options={sheets.map((value) => ({ value, title: value }))}
            chosen={sheet}
            onChoose={(value) => {
              setOpen(false);
              if (value !== sheet) void importing.readSheetOf(value);
            }}
          />
        </Sheet>
      )}
    </CellGroup>
  );
}

interface MeaningSheetProps {
  column: SheetColumn;
  fields: readonly SheetField[];
  meaning: SheetField | undefined;
  onMean: (field: SheetField | undefined) => void;
  onClose: () => void;
}

function MeaningSheet({ column, fields, meaning, onMean, onClose }: MeaningSheetProps) {
  const options: { value: string; title: string }[] = [
    ...fields.map((field) => ({ value: field, title: FIELD_WORDS[field] })),
    { value: NONE, title: '不用这一列' },
  ];
  return (
    <Sheet open title={`“${titleOf(column)}”是什么`} onClose={onClose} testId="column-sheet">
      <Choice
        options={options}
        chosen={meaning ?? NONE}
        onChoose={(value) => onMean(fields.find((field) => field === value))}
      />
    </Sheet>
  );
}

/** What was made of the heads, to be confirmed: a tap on a column changes what it is. */
export function ColumnsStep({ name, read, fields, needed, importing }: ColumnsStepProps) {
  const { busy, check } = importing;
  const recognised = Object.fromEntries(read.columns.flatMap(({ field, at }) => (field ? [[field, at]] : [])));
  const [columns, setColumns] = useState<SheetColumns>(recognised);
  const [asked, setAsked] = useState<SheetColumn>();
  const missing = needed.filter((field) => columns[field] === undefined);
  return (
    <View>
      <Whence name={name} read={read} importing={importing} />
      <CellGroup title="看看每一列对不对，点一下可以改">
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
      <Foot importing={importing} other>
        <Button
          kind="primary"
          disabled={missing.length > 0}
          busy={busy}
          onPress={() => void check(columns)}
          testId="check"
        >
          {busy ? '正在检查' : '检查名单'}
        </Button>
      </Foot>
      {asked && (
        <MeaningSheet
          column={asked}
          fields={fields}
          meaning={meaningOf(columns, asked.at)}
          onMean={(field) => {
            setColumns(withMeaning(columns, asked.at, field));
            setAsked(undefined);
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </View>
  );
}
