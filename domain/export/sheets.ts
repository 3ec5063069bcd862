import type { Counts, Line, YearReport } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { column, instant, integer, text } from '../sheet/cells';
import type { OutCell, OutColumn, OutSheet } from '../sheet/out';
import { exportTitle, PHONES_WORDS } from '../wording/exports';
import { BRAND_WORDS, EMPLOYMENT_WORDS, FORMAT_WORDS } from '../wording/vocabulary';
import type { ExportRecord } from './export';

const sheet = (name: string, columns: OutColumn[], rows: readonly (readonly OutCell[])[]): OutSheet => ({
  name,
  columns,
  rows,
});

type Told = Pick<ExportRecord, 'of' | 'title' | 'phones' | 'reason' | 'rows' | 'askedAt'>;

/** Behind a list: what it is, who took it away and why. Whoever finds the file knows whom to ask. */
export function aboutSheet(record: Told, byName: string, now: Instant): OutSheet {
  const { phones, reason, rows, askedAt } = record;
  return sheet(
    '说明',
    [column('项目', 14), column('内容', 48)],
    [
      [text('内容'), text(exportTitle(record))],
      [text('行数'), integer(rows)],
      [text('手机号'), text(PHONES_WORDS[phones])],
      ...(reason === undefined ? [] : [[text('用途'), text(reason)]]),
      [text('导出人'), text(byName)],
      [text('申请时间'), instant(askedAt)],
      [text('写完时间'), instant(now)],
      [text('提醒'), text('内容是写入那一刻的样子；只用于上面的用途，用完请删除')],
    ],
  );
}

const COUNTS = [column('场次'), column('人次'), column('人数')];
const LINE = [...COUNTS, column('应到'), column('实到'), column('到场率')];
const BENEFITS = column('福利发放');

const countCells = ({ sessions, times, persons }: Counts): OutCell[] => [
  integer(sessions),
  integer(times),
  integer(persons),
];

function lineCells(line: Omit<Line, 'benefits'>): OutCell[] {
  const { expected, came } = line.attendance;
  const rate: OutCell = expected === 0 ? undefined : { kind: 'percent', share: came / expected };
  return [...countCells(line), integer(expected), integer(came), rate];
}

const allCells = (line: Line): OutCell[] => [...lineCells(line), integer(line.benefits)];

function frontSheet({ year, enterprise, total, exactUpTo, now }: YearReport): OutSheet {
  return sheet(
    '说明',
    [column('项目', 16), column('内容', 36)],
    [
      [text('报告'), text(`${year} 年`)],
      [text('范围'), text(enterprise ? enterprise.name : '全部单位')],
      [text('统计到'), exactUpTo === 0 ? text('还没有统计') : instant(exactUpTo)],
      [text('写出时间'), instant(now)],
      [text('场次'), integer(total.sessions)],
      [text('人次'), integer(total.times)],
      [text('人数'), integer(total.persons)],
      [text('应到'), integer(total.attendance.expected)],
      [text('实到'), integer(total.attendance.came)],
      [text('福利发放'), integer(total.benefits)],
      [text('人数怎么算'), text('同一个人只算一次，各行的人数不能相加')],
    ],
  );
}

/** The year's report, a sheet a table; numbers are numbers, and the first sheet says whose it is and how far it is exact. */
export function yearSheets(report: YearReport): OutSheet[] {
  const { brands, formats, months, employments, enterprises, points } = report;
  return [
    frontSheet(report),
    sheet(
      '品牌',
      [column('品牌', 14), ...LINE, BENEFITS],
      brands.map((line) => [text(BRAND_WORDS[line.brand].name), ...allCells(line)]),
    ),
    sheet(
      '形式',
      [column('形式', 14), ...LINE],
      formats.map((line) => [text(FORMAT_WORDS[line.format]), ...lineCells(line)]),
    ),
    sheet(
      '月份',
      [column('月份', 12), ...LINE, BENEFITS],
      months.map((line) => [text(line.month), ...allCells(line)]),
    ),
    sheet(
      '月份和品牌',
      [column('月份', 12), column('品牌', 14), ...LINE, BENEFITS],
      months.flatMap(({ month, brands: each }) =>
        each.map((line) => [text(month), text(BRAND_WORDS[line.brand].name), ...allCells(line)]),
      ),
    ),
    sheet(
      '用工',
      [column('用工', 14), ...COUNTS],
      employments.map((line) => [text(EMPLOYMENT_WORDS[line.employment].name), ...countCells(line)]),
    ),
    ...(enterprises
      ? [
          sheet(
            '单位',
            [column('单位', 32), ...LINE, BENEFITS],
            enterprises.map((line) => [text(line.name), ...allCells(line)]),
          ),
        ]
      : []),
    ...(points
      ? [
          sheet(
            '积分',
            [column('月份', 12), column('发放'), column('调整'), column('兑换'), column('到期')],
            points.map(({ month, issued, adjusted, redeemed, expired }) => [
              ...[text(month), integer(issued), integer(adjusted), integer(redeemed), integer(expired)],
            ]),
          ),
        ]
      : []),
  ];
}
