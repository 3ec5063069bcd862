import { attendanceRows } from '../../../domain/sheet/attendance-rows';
import { enterpriseFinder } from '../../../domain/sheet/enterprises';
import { employmentOf } from '../../../domain/sheet/roster-rows';
import { readDay, readPhone, tidy } from '../../../domain/sheet/tidy';
import { issueWords, noticeLines } from '../../../domain/wording/sheet';
import { ENTERPRISES, rosterOf, TERMS, tableOf } from '../../support/sheets';

const UNIT = '禾芩生物制药有限公司';

function told(rows: string[][], terms = TERMS): { taken: number[]; issues: string[]; notices: string[] } {
  const outcome = rosterOf(tableOf([['姓名', '手机', '单位', '用工性质'], ...rows]), terms);
  if (outcome.kind === 'problem') throw new Error(outcome.problem.code);
  const { rows: taken, issues, notices } = outcome;
  return { taken: taken.map(({ row }) => row), issues: issues.map(issueWords), notices: noticeLines(notices) };
}

test('every fault of a row is told at once', () => {
  expect(told([['', '12345', '']]).issues).toEqual([
    '第 2 行 A 列：没有填姓名',
    '第 2 行 B 列：手机号“12345”不对，有 5 位数字，要 11 位',
    '第 2 行 C 列：没有填单位',
  ]);
});

test('a row that says nothing that counts is passed over, and so are heads again', () => {
  const rows = [
    ['张三', '13800001001', UNIT],
    ['姓名', '手机', '单位', '用工性质'],
    ['', '', '', '', '共 2 人'],
  ];
  expect(told(rows)).toEqual({ taken: [2], issues: [], notices: ['第 3、4 行没有名单内容，跳过了'] });
});

test('the same person again in the same words counts once', () => {
  const rows = [
    ['张三', '13800001001', UNIT],
    ['张 三', '138 0000 1001', UNIT],
  ];
  expect(told(rows)).toEqual({ taken: [2], issues: [], notices: ['1 行重复，只算一次：第 3 行同第 2 行'] });
});

test('one phone in two enterprises is somebody’s mistake', () => {
  const rows = [
    ['张三', '13800001001', UNIT],
    ['张三', '13800001001', '大兴药谷孵化器有限公司'],
  ];
  expect(told(rows).issues).toEqual(['第 3 行 B 列：手机号和第 2 行重复，两行写的不一样']);
});

test('an enterprise is found whatever its blanks and brackets, and nothing else is guessed', () => {
  const find = enterpriseFinder(ENTERPRISES);
  expect(find('云杉医疗器械(北京) 有限公司')).toEqual({ kind: 'found', id: 'e2' });
  expect(find('禾芩生物')).toEqual({ kind: 'unknown', nearest: [UNIT] });
  expect(find('云杉医疗')).toEqual({ kind: 'unknown', nearest: ['云杉医疗器械（北京）有限公司'] });
  expect(find('毫不相干')).toEqual({ kind: 'unknown', nearest: [] });
});

test('an unknown enterprise comes with the names that look like it', () => {
  expect(told([['张三', '13800001001', '禾芩生物']]).issues).toEqual([
    '第 2 行 C 列：没有“禾芩生物”这个单位，是不是禾芩生物制药有限公司',
  ]);
});

test('an officer imports their own enterprise alone, and is told of no other', () => {
  const terms = { ...TERMS, only: 'e1' };
  const rows = [
    ['张三', '13800001001', UNIT],
    ['李四', '13800001002', '大兴药谷孵化器有限公司'],
    ['王五', '13800001003', '云杉医疗'],
  ];
  expect(told(rows, terms)).toMatchObject({
    taken: [2],
    issues: [
      '第 3 行 C 列：“大兴药谷孵化器有限公司”不归你管，只能导入自己单位的人',
      '第 4 行 C 列：“云杉医疗”不归你管，只能导入自己单位的人',
    ],
  });
});

test('a sheet without enterprises is of the one that is assumed', () => {
  const table = tableOf([
    ['姓名', '手机'],
    ['张三', '13800001001'],
  ]);
  const outcome = rosterOf(table, { ...TERMS, assumed: 'e3' });
  expect(outcome.kind === 'read' && outcome.rows).toEqual([
    { row: 2, name: '张三', phone: '13800001001', enterpriseId: 'e3' },
  ]);
});

