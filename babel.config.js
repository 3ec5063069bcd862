// Taro builds the mini-program with its own preset; jest only needs modern syntax and types taken away.
module.exports = (api) =>
  api.env('test')
    ? {
        presets: [
          ['@babel/preset-env', { targets: { node: 'current' } }],
          ['@babel/preset-react', { runtime: 'automatic' }],
          '@babel/preset-typescript',
        ],
      }
    : { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] };
