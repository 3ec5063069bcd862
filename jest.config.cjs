const esm = ['mingo', 'bson', 'valibot', 'uqr', 'zustand'];
const base = {
  rootDir: __dirname,
  transform: { '\\.[jt]sx?$': 'babel-jest' },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};
const node = (name) => ({
  ...base,
  displayName: name,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
});

module.exports = {
  projects: [
    node('unit'),
    {
      ...base,
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
    node('integration'),
    node('race'),
    node('crash'),
    node('permission'),
  ],
};
