import type { OpName, OpOf } from '../../types/contract';
import type { InputOf } from '../../types/contract/op';
import { call, newRequestId, type Outcome } from './call';
import { endOpen, endOpenOf, keepOpen, openId } from './open-commands';

/** After these nobody knows how much was done: a function that died may have taken the place and not said so. */
const UNSURE = ['OFFLINE', 'TIMEOUT', 'BUSY', 'INTERNAL'];

/** Whether the command that was refused so may have been done all the same, and is worth giving again. */
export const isUnsure = (refusal: string): boolean => UNSURE.includes(refusal);

/**
 * A command that a person gives by a tap. While one is under way a further tap gets the same answer and sends nothing;
 * where it is not sure what was done the same input goes out under the same request id, after a reload too, so it
 * counts once however often it is tried. Any sure answer ends that id.
 */
export function command<N extends OpName>(name: N): (input: InputOf<OpOf<N>>) => Promise<Outcome<N>> {
  let flight: Promise<Outcome<N>> | undefined;

  async function send(input: InputOf<OpOf<N>>): Promise<Outcome<N>> {
    const text = JSON.stringify(input);
    const requestId = openId(name, text) ?? (await newRequestId());
    keepOpen(name, text, requestId);
    const outcome = await call(name, input, { requestId });
    if (outcome.ok) endOpenOf(name);
    else if (!isUnsure(outcome.refusal)) endOpen(name, text);
    return outcome;
  }

  return (input) => {
    flight ??= send(input).finally(() => {
      flight = undefined;
    });
    return flight;
  };
}
