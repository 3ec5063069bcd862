import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the emulator to `dist/emulator`: `main.cjs`, and `instance.cjs` that each function instance runs. libsql
 * stays outside, since it loads a prebuilt binary from its own package. A file is replaced whole, so that an emulator
 * that runs meanwhile still starts its instances.
 */
export async function buildEmulator(root: string): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { main: 'emulator/main.ts', instance: 'emulator/host/instance.ts' },
    outdir: join(root, 'dist', 'emulator'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['libsql'],
    loader: { '.html': 'text' },
    logLevel: 'warning',
    write: false,
  });
  for (const file of outputFiles) {
    mkdirSync(dirname(file.path), { recursive: true });
    writeFileSync(`${file.path}.${process.pid}`, file.contents);
    renameSync(`${file.path}.${process.pid}`, file.path);
  }
}

if (require.main === module) {
  buildEmulator(process.cwd()).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}
