import { resolve } from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { templateIds } from './templates';

const root = resolve(__dirname, '..');
/** TypeScript outside src/, and packages that ship newer syntax than the oldest phone reads. */
const transpiled = [
  resolve(root, 'domain'),
  resolve(root, 'types'),
  (file: string) => /node_modules[\\/](zustand|uqr|dayjs|@noble[\\/]hashes)[\\/]/.test(file),
];
/** Sizes are written in real pixels and text grows by a variable (src/ui/look), so nothing is converted. */
const postcss = {
  pxtransform: { enable: false },
  autoprefixer: { enable: true },
  cssModules: { enable: false },
};

/** Chinese as it is written: escaped, each sign takes twice the bytes, of which WeChat counts every one. */
const terser = {
  enable: true,
  config: { compress: { passes: 2 }, output: { quote_keys: false, comments: false, ascii_only: false } },
};

/**
 * Levels that the templates know by themselves, each 2.5 KB of the main package; what lies deeper goes on in a component.
 * Taro's types do not know it.
 */
const templates = { baseLevel: 13 };

/**
 * Builds of both targets. `EMULATED` is true only where the page talks to the emulator of this project: what hangs on
 * it (the identity switcher) is cut out of every other build at compile time.
 */
export default defineConfig<'webpack5'>(async () => {
  const weapp = process.env.TARO_ENV === 'weapp';
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'yaogu-union',
    date: '2026-11-20',
    designWidth: 375,
    deviceRatio: { 375: 1 },
    sourceRoot: 'src',
    outputRoot: weapp ? 'dist/weapp' : 'dist/h5',
    plugins: [],
    // Named in theme.json alone, where the bundler does not look.
    copy: { patterns: weapp ? [{ from: 'src/assets/tabs', to: 'dist/weapp/assets/tabs' }] : [], options: {} },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    defineConstants: {
      EMULATED: JSON.stringify(!weapp),
      CLOUD_ENV: JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''),
      // A text, which is an expression wherever it is put.
      MESSAGE_TEMPLATES: JSON.stringify(JSON.stringify(templateIds(process.env.TARO_APP_TEMPLATES))),
    },
    terser,
    mini: {
      postcss,
      compile: { include: transpiled },
      optimizeMainPackage: { enable: true },
      minifyXML: { collapseWhitespace: true },
      ...templates,
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      publicPath: './',
      staticDirectory: 'static',
      useHtmlComponents: true,
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss,
      compile: { include: transpiled },
      // One file for what two pages share: its styles come once and in one order.
      webpackChain(chain) {
        chain.optimization.splitChunks({
          chunks: 'all',
          minSize: 0,
          cacheGroups: {
            default: false,
            defaultVendors: false,
            shared: { name: 'shared', minChunks: 2, priority: 1, reuseExistingChunk: true },
          },
        });
      },
    },
  };
  return config;
});
