import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Holders } from '../../src/features/role/holders';
import { Invites } from '../../src/features/role/invites';
import { OfferPage } from '../../src/features/role/offer-page';
import type { GrantInvite, GrantOffer, RoleHolder } from '../../types/contract';
import type { Grant } from '../../types/vocabulary';
import { toasts } from '../support/taro';
import { freshPhone } from './fresh';
import { type Call, ok, sent, serve } from './server';

beforeEach(freshPhone);

const DAY = 86_400_000;
const press = (testId: string): void => {
  fireEvent.click(screen.getByTestId(testId));
};
const inputs = (calls: readonly Call[], name: Parameters<typeof sent>[1]): unknown[] =>
  sent(calls, name).map(({ input }) => input);

const scope = { kind: 'activity', id: 'music', name: '职工音乐节' } as const;
const offerOf = (changes: Partial<GrantOffer> = {}): GrantOffer => ({
  ...{ by: '苏明月', role: 'volunteer', scope, now: Date.now() },
  ...{ until: Date.now() + 3 * DAY, expiresAt: Date.now() + DAY },
  ...changes,
});

describe('the page behind a link', () => {
  const show = (offer: GrantOffer, status: 'active' | 'visitor' | 'pending' | undefined = 'active') => {
    serve({ 'member.grantOffer': () => ok(offer) });
    render(<OfferPage code="abc" status={status} />);
  };

  test('says who invites, to what, where and what one may do; one press accepts', async () => {
    let taken = false;
    const calls = serve({
      'member.grantOffer': () => ok(offerOf(taken ? { held: true } : {})),
      'member.acceptGrant': () => {
        taken = true;
        return ok({ role: 'volunteer', scope: { kind: 'activity', id: 'music' } });
      },
    });
    render(<OfferPage code="abc" status="active" />);
    const page = await screen.findByTestId('offer');
    for (const words of ['苏明月邀请你做', '志愿者', '职工音乐节', '看不到别的活动的人。'])
      expect(page.textContent).toContain(words);
    press('accept');
    expect(await screen.findByText('你是志愿者了')).toBeTruthy();
    expect(inputs(calls, 'member.acceptGrant')).toEqual([{ code: 'abc' }]);
    expect(screen.getByTestId('go-there').textContent).toBe('去值守');
  });

  test.each([
    ['used-up', '名额用完了'],
    ['withdrawn', '邀请撤回了'],
    ['expired', '邀请过期了'],
    ['over', '这里已经结束了'],
    ['maker-gone', '邀请失效了'],
    ['yours-ended', '授权已经收回'],
  ] as const)('an invite that is %s says so and offers nothing to accept', async (shut, words) => {
    show(offerOf({ shut }));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByTestId('accept')).toBeNull();
  });

  test('one whose time has run out since it was asked for is expired', async () => {
    show(offerOf({ expiresAt: Date.now() - 60_000 }));
    expect(await screen.findByTestId('shut-expired')).toBeTruthy();
  });

  test('somebody of another enterprise is told whom it is for', async () => {
    const officer = { kind: 'enterprise', id: 'e1', name: '禾芩生物制药' } as const;
    show(offerOf({ role: 'unit-officer', scope: officer, otherEnterprise: true }));
    expect((await screen.findByTestId('other-enterprise')).textContent).toContain('只给禾芩生物制药的会员');
  });

  test('a visitor is told to join first, and one who waits to come back', async () => {
    show(offerOf(), 'visitor');
    expect((await screen.findByTestId('join')).textContent).toContain('先加入工会');
    expect(screen.queryByTestId('accept')).toBeNull();
  });

  test('one who waits for approval comes back to the link afterwards', async () => {
    show(offerOf(), 'pending');
    expect(await screen.findByText('入会还在审核，通过后再点开这个链接')).toBeTruthy();
  });

  test('a lost link, and no network, have their screens', async () => {
    let lost = true;
    serve({
      'member.grantOffer': () => (lost ? 'lost' : { ok: false, refusal: 'NOT_FOUND', detail: { what: 'invite' } }),
    });
    render(<OfferPage code="abc" status="active" />);
    const again = await screen.findByTestId('again', undefined, { timeout: 5_000 });
    lost = false;
    fireEvent.click(again);
    expect(await screen.findByText('这份邀请找不到了')).toBeTruthy();
  });

  test('a refusal on accepting is said above the button', async () => {
    serve({
      'member.grantOffer': () => ok(offerOf()),
      'member.acceptGrant': () => ({ ok: false, refusal: 'INVITE_SHUT', detail: { why: 'used-up' } }),
    });
    render(<OfferPage code="abc" status="active" />);
    fireEvent.click(await screen.findByTestId('accept'));
    expect(await screen.findByText('来晚了一步，请邀请你的人再发一份')).toBeTruthy();
  });
});

