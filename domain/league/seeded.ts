import { sha256 } from '@noble/hashes/sha256';
import { utf8ToBytes } from '@noble/hashes/utils';

/** Whole numbers from 0 up to, and without, `below`, each as likely as the other. */
export type Chance = (below: number) => number;

const WORD = 4;
const WORDS = 2 ** 32;

/**
 * Chance that anybody can repeat: block n is SHA-256 of `seed`, `purpose` and n, each on its own line, read as 32-bit
 * words, the most significant byte first; words that would make small numbers likelier are left out. What is drawn for
 * one purpose says nothing about another.
 */
export function chanceFrom(seed: string, purpose: string): Chance {
  let block: Uint8Array = new Uint8Array();
  let at = 0;
  let blocks = 0;
  const word = () => {
    if (at >= block.length) {
      block = sha256(utf8ToBytes(`${seed}\n${purpose}\n${blocks}`));
      blocks += 1;
      at = 0;
    }
    const value = block.subarray(at, at + WORD).reduce((sum, byte) => sum * 256 + byte, 0);
    at += WORD;
    return value;
  };
  return (below) => {
    const fair = WORDS - (WORDS % below);
    let value = word();
    while (value >= fair) value = word();
    return value % below;
  };
}

/** The items in an order drawn by chance: one after the other is drawn from those left. */
export function shuffled<T>(items: readonly T[], chance: Chance): T[] {
  const left = [...items];
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(chance(left.length), 1));
  return drawn;
}
