const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { version, transformSync } = require('esbuild');

const own = readFileSync(__filename);

/** Takes types and JSX away and makes modules of the runner's kind; a tenth of what Babel takes for it. */
module.exports = {
  process(source, path) {
    const { code, map } = transformSync(source, {
      loader: path.endsWith('x') ? 'tsx' : path.endsWith('ts') ? 'ts' : 'js',
      format: 'cjs',
      target: `node${process.versions.node}`,
      jsx: 'automatic',
      // The runner has no import at run time.
      supported: { 'dynamic-import': false },
      // Modules are strict by themselves; what they become is not.
      banner: '"use strict";',
      sourcefile: path,
      sourcemap: 'both',
      sourcesContent: false,
    });
    return { code, map };
  },
  getCacheKey: (source, path, { configString }) =>
    createHash('sha256')
      .update(own)
      .update(version)
      .update(process.version)
      .update(configString)
      .update(path)
      .update(source)
      .digest('hex'),
};
