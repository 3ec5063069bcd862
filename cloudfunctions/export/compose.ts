import type { ExportRecord } from '../../domain/export/export';
import { columnsOf } from '../../domain/export/rows';
import { aboutSheet, yearSheets } from '../../domain/export/sheets';
import { exportTitle } from '../../domain/wording/exports';
import type { YearReport } from '../../types/contract';
import type { EnterpriseId, Instant } from '../../types/vocabulary';
import { putFile } from '../kit/files';
import { LEFT, peopleOf } from '../kit/people';
import { workbookBytes } from '../kit/sheet/write';
import { enterpriseReport, wholeReport } from '../kit/year-report';
import { filePath, writtenRows } from './write-part';

export interface Composed {
  id: string;
  bytes: number;
}

async function namesBy({ by }: ExportRecord): Promise<string> {
  if (by === '') return '';
  return (await peopleOf([by])).get(by)?.name ?? LEFT;
}

function reportFor(
  year: number,
  enterpriseId: EnterpriseId | undefined,
  now: Instant,
): Promise<YearReport | undefined> {
  return enterpriseId === undefined ? wholeReport(year, now) : enterpriseReport(year, enterpriseId, now);
}

/** Puts the file together from its parts and stores it; `gone` where that which it is of is not there any more. */
export async function compose(record: ExportRecord, now: Instant): Promise<Composed | 'gone'> {
  const { of } = record;
  let bytes: Buffer;
  if (of.kind === 'year') {
    const report = await reportFor(of.year, of.enterpriseId, now);
    if (!report) return 'gone';
    bytes = await workbookBytes(yearSheets(report));
  } else {
    const list = { name: exportTitle({ of, title: '' }), columns: columnsOf(record), pieces: writtenRows(record) };
    bytes = await workbookBytes([list, aboutSheet(record, await namesBy(record), now)]);
  }
  return { id: await putFile(filePath(record), bytes), bytes: bytes.length };
}
