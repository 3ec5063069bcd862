import sdk from 'wx-server-sdk';

interface League {
  matches: Record<string, { result?: { state: string; outcome: object } }>;
}

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(): {
    collection(name: string): {
      doc(id: string): { get(): Promise<{ data: League }>; update(change: { data: object }): Promise<unknown> };
    };
  };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
const leagues = wx.database().collection('leagues');

interface Input {
  leagueId: string;
  key: string;
  side: number;
  outcome: object;
}

/** A report as it must not be: looks at what was said, and then says it. The other captain has looked meanwhile. */
export async function main({ input }: { input: Input }): Promise<object> {
  const { leagueId, key, side, outcome } = input;
  const league = leagues.doc(leagueId);
  const said = (await league.get()).data.matches[key]?.result;
  const disputed = said !== undefined && JSON.stringify(said.outcome) !== JSON.stringify(outcome);
  const state = disputed ? 'disputed' : 'reported';
  await league.update({ data: { [`matches.${key}.result`]: { state, outcome, reportedBy: side } } });
  return { ok: true, value: { state } };
}
