export default defineAppConfig({
  pages: ['pages/home/index'],
  window: { navigationBarTitleText: '药谷职工之家' },
});
