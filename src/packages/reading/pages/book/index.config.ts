export default definePageConfig({ navigationBarTitleText: '一本书' });
