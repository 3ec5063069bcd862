import Taro from '@tarojs/taro';
import type { MessageKind } from '../../types/vocabulary';
import { templateOf } from './message-templates';

/** WeChat asks about three templates at most in one dialog. */
const AT_ONCE = 3;

/** Whether there is anything to ask about: a build for a deployment without templates has nothing. */
export function canAsk(kinds: readonly MessageKind[]): boolean {
  return kinds.some((kind) => templateOf(kind) !== undefined);
}

/** WeChat's dialog for those kinds; gives the ones that were answered with yes. */
export async function askConsent(kinds: readonly MessageKind[]): Promise<MessageKind[]> {
  const templates = [...new Set(kinds.flatMap((kind) => templateOf(kind) ?? []))].slice(0, AT_ONCE);
  if (templates.length === 0) return [];
  try {
    const answer: object = await Taro.requestSubscribeMessage({ tmplIds: templates, entityIds: [] });
    const given = new Map<string, unknown>(Object.entries(answer));
    return kinds.filter((kind) => {
      const template = templateOf(kind);
      return template !== undefined && String(given.get(template)).startsWith('accept');
    });
  } catch {
    // Messages are switched off for the whole mini-program, or WeChat could not ask: both are no yes.
    return [];
  }
}
