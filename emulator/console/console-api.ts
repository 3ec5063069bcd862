import { readFault } from '../host/faults';
import type { Cloud } from '../server/cloud';
import { isRecord, type JsonRecord, parseJson } from '../wire/json';
import { allDocuments, insertDocuments } from './documents';

/** What the console's JSON answers: a value, or a text that is JSON already. */
export type ApiReply = { status: number; value: unknown } | { status: 200; text: string };

const done = (value: unknown): ApiReply => ({ status: 200, value });
const wrong = (error: string): ApiReply => ({ status: 400, value: { error } });

function state(cloud: Cloud): unknown {
  const { host, clock, timers, store } = cloud;
  const iso = (time: number | undefined) => (time === undefined ? null : new Date(time).toISOString());
  return {
    now: iso(clock.now()),
    offsetMs: clock.offsetMs,
    functions: host.setting.cloud.functions.map(({ name, timeoutSeconds }) => ({
      name,
      timeoutSeconds,
      waiting: host.waiting(name),
    })),
    timers: timers.list.map((timer) => ({
      function: timer.function,
      name: timer.name,
      cron: timer.cron,
      next: timers.on ? iso(timer.next) : null,
    })),
    collections: store.collections(),
    instances: host.state(),
  };
}

function moveClock(cloud: Cloud, input: JsonRecord): ApiReply {
  const { clock } = cloud;
  const { advanceMs, now, reset } = input;
  const moment = typeof now === 'string' ? Date.parse(now) : now;
  if (reset === true) clock.move(0);
  else if (typeof advanceMs === 'number' && Number.isFinite(advanceMs)) clock.move(clock.offsetMs + advanceMs);
  else if (typeof moment === 'number' && Number.isFinite(moment)) clock.move(moment - Date.now());
  else return wrong('advanceMs, now or reset is needed');
  return done({ now: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs });
}

async function runTimer(cloud: Cloud, input: JsonRecord): Promise<ApiReply> {
  const { function: functionName, name } = input;
  const known = typeof functionName === 'string' && typeof name === 'string';
  const timer = known ? cloud.timers.find(functionName, name) : undefined;
  if (timer === undefined) return wrong('there is no such timer');
  const { outcome, invocation } = await cloud.timers.run(timer);
  const meter = invocation.meter;
  if (outcome.kind === 'done') return done({ id: invocation.id, result: parseJson(outcome.result), meter });
  return done({ id: invocation.id, failed: outcome.why, error: outcome.message, meter });
}

function settings(cloud: Cloud, input: JsonRecord): ApiReply {
  const { api, outcome, times } = input;
  if (typeof api !== 'string') return wrong('api is needed');
  if (outcome === null) cloud.openApi.settings.delete(api);
  else if (!isRecord(outcome)) return wrong('outcome should be an object, or null to take the setting back');
  else if (times === undefined) cloud.openApi.settings.set(api, { outcome });
  else if (typeof times === 'number' && Number.isInteger(times) && times > 0)
    cloud.openApi.settings.set(api, { outcome, times });
  else return wrong('times should be a whole number from 1 up');
  return done(Object.fromEntries(cloud.openApi.settings));
}

function consent(cloud: Cloud, input: JsonRecord): ApiReply {
  const { openid, template, messages = 1 } = input;
  if (typeof openid !== 'string' || typeof template !== 'string') return wrong('openid and template are needed');
  if (typeof messages !== 'number' || !Number.isInteger(messages) || messages < 1)
    return wrong('messages should be a whole number from 1 up');
  cloud.openApi.consent(openid, template, messages);
  return done(cloud.openApi.consents());
}

function addFault(cloud: Cloud, input: JsonRecord): ApiReply {
  const fault = readFault(input);
  if (typeof fault === 'string') return wrong(fault);
  cloud.faults.ask(fault);
  return done(cloud.faults.list());
}

async function bulkInsert(cloud: Cloud, body: string): Promise<ApiReply> {
  const inserted = await insertDocuments(cloud.store, body);
  return typeof inserted === 'number' ? done({ inserted }) : wrong(inserted);
}

function startAnew(cloud: Cloud): ApiReply {
  if (cloud.startAnew === undefined) return wrong('only a cloud in memory starts anew');
  cloud.startAnew();
  return done({});
}

function clearFaults(cloud: Cloud): ApiReply {
  cloud.faults.clear();
  return done([]);
}

/** Answers one request of the console's JSON, `what` being like `GET calls`; `undefined` where there is none of that name. */
export async function consoleApi(
  cloud: Cloud,
  what: string,
  query: URLSearchParams,
  body: string,
): Promise<ApiReply | undefined> {
  const json = parseJson(body);
  const input = isRecord(json) ? json : {};
  switch (what) {
    case 'GET state':
      return done(state(cloud));
    case 'GET calls':
      return done([...cloud.journal.calls].reverse());
    case 'GET unindexed':
      return done(cloud.journal.unindexed());
    case 'GET openapi':
      return done([...cloud.openApi.records].reverse());
    case 'GET openapi/settings':
      return done(Object.fromEntries(cloud.openApi.settings));
    case 'POST openapi/settings':
      return settings(cloud, input);
    case 'GET openapi/consents':
      return done(cloud.openApi.consents());
    case 'POST openapi/consents':
      return consent(cloud, input);
    case 'POST clock':
      return moveClock(cloud, input);
    case 'POST timers/run':
      return runTimer(cloud, input);
    case 'POST anew':
      return startAnew(cloud);
    case 'GET faults':
      return done(cloud.faults.list());
    case 'POST faults':
      return addFault(cloud, input);
    case 'DELETE faults':
      return clearFaults(cloud);
    case 'GET documents':
      return { status: 200, text: await allDocuments(cloud.store, query.get('collection') ?? '') };
    case 'POST documents':
      return bulkInsert(cloud, body);
    default:
      return undefined;
  }
}