const inviteOf = (changes: Partial<GrantInvite> = {}): GrantInvite => ({
  ...{ id: 'i1', code: 'c1', role: 'volunteer', scope, uses: 5, by: '苏明月' },
  ...{ until: Date.now() + 3 * DAY, expiresAt: Date.now() + DAY },
  accepted: [{ memberId: 'm1', name: '许知夏', at: Date.now() }],
  ...changes,
});

describe('invites of an activity', () => {
  const to = { scope: { kind: 'activity', id: 'music' }, name: '职工音乐节', ends: Date.now() + 2 * DAY } as const;

  test('an invite is made for so many, and its code is there to scan', async () => {
    const calls = serve({
      'organizer.grantInvites': () => ok({ items: [], now: Date.now() }),
      'organizer.inviteGrant': ({ uses }) => ok({ id: 'i2', code: 'c2', expiresAt: Date.now() + DAY, uses }),
    });
    render(<Invites to={to} />);
    expect(await screen.findByTestId('empty')).toBeTruthy();
    press('new-invite');
    fireEvent.click(screen.getByText('裁判'));
    fireEvent.change(screen.getByTestId('until'), { target: { value: '2031-05-12T22:00' } });
    press('make-invite');
    await screen.findByTestId('share-sheet');
    const until = Date.parse('2031-05-12T22:00:00+08:00');
    expect(inputs(calls, 'organizer.inviteGrant')).toEqual([{ role: 'referee', scope: to.scope, uses: 5, until }]);
    expect(screen.getByTestId('qr')).toBeTruthy();
  });

  test('an end that has passed is said before anything is sent', async () => {
    const calls = serve({ 'organizer.grantInvites': () => ok({ items: [], now: Date.now() }) });
    render(<Invites to={to} />);
    fireEvent.click(await screen.findByTestId('new-invite'));
    fireEvent.change(screen.getByTestId('until'), { target: { value: '2020-01-01T10:00' } });
    press('make-invite');
    expect(screen.getByText('请选一个以后的时间')).toBeTruthy();
    expect(sent(calls, 'organizer.inviteGrant')).toHaveLength(0);
  });

  test('an open one says who accepted, and is withdrawn after one more question', async () => {
    const calls = serve({
      'organizer.grantInvites': () => ok({ items: [inviteOf()], now: Date.now() }),
      'organizer.withdrawInvite': ({ id }) => ok({ id, withdrawn: true }),
    });
    render(<Invites to={to} />);
    const line = await screen.findByTestId('invite-i1');
    expect(line.textContent).toContain('已接受 1/5');
    expect(line.textContent).toContain('许知夏接受了');
    press('invite-i1');
    press('withdraw');
    expect(sent(calls, 'organizer.withdrawInvite')).toHaveLength(0);
    press('withdraw');
    await waitFor(() => expect(toasts).toEqual(['撤回了']));
  });

  test.each([
    ['what ends', { ...to }, '不填就到最后一天结束'],
    ['what has no end', { scope: to.scope, name: to.name, only: 'referee' as const }, '不填就一直有效'],
    ['an enterprise', { scope: { kind: 'enterprise', id: 'e1' } as const, name: '药谷' }, '不填就一直有效'],
  ])('a role without an end lasts as long as is said: at %s', async (_what, at, words) => {
    serve({ 'organizer.grantInvites': () => ok({ items: [], now: Date.now() }) });
    render(<Invites to={at} />);
    fireEvent.click(await screen.findByTestId('new-invite'));
    fireEvent.change(screen.getByTestId('until'), { target: { value: '' } });
    expect(screen.getByTestId('invite-sheet').textContent).toContain(words);
  });

  test('for a shop it is one person, without an end unless one is chosen', async () => {
    const calls = serve({
      'organizer.grantInvites': () => ok({ items: [], now: Date.now() }),
      'organizer.inviteGrant': ({ uses }) => ok({ id: 'i2', code: 'c2', expiresAt: Date.now() + DAY, uses }),
    });
    const shop = { kind: 'shop', id: 'cafe' } as const;
    render(<Invites to={{ scope: shop, name: '会客厅咖啡' }} />);
    fireEvent.click(await screen.findByTestId('new-invite'));
    expect(screen.queryByTestId('uses')).toBeNull();
    press('make-invite');
    await screen.findByTestId('share-sheet');
    expect(inputs(calls, 'organizer.inviteGrant')).toEqual([{ role: 'merchant', scope: shop, uses: 1 }]);
  });
});

