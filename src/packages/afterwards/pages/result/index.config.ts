export default definePageConfig({ navigationBarTitleText: '参加者怎么说' });
