export default definePageConfig({ navigationBarTitleText: '商户和驿站' });
