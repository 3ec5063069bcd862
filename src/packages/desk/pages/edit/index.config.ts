export default definePageConfig({ navigationBarTitleText: '修改福利' });