test('用工性质 that is not understood stops nobody', () => {
  const rows = [
    ['张三', '13800001001', UNIT, '外卖骑手'],
    ['李四', '13800001002', UNIT, '劳务派遣'],
    ['王五', '13800001003', UNIT, ''],
  ];
  expect(told(rows)).toEqual({ taken: [2, 3, 4], issues: [], notices: ['第 3 行的用工性质没认出来，其他照常导入'] });
  expect(['正式员工', '合同制', '在职', '快递员', '其他'].map(employmentOf)).toEqual([
    'employee',
    'employee',
    'employee',
    'new-form',
    undefined,
  ]);
});

test.each([
  ['13800001001', '13800001001'],
  ['１３８ ００００ １００１', '13800001001'],
  ['+86-138-0000-1001', '13800001001'],
  ['008613800001001', '13800001001'],
  ['8613800001001', '13800001001'],
  ['\u202A13800001001\u202C', '13800001001'],
  ["'13800001001", '13800001001'],
  ['13800001001.0', '13800001001'],
  ['1.3800001001E+10', '13800001001'],
])('%j is a phone', (text, phone) => {
  expect(readPhone(text)).toMatchObject({ kind: 'phone', phone });
});

test.each(['23800001001', '1380000100', '138000010011', '010-62345678', '13800001001/13800001002', '无'])(
  '%j is no phone',
  (text) => {
    expect(readPhone(text).kind).toBe('bad');
  },
);

test('days are read with their year only', () => {
  const texts = ['2026-03-01', '2026/3/1 18:30', '2026年3月1日', '2026.3.1', '20260301', '２０２６－３－１'];
  expect(texts.map(readDay)).toEqual(texts.map(() => '2026-03-01'));
  expect(['3月1日', '2026-02-30', '2026-13-01', '星期日', ''].map(readDay)).toEqual(Array(5).fill(undefined));
});

test('unseen marks and odd blanks go', () => {
  expect(tidy('\uFEFF 张\u3000三\u200B ')).toBe('张 三');
});

describe('an attendance sheet', () => {
  const terms = { title: '龙舟赛', days: ['2026-06-19', '2026-06-20'] };
  const choice = { name: 0, phone: 1, day: 2, activity: 3 };
  const read = (rows: string[][], of = terms, by: Record<string, number> = choice) =>
    attendanceRows(tableOf([['姓名', '手机', '日期', '活动'], ...rows]), { first: 1, last: 1, texts: [] }, by, of);

  test('counts a person once a day', () => {
    const { rows, notices, issues } = read([
      ['张三', '13800001001', '2026/6/19', '龙舟赛'],
      ['张三', '13800001001', '2026/6/20', ''],
      ['张三', '13800001001', '2026-06-20 10:00', '龙舟赛'],
    ]);
    expect(rows.map(({ row, day }) => [row, day])).toEqual([
      [2, '2026-06-19'],
      [3, '2026-06-20'],
    ]);
    expect(notices.repeated).toEqual([[3, 4]]);
    expect(issues).toEqual([]);
  });

  test('tells of another day, an unclear one and another activity', () => {
    const { rows, issues } = read([
      ['张三', '13800001001', '2026-06-21', ''],
      ['李四', '13800001002', '6月19日', ''],
      ['王五', '13800001003', '2026-06-19', '读书会'],
    ]);
    expect(rows).toEqual([]);
    expect(issues.map(issueWords)).toEqual([
      '第 2 行 C 列：2026-06-21 没有这场活动，活动在 2026-06-19、2026-06-20',
      '第 3 行 C 列：看不懂日期“6月19日”，请写成 2026-03-01 这样',
      '第 4 行 D 列：写的是另一个活动“读书会”',
    ]);
  });

  test('without days is of an activity of one day, and needs no names', () => {
    const one = { ...terms, days: ['2026-06-19'] };
    expect(read([['', '13800001001']], one, { phone: 1 }).rows).toEqual([
      { row: 2, phone: '13800001001', name: '', day: '2026-06-19' },
    ]);
    expect(read([['', '13800001001']], terms, { phone: 1 }).issues.map(issueWords)).toEqual(['第 2 行：没有填日期']);
  });
});
