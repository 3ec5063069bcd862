export default definePageConfig({ navigationBarTitleText: '读书管理' });
