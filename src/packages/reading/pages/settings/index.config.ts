export default definePageConfig({ navigationBarTitleText: '称呼和提醒' });
