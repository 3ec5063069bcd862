import type { LooseAnswer, RunningCloud } from '../support/cloud';
import type { Device } from './browser';
import type { Phone } from './phone';

/** What a journey has to work with: a cloud full of demo data, and people with devices. */
export interface Stage {
  cloud: RunningCloud;
  /** Another person comes along, with a device of their own. */
  person(device: Device): Promise<Phone>;
  /** Calls an operation as that person, past every screen; throws where it is refused. */
  ask(openid: string, name: string, input: unknown): Promise<unknown>;
  /** The same, with a refusal as an answer. */
  tryTo(openid: string, name: string, input: unknown): Promise<LooseAnswer>;
  /** Ends the cloud and starts it again on the same data and address, as after a power cut. */
  restart(): Promise<void>;
}

/** One story told from the first page to its end; it throws where the story breaks. */
export interface Journey {
  /** As a sentence: "a visitor browses and is told how to join". */
  name: string;
  run(stage: Stage): Promise<void>;
}
