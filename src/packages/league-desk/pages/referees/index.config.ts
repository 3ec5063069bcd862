export default definePageConfig({ navigationBarTitleText: '裁判' });
