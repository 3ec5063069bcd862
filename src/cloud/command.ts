import type { OpName, OpOf } from '../../types/contract';
import type { InputOf } from '../../types/contract/op';
import type { RequestId } from '../../types/vocabulary';
import { call, newRequestId, type Outcome } from './call';

/**
 * A command that a person gives by a tap. While one is under way a further tap gets the same answer and sends nothing;
 * after an answer that never came the same input goes out under the same request id, so it counts once however often
 * it is tried. Any real answer, or another input, ends that id.
 */
export function command<N extends OpName>(name: N): (input: InputOf<OpOf<N>>) => Promise<Outcome<N>> {
  let flight: Promise<Outcome<N>> | undefined;
  let open: { id: RequestId; digest: string } | undefined;

  async function send(input: InputOf<OpOf<N>>): Promise<Outcome<N>> {
    const digest = JSON.stringify(input);
    const id = open?.digest === digest ? open.id : await newRequestId();
    open = { id, digest };
    const outcome = await call(name, input, { requestId: id });
    if (outcome.ok || (outcome.refusal !== 'OFFLINE' && outcome.refusal !== 'TIMEOUT')) open = undefined;
    return outcome;
  }

  return (input) => {
    flight ??= send(input).finally(() => {
      flight = undefined;
    });
    return flight;
  };
}
