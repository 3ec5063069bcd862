import { issueWords, problemWords } from '../../../domain/wording/sheet';
import { BAD_FILES, BAD_ROWS, UNIT } from '../../support/bad-sheets';
import type { LooseAnswer, RunningCloud } from '../../support/cloud';
import { ask, confirmed, given, type RosterChecked, uploadSheet } from '../../support/imports';
import { addEnterprises, documents, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: UNIT });
});

afterAll(() => cloud.stop());

/** What the screen says of a sheet that was refused whole. */
function titleOf(answer: LooseAnswer): string {
  if (answer.ok || answer.refusal !== 'SHEET_PROBLEM') return JSON.stringify(answer).slice(0, 200);
  return problemWords(answer.detail.problem as Parameters<typeof problemWords>[0]).title;
}

test('whatever is sent in the place of a sheet, the import says what it is, and takes nothing of it', async () => {
  const said: string[] = [];
  for (const [, bytes] of BAD_FILES) {
    const fileId = await uploadSheet(cloud, await bytes());
    said.push(titleOf(await ask(cloud, 'readRoster', { fileId })));
  }
  expect(said).toEqual(BAD_FILES.map(([, , title]) => title));
}, 120_000);

test.each(BAD_ROWS)('%s, also in the import, and nothing of the sheet is taken', async (_what, bytes, issues) => {
  const input = await confirmed(cloud, bytes(), {});
  const checked = given<RosterChecked>(await ask(cloud, 'checkRoster', input));
  expect(checked.issues.map(issueWords)).toEqual(issues);
  expect(await ask(cloud, 'applyRoster', { ...input, yes: 'x' })).toMatchObject({ refusal: 'BAD_ROWS' });
  expect(await documents(cloud, 'rosters')).toEqual([]);
});
