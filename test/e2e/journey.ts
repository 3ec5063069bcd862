import type { RunningCloud } from '../support/cloud';
import type { BrowserContext, Device } from './browser';

/** What a journey has to work with: a cloud full of demo data that is its own, and people with devices. */
export interface Stage {
  cloud: RunningCloud;
  /** Another person comes along. */
  person(device: Device): Promise<BrowserContext>;
  /** Ends the cloud and starts it again on the same data and address, as after a power cut. */
  restart(): Promise<void>;
}

/** One story told from the first page to its end; it throws where the story breaks. */
export interface Journey {
  /** As a sentence: "a visitor browses and is told how to join". */
  name: string;
  run(stage: Stage): Promise<void>;
}
