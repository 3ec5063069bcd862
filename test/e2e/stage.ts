import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LooseAnswer, type RunningCloud, startCloud } from '../support/cloud';
import { type Browser, type Device, launch, openDevice } from './browser';
import { holds } from './expect';
import type { Stage } from './journey';
import { Phone } from './phone';

/** Folders that a stage is built from: the demo's data as seeded, and the built parts. */
export interface Props {
  seeded: string;
  cloud: string;
  web: string;
  env: Record<string, string>;
  browserPath: string;
}

/** A cloud on a copy of the seeded data, and the browsers that people use; one for each group of journeys. */
export class Theatre implements Stage {
  readonly #props: Props;
  readonly #data = mkdtempSync(join(tmpdir(), 'e2e-'));
  readonly #browsers = new Map<number, Browser>();
  #cloud: RunningCloud | undefined;
  phones: Phone[] = [];

  constructor(props: Props) {
    this.#props = props;
    cpSync(props.seeded, this.#data, { recursive: true });
  }

  get cloud(): RunningCloud {
    holds(this.#cloud !== undefined, 'the cloud has not been started');
    return this.#cloud;
  }

  async start(port = 0): Promise<void> {
    const { cloud, web, env } = this.#props;
    this.#cloud = await startCloud({ cloud, web, env, data: this.#data, port });
  }

  readonly restart = async (): Promise<void> => {
    const { port } = new URL(this.cloud.url);
    await this.cloud.kill();
    await this.start(Number(port));
  };

  readonly person = async (device: Device): Promise<Phone> => {
    const size = device.textSize ?? 16;
    const browser = this.#browsers.get(size) ?? (await launch(this.#props.browserPath, size));
    this.#browsers.set(size, browser);
    const context = await openDevice(browser, device);
    const phone = new Phone(await context.newPage(), context, device.openid, this.cloud.url);
    this.phones.push(phone);
    return phone;
  };

  readonly tryTo = async (openid: string, name: string, input: unknown): Promise<LooseAnswer> => {
    const [area = '', op = ''] = name.split('.');
    return (await this.cloud.call(area, op, input, { openid })).answer;
  };

  readonly ask = async (openid: string, name: string, input: unknown): Promise<unknown> => {
    const answer = await this.tryTo(openid, name, input);
    holds(answer.ok, `${name} as ${openid}: ${JSON.stringify(answer)}`);
    return answer.value;
  };

  /** Everybody goes home; what their pages complained of meanwhile. */
  async clear(): Promise<string[]> {
    const faults = this.phones.flatMap((phone) => phone.faults.map((fault) => `${phone.openid}: ${fault}`));
    await Promise.all(this.phones.map((phone) => phone.context.close()));
    this.phones = [];
    return faults;
  }

  async end(): Promise<void> {
    await this.clear();
    for (const browser of this.#browsers.values()) await browser.close();
    await this.#cloud?.stop().finally(() => rmSync(this.#data, { recursive: true, force: true }));
  }
}
