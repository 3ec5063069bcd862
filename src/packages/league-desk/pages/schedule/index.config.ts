export default definePageConfig({ navigationBarTitleText: '赛程' });
