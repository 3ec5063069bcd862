import type { MemberRecord } from '../../domain/member/member';
import { openapi } from './cloud';
import { log } from './log';

/** The platform's word that the account was not here within two hours: without that nothing is checked. */
const AWAY = 61010;

const VERDICTS = ['pass', 'risky', 'review'] as const;
type Verdict = (typeof VERDICTS)[number];

/** What content security answers; `silent` where it gave no answer that could be understood. */
export type Asked = { kind: Verdict | 'away' } | { kind: 'silent'; errCode: number };

/** What is asked about. */
export interface Content {
  content: string;
  scene: 1 | 2 | 3;
}

/** The number of a failure is kept for the log, and nothing else of it, since its text may name the account. */
export async function askContent(
  { content, scene }: Content,
  { openid }: Pick<MemberRecord, 'openid'>,
): Promise<Asked> {
  try {
    const { result } = await openapi.security.msgSecCheck({ version: 2, openid, scene, content });
    const verdict = VERDICTS.find((each) => each === result?.suggest);
    return verdict ? { kind: verdict } : { kind: 'silent', errCode: 0 };
  } catch (error) {
    const { errCode } = error as { errCode?: unknown };
    if (errCode === AWAY) return { kind: 'away' };
    return { kind: 'silent', errCode: typeof errCode === 'number' ? errCode : -1 };
  }
}

/** How often there was no answer, by its number: an interface that is not permitted shows here. */
export function logSilence(answers: readonly Asked[], op: string): void {
  const numbers = answers.flatMap((answer) => (answer.kind === 'silent' ? [answer.errCode] : []));
  for (const errCode of new Set(numbers)) {
    const times = numbers.filter((each) => each === errCode).length;
    log({ id: '', op, ms: 0, outcome: 'NOT_CHECKED', errCode, times });
  }
}
