import { xlsx } from '../../support/sheets';
import { holds, isRecord, itemsOf, same } from '../expect';
import { hands } from '../files';
import type { Journey, Stage } from '../journey';

const IMPORT = '/packages/organizer/pages/import/index';
const HOME = '禾芩生物制药';
const OTHER = '砚苓中药饮片';
const HEADS = ['姓名', '手机号', '单位'];

/** What the last import did, as its log has it. */
async function lastImport(stage: Stage, openid: string, input: object = {}): Promise<Record<string, unknown>> {
  const [last] = itemsOf(await stage.ask(openid, 'import.rosterImports', input));
  holds(last !== undefined, 'an import is a line of the log');
  return last;
}

const mended: Journey = {
  name: 'an organizer imports a roster with bad rows, hears which, mends it, says yes to who goes, and all of it is in force',
  async run(stage) {
    const organizer = await stage.person({ openid: 'demo-organizer' });
    await organizer.open('/pages/me/index');
    await organizer.tap('import-roster');
    const rows = [HEADS, ['白露', '13900007001', OTHER], ['谷雨', '1390000700', OTHER], ['', '13900007003', OTHER]];
    await hands(organizer, 'choose', '名册.xlsx', xlsx(rows));
    await organizer.reads('名册.xlsx');
    await organizer.tap('check');
    await organizer.reads('有 2 行要改，改好再传一次', /^第 3 行 B 列：/, '第 4 行 A 列：没有填姓名');
    holds((await organizer.all('[data-testid="apply"]').count()) === 0, 'nothing can be imported yet');
    const right = [
      HEADS,
      ['白露', '13900007001', OTHER],
      ['谷雨', '13900007002', OTHER],
      ['小满', '13900007003', OTHER],
    ];
    await hands(organizer, 'choose', '名册-改好.csv', Buffer.from(right.map((row) => row.join(',')).join('\n')));
    await organizer.tap('check');
    await organizer.reads('导入后会这样');
    holds(await organizer.part('apply').isDisabled(), 'who goes needs a yes first');
    await organizer.press(/^新增 3/);
    await organizer.reads('白露');
    await organizer.tap('yes');
    await organizer.tap('apply');
    await organizer.sees('imported');
    await organizer.reads(/^新增 3 位/);
    const { added, enterprises } = await lastImport(stage, 'demo-organizer');
    same({ added, enterprises }, { added: 3, enterprises: 1 }, 'the line of the log');
    await hands(organizer, 'again', '名册-改好.csv', Buffer.from(right.map((row) => row.join(',')).join('\n')));
    await organizer.tap('check');
    await organizer.reads('没有要改的，和现在一样');
  },
};

const ownOnly: Journey = {
  name: 'an officer imports the roster of their own enterprise, which the sheet need not name, and of no other',
  async run(stage) {
    const officer = await stage.person({ openid: 'demo-officer' });
    await officer.open(IMPORT);
    await hands(officer, 'choose', '别家.xlsx', xlsx([HEADS, ['白露', '13900008001', OTHER]]));
    await officer.tap('check');
    await officer.reads(`第 2 行 C 列：“${OTHER}”不归你管，只能导入自己单位的人`);
    const own = [HEADS.slice(0, 2), ['白露', '13900008001'], ['谷雨', '13900008002']];
    await hands(officer, 'choose', '自家.xlsx', xlsx(own));
    await officer.tap('check');
    await officer.press(/^单位 1/);
    await officer.reads(HOME);
    await officer.tap('yes');
    await officer.tap('apply');
    await officer.sees('imported');
    const me = await stage.ask('demo-officer', 'member.me', {});
    const enterpriseId = isRecord(me) && isRecord(me.enterprise) ? me.enterprise.id : undefined;
    const { added, by } = await lastImport(stage, 'demo-officer', { enterpriseId });
    same({ added, by }, { added: 2, by: '陈立言' }, 'the line of the log');
  },
};

export default [mended, ownOnly];
