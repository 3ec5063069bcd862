export default definePageConfig({ navigationBarTitleText: '说说感受' });
