import type { OpenIdRules } from '#libs/services';
import { challengeOf } from './challenge.js';

const openid = {} as OpenIdRules;
const publicUrl = 'https://passerelle.ville.example';

test('without a provider there are bearers alone', () => {
  expect(challengeOf({}, null)).toBe('Bearer');
  expect(challengeOf({ publicUrl }, 'invalid_token')).toBe('Bearer error="invalid_token"');
});

test('where no proof could be held against our address, none is asked for', () => {
  expect(challengeOf({ openid }, null)).toBe('Bearer');
});

test('with a provider, DPoP says with which algorithms', () => {
  expect(challengeOf({ openid, publicUrl }, null)).toMatch(/^Bearer, DPoP algs="ES256 [A-Z0-9a-z ]+"$/);
  expect(challengeOf({ openid, publicUrl }, 'invalid_token')).toContain(', DPoP error="invalid_token", algs="');
});
