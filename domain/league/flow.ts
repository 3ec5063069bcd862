/**
 * A price in two parts of which the first outweighs the second, each exact: one number would have too many digits for
 * the levels of a large bracket.
 */
export interface Price {
  high: number;
  low: number;
}

/** One way from a node to another. */
export interface Arc {
  from: number;
  to: number;
  most: number;
  /** The n-th that goes this way pays `price` times (`before` + n - 1). */
  price: Price;
  before: number;
  /** How many go this way. */
  flow: number;
}

export interface Network {
  nodes: number;
  target: number;
  arcs: Arc[];
}

/** The cheapest ways known from a start: what they cost, and the arc by which each node is reached. */
interface Ways {
  high: Float64Array;
  low: Float64Array;
  /** The number of the arc, or its complement where it is gone back along: one that went there goes elsewhere. */
  by: Int32Array;
}

const UNREACHED = -2_147_483_648;

/** Sends one after the other from a start to the target, each by the cheapest way, which may send others elsewhere. */
export class Flow {
  readonly #network: Network;
  /** Numbers of the arcs at each node, or their complements where they end there. */
  readonly #at: number[][];

  constructor(network: Network) {
    this.#network = network;
    this.#at = Array.from({ length: network.nodes }, () => []);
    for (const [number, { from, to }] of network.arcs.entries()) {
      this.#at[from]?.push(number);
      this.#at[to]?.push(~number);
    }
  }

  /** All that has been sent is together as cheap as can be, whatever order it was sent in. Throws where there is no way. */
  send(start: number): void {
    const { arcs, target } = this.#network;
    const { by } = this.#waysFrom(start);
    for (let node = target; node !== start; ) {
      const number = by[node] ?? UNREACHED;
      const arc = number === UNREACHED ? undefined : arcs[number < 0 ? ~number : number];
      if (!arc) throw new Error('no room for all');
      arc.flow += number < 0 ? -1 : 1;
      node = number < 0 ? arc.to : arc.from;
    }
  }

  /** By Bellman and Ford, since going back along an arc gives back what it cost. */
  #waysFrom(start: number): Ways {
    const { nodes, arcs } = this.#network;
    const ways: Ways = {
      high: new Float64Array(nodes).fill(Number.POSITIVE_INFINITY),
      low: new Float64Array(nodes),
      by: new Int32Array(nodes).fill(UNREACHED),
    };
    ways.high[start] = 0;
    const waiting = new Uint8Array(nodes);
    let queue = [start];
    while (queue.length > 0) {
      const next: number[] = [];
      for (const node of queue) {
        waiting[node] = 0;
        for (const number of this.#at[node] ?? []) {
          const arc = arcs[number < 0 ? ~number : number];
          const reached = arc && this.#reach(node, number, arc, ways);
          if (reached === undefined || waiting[reached] === 1) continue;
          waiting[reached] = 1;
          next.push(reached);
        }
      }
      queue = next;
    }
    return ways;
  }

  /** The node at the other end, where this arc is a cheaper way to it than any before. */
  #reach(node: number, number: number, { from, to, flow, most, before, price }: Arc, ways: Ways): number | undefined {
    const back = number < 0;
    if (back ? flow === 0 : flow === most) return undefined;
    const times = back ? 1 - before - flow : before + flow;
    const high = (ways.high[node] ?? 0) + price.high * times;
    const low = (ways.low[node] ?? 0) + price.low * times;
    const other = back ? from : to;
    const known = ways.high[other] ?? 0;
    if (known < high || (known === high && (ways.low[other] ?? 0) <= low)) return undefined;
    ways.high[other] = high;
    ways.low[other] = low;
    ways.by[other] = number;
    return other;
  }
}
