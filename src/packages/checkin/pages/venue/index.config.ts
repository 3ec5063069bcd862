export default definePageConfig({ navigationBarTitleText: '会场码' });
