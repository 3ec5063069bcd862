import type { OpName, OpOf } from '../../types/contract';
import type { InputOf } from '../../types/contract/op';
import type { RequestId } from '../../types/vocabulary';
import { call, newRequestId, type Outcome } from './call';

/** After these nobody knows how much was done: a function that died may have taken the place and not said so. */
const UNSURE = ['OFFLINE', 'TIMEOUT', 'BUSY', 'INTERNAL'];

/**
 * A command that a person gives by a tap. While one is under way a further tap gets the same answer and sends nothing;
 * where it is not sure what was done the same input goes out under the same request id, so it counts once however
 * often it is tried. Any sure answer, or another input, ends that id.
 */
export function command<N extends OpName>(name: N): (input: InputOf<OpOf<N>>) => Promise<Outcome<N>> {
  let flight: Promise<Outcome<N>> | undefined;
  let open: { id: RequestId; digest: string } | undefined;

  async function send(input: InputOf<OpOf<N>>): Promise<Outcome<N>> {
    const digest = JSON.stringify(input);
    const id = open?.digest === digest ? open.id : await newRequestId();
    open = { id, digest };
    const outcome = await call(name, input, { requestId: id });
    if (outcome.ok || !UNSURE.includes(outcome.refusal)) open = undefined;
    return outcome;
  }

  return (input) => {
    flight ??= send(input).finally(() => {
      flight = undefined;
    });
    return flight;
  };
}