describe('who has which role', () => {
  const holder: RoleHolder = {
    ...{ memberId: 'm1', name: '陈立言', phone: '138****1004', enterprise: { id: 'e1', name: '禾芩生物制药' } },
    ...{ scope: { kind: 'enterprise', id: 'e1', name: '禾芩生物制药' }, until: Date.now() + 5 * DAY },
  };
  const admin: Grant[] = [{ role: 'admin', scope: { kind: 'all' } }];
  const organizer: Grant[] = [{ role: 'organizer', scope: { kind: 'all' } }];
  const asked = { value: undefined, refused: undefined, asking: false, again: () => undefined };
  const meWith = (grants: Grant[]) => ({ ...asked, value: { status: 'active' as const, grants, now: Date.now() } });

  test('without a network it says so, and is empty for nobody', async () => {
    serve({});
    render(<Holders me={{ ...asked, refused: { ok: false, refusal: 'OFFLINE', detail: {} } }} />);
    expect(await screen.findByTestId('again')).toBeTruthy();
    expect(screen.queryByTestId('holders')).toBeNull();
  });

  test('an admin sees officers, those that end soon marked, and lets one go on longer', async () => {
    const calls = serve({
      'organizer.roleHolders': () => ok({ items: [holder], now: Date.now() }),
      'organizer.grant': ({ memberId }) => ok({ memberId, grants: [] }),
    });
    render(<Holders me={meWith(admin)} />);
    expect((await screen.findByTestId('holder-m1')).textContent).toContain('快到期');
    press('holder-m1');
    fireEvent.change(screen.getByTestId('until'), { target: { value: '2031-12-31T23:59' } });
    press('keep');
    await waitFor(() => expect(toasts).toEqual(['改好了']));
    const until = Date.parse('2031-12-31T23:59:00+08:00');
    expect(inputs(calls, 'organizer.grant')).toEqual([
      { memberId: 'm1', role: 'unit-officer', scope: { kind: 'enterprise', id: 'e1' }, until },
    ]);
  });

  test('a role is taken back after one more question', async () => {
    const calls = serve({
      'organizer.roleHolders': () => ok({ items: [holder], now: Date.now() }),
      'organizer.revoke': ({ memberId }) => ok({ memberId, grants: [] }),
    });
    render(<Holders me={meWith(admin)} />);
    fireEvent.click(await screen.findByTestId('holder-m1'));
    press('revoke');
    expect(sent(calls, 'organizer.revoke')).toHaveLength(0);
    press('revoke');
    await waitFor(() => expect(toasts).toEqual(['收回了陈立言的授权']));
  });

  test('an organizer sees the roles that organizers give, and gives none here', async () => {
    const calls = serve({ 'organizer.roleHolders': () => ok({ items: [], now: Date.now() }) });
    render(<Holders me={meWith(organizer)} />);
    expect(await screen.findByText('现在没有志愿者')).toBeTruthy();
    expect(screen.queryByText('管理员')).toBeNull();
    expect(screen.queryByTestId('by-name')).toBeNull();
    expect(inputs(calls, 'organizer.roleHolders')).toEqual([{ role: 'volunteer' }]);
  });
});
