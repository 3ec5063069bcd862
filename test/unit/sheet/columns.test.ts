import { lacking, settledChoice } from '../../../domain/sheet/check';
import { choiceOf, recognise } from '../../../domain/sheet/columns';
import { fieldOf } from '../../../domain/sheet/fields';
import { columnLetter, columnNumber } from '../../../domain/sheet/table';
import { rosterOf, tableOf } from '../../support/sheets';

const heads = (...texts: string[]) => recognise(tableOf([texts, texts.map(() => 'x')]), 'roster');
const fields = (...texts: string[]) => heads(...texts)?.columns.map(({ field }) => field);

test.each([
  ['姓名', 'name'],
  ['* 手机号（必填）：', 'phone'],
  ['联系 电话', 'phone'],
  ['所在单位', 'enterprise'],
  ['单位名称【全称】', 'enterprise'],
  ['用工性质', 'employment'],
  ['签到时间', 'day'],
])('%s is a usual head', (text, field) => {
  expect(fieldOf(text)).toEqual({ field, how: 'sure' });
});

test('a head that ends with a usual one is likely it', () => {
  expect(fieldOf('职工手机号码')).toEqual({ field: 'phone', how: 'likely' });
  expect(fieldOf('会员姓名')).toEqual({ field: 'name', how: 'likely' });
});

test.each(['紧急联系电话', '单位电话', '办公电话', '家属姓名', '推荐单位', '出生日期', '入会时间', '备注', ''])(
  '%s is about somebody or something else',
  (text) => {
    expect(fieldOf(text)).toBeUndefined();
  },
);

test('a sure head comes before a likely one, and nobody is asked', () => {
  const found = heads('会员姓名', '姓名', '手机', '单位');
  expect(found?.columns.map(({ field, contested }) => [field, contested])).toEqual([
    [undefined, undefined],
    ['name', undefined],
    ['phone', undefined],
    ['enterprise', undefined],
  ]);
});

test('two columns that say the same equally well are contested, the first is proposed', () => {
  const found = heads('姓名', '手机', '联系电话', '单位');
  expect(found?.columns.map(({ field, contested }) => [field, contested])).toEqual([
    ['name', undefined],
    ['phone', true],
    [undefined, true],
    ['enterprise', undefined],
  ]);
});

test('a column of phones under a head that says nothing is likely the phone', () => {
  const table = tableOf([
    ['姓名', '号', '单位'],
    ['张三', '13800001001', 'x'],
    ['李四', '138 0000 1002', 'x'],
  ]);
  expect(recognise(table, 'roster')?.columns[1]).toMatchObject({ field: 'phone', how: 'likely' });
});

test('what is shown for confirmation has letters and samples, phones masked', () => {
  const table = tableOf([
    ['姓名', '手机', '单位'],
    ['张三', '１３８00001001', '某某'],
  ]);
  expect(recognise(table, 'roster')?.columns[1]).toEqual({
    at: 1,
    letter: 'B',
    head: '手机',
    field: 'phone',
    how: 'sure',
    samples: ['138****1001'],
  });
});

test('a column that the purpose has no use for is not recognised', () => {
  expect(fields('姓名', '手机', '单位', '日期')).toEqual(['name', 'phone', 'enterprise', undefined]);
});

test('what is lacking is told, unless it is assumed or chosen', () => {
  const recognised = heads('姓名', '手机', '甲方');
  if (!recognised) throw new Error('no heads');
  expect(recognised.missing).toEqual(['enterprise']);
  expect(settledChoice({ recognised }, 'roster')).toMatchObject({ problem: { fields: ['enterprise'] } });
  expect(settledChoice({ recognised, assumed: ['enterprise'] }, 'roster')).toEqual({
    kind: 'choice',
    choice: { name: 0, phone: 1 },
  });
  const chosen = { ...choiceOf(recognised), enterprise: 2 };
  expect(settledChoice({ recognised, chosen }, 'roster')).toEqual({ kind: 'choice', choice: chosen });
  expect(lacking({ phone: 0 }, 'attendance')).toEqual([]);
});

test('a title that mentions a field is no head', () => {
  const outcome = rosterOf(
    tableOf([['各单位'], ['姓名', '手机', '单位'], ['张三', '13800001001', '禾芩生物制药有限公司']]),
  );
  expect(outcome.kind === 'read' && [outcome.recognised.head.last, outcome.rows.length]).toEqual([2, 1]);
});

test('columns are lettered as programs do', () => {
  expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  expect(['A', 'Z12', 'AA', 'ZZ', 'AAA7', '7'].map(columnNumber)).toEqual([0, 25, 26, 701, 702, -1]);
});
