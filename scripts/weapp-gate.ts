import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface GateProject {
  attr: () => Promise<typeof LIMITS>;
}

/** What is used of `miniprogram-ci`; its own types do not hold under exactOptionalPropertyTypes. */
interface Gate {
  Project: new (options: {
    appid: string;
    type: 'miniProgram';
    projectPath: string;
    privateKey: string;
    ignores: string[];
  }) => GateProject;
  getCompiledResult(options: {
    project: GateProject;
    version: string;
    desc: string;
    setting: { es6: boolean; minify: boolean };
    onProgressUpdate: () => void;
  }): Promise<Record<string, unknown>>;
  analyseCode(project: GateProject, option: { silent: boolean }): Promise<unknown>;
}

/** The limits that WeChat publishes for a mini-program; its own tool would ask the vendor's host for them. */
const LIMITS = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 20,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxCustomTabbarCount: 10,
    MaxTabbarIconSize: 40,
  },
};

/**
 * The vendor's compiler over a built mini-program, without WeChat and without a network: a throwaway key, the
 * published limits. It refuses a missing page, bad WXML, JS or WXSS, a sixth tab. It does not measure packages.
 * Returns how many files it compiled.
 */
export async function passGate(dist: string, appid: string): Promise<number> {
  const config = {
    miniprogramRoot: 'weapp/',
    cloudfunctionRoot: 'cloud/',
    projectname: 'yaogu-union',
    appid,
    compileType: 'miniprogram',
    libVersion: '3.7.0',
    setting: { urlCheck: true, es6: false, enhance: false, postcss: false, minified: true },
  };
  writeFileSync(join(dist, 'project.config.json'), `${JSON.stringify(config, null, 2)}\n`);
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const { Project, getCompiledResult, analyseCode }: Gate = createRequire(__filename)('miniprogram-ci');
  const project = new Project({
    appid,
    type: 'miniProgram',
    projectPath: dist,
    privateKey,
    ignores: ['cloud/**', 'h5/**'],
  });
  project.attr = async () => LIMITS;
  const compiled = await getCompiledResult({
    project,
    version: '0.0.0',
    desc: 'gate',
    setting: { es6: false, minify: false },
    onProgressUpdate: () => undefined,
  });
  await analyseCode(project, { silent: true });
  return Object.keys(compiled).length;
}
