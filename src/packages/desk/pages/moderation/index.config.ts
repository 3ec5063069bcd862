export default definePageConfig({ navigationBarTitleText: '待看的内容' });
