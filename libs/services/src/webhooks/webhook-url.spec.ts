import { readWebhookUrl } from './webhook-url.js';

const RULES = { allow: ['127.0.0.1'], http: false, keepDays: 30 };
const codeOf = (url: string, rules = RULES): string => {
  try {
    readWebhookUrl(url, rules);
    return 'taken';
  } catch (error) {
    expect(JSON.stringify(error)).not.toContain('example');
    return (error as { code: string }).code;
  }
};

test.each([
  ['https://example.org', 'taken'],
  ['https://example.org:8443/a?b=c', 'taken'],
  ['https://127.0.0.1:3000/', 'taken'],
  ['https://[2620:fe::fe]/', 'taken'],
  ['http://example.org/', 'webhook.url-scheme'],
  ['ftp://example.org/', 'webhook.url-scheme'],
  ['file:///etc/passwd', 'webhook.url'],
  ['javascript:alert(1)', 'webhook.url'],
  ['example.org', 'webhook.url'],
  ['https://', 'webhook.url'],
  ['https://example.org/#here', 'webhook.url'],
  ['https://exam\nple.org/', 'webhook.url'],
  ['https://example.org\\@10.0.0.1/', 'webhook.url'],
  [`https://example.org/${'a'.repeat(2_000)}`, 'webhook.url'],
  ['https://user@example.org/', 'webhook.url-credentials'],
  ['https://user:secret@example.org/', 'webhook.url-credentials'],
  ['https://example.org:22/', 'webhook.url-port'],
  ['https://example.org:80/', 'webhook.url-port'],
  ['https://example.org:6379/', 'webhook.url-port'],
  ['https://10.0.0.1/', 'webhook.url-address'],
  ['https://2130706434/', 'webhook.url-address'],
  ['https://0x7f.2/', 'webhook.url-address'],
  ['https://127.0.0.2./', 'webhook.url-address'],
  ['https://[::1]/', 'webhook.url-address'],
  ['https://[::ffff:169.254.169.254]/', 'webhook.url-address'],
  ['https://[64:ff9b::7f00:2]/', 'webhook.url-address'],
])('%s: %s', (url, code) => {
  expect(codeOf(url)).toBe(code);
});

test('http is taken where the rules say so', () => {
  expect(codeOf('http://127.0.0.1:4000/', { ...RULES, http: true })).toBe('taken');
});
