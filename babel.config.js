// Taro builds the mini-program with its own preset; everything else is built, and tested, with esbuild.
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] };
