export default definePageConfig({ navigationBarTitleText: '志愿者和裁判' });
