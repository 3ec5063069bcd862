export default definePageConfig({ navigationBarTitleText: '大家的随感' });
