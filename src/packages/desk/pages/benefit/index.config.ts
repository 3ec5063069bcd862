export default definePageConfig({ navigationBarTitleText: '管理福利' });
