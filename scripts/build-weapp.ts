import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files-below';
import { setPrivateAppid } from './private-appid';
import { buildTarget, root } from './taro-build';
import { findForbidden } from './weapp-forbidden';
import { passGate } from './weapp-gate';
import { rehearse } from './weapp-rehearsal';
import { sizeTable, weighPackages } from './weapp-sizes';

/** `.env` is read here, so that a build without one stands on what `.env.example` says. */
function fromEnv(name: string, otherwise: string): string {
  const file = join(root, '.env');
  const line = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .find((each) => each.startsWith(`${name}=`))
    : undefined;
  return process.env[name] || line?.slice(name.length + 1).trim() || otherwise;
}

/**
 * Webpack's runtime finds the global object by `new Function` where `globalThis` is missing. WeChat forbids code from
 * text, so that last resort would throw there: it is taken out, and Taro does without (it reads `global || {}`).
 */
function dropFunctionFromText(weapp: string): void {
  const file = join(weapp, 'runtime.js');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/new Function\("return this"\)\(\)/g, 'void 0'));
}

const TOURIST = 'touristappid';

async function main(): Promise<number> {
  const appid = fromEnv('TARO_APP_ID', TOURIST);
  if (appid !== TOURIST) setPrivateAppid(root, appid);
  process.env.TARO_APP_ID = appid;
  process.env.TARO_APP_CLOUD_ENV = fromEnv('TARO_APP_CLOUD_ENV', '');
  process.env.TARO_APP_TEMPLATES = fromEnv('TARO_APP_TEMPLATES', '');
  const weapp = buildTarget('weapp');
  for (const file of filesBelow(weapp)) if (file.path.endsWith('.LICENSE.txt')) rmSync(file.full);
  dropFunctionFromText(weapp);

  const compiled = await passGate(join(root, 'dist'), appid);
  console.log(`WeChat's compiler accepts the build (${compiled} files, appid ${appid}).`);

  const faults = await rehearse(weapp);
  for (const fault of faults) console.error(`Fails on a machine like WeChat: ${fault}`);
  if (faults.length === 0) console.log('Every page starts on a machine like WeChat.');

  const lines = weighPackages(weapp);
  console.log(sizeTable(lines));
  const heavy = lines.filter((line) => line.bytes > line.limit);
  const forbidden = findForbidden(weapp);
  for (const finding of forbidden) console.error(`Must not be in a WeChat build: ${finding}`);
  return faults.length + heavy.length + forbidden.length > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (fault: unknown) => {
    console.error(fault);
    process.exit(1);
  },
);
