export default definePageConfig({ navigationBarTitleText: '给大家发消息' });
