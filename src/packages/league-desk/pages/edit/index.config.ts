export default definePageConfig({ navigationBarTitleText: '联赛' });
