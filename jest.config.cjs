const esm = ['mingo', 'bson', 'valibot', 'uqr', 'zustand'];
const base = {
  rootDir: __dirname,
  transform: { '\\.[jt]sx?$': '<rootDir>/test/support/transform.cjs' },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};
// Under load a property that looks at many cases outlasts the runner's five seconds: slow is no fault, stuck is.
const patient = { setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'] };
const node = (name) => ({
  ...base,
  ...patient,
  displayName: name,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
});

// What these drive is built once, before the first of them.
const cloud = (name) => ({
  ...node(name),
  testEnvironment: '<rootDir>/test/support/environment.ts',
  globalSetup: '<rootDir>/test/support/global-setup.ts',
});

module.exports = {
  projects: [
    node('unit'),
    {
      ...base,
      ...patient,
      displayName: 'screen',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/screen/**/*.test.tsx'],
      moduleFileExtensions: ['h5.ts', 'h5.tsx', 'tsx', 'ts', 'jsx', 'js', 'json', 'node'],
      moduleNameMapper: {
        '\\.(css|scss)$': '<rootDir>/test/support/empty-style.ts',
        '^@tarojs/components$': '<rootDir>/test/support/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/test/support/taro.ts',
      },
    },
    cloud('integration'),
    cloud('race'),
    cloud('crash'),
    cloud('permission'),
  ],
};
