import { TeachingError } from '#libs/domain';
import { faultCode, FaultReporter } from './fault-reporter.js';

describe('faultCode', () => {
  it.each([
    ['an SQLSTATE', Object.assign(new Error('invalid input: "Sylvie"'), { code: '22P02' }), '22P02'],
    ['a code of ours', new TeachingError('queue.schema-denied'), 'queue.schema-denied'],
    ['the code underneath', new Error('x', { cause: Object.assign(new Error('y'), { code: 'EPIPE' }) }), 'EPIPE'],
    ['a name when there is no code', new RangeError('Sylvie'), 'RangeError'],
    ['a type when it is no error', 'Sylvie', 'string'],
  ])('gives %s, never a message', (_, error, code) => {
    expect(faultCode(error)).toBe(code);
  });
});

describe('FaultReporter', () => {
  it('says the same fault once, and another one at once', () => {
    const said: string[] = [];
    const reporter = new FaultReporter((line) => said.push(line));
    const gone = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    for (let times = 0; times < 5; times++) reporter.report('worker', gone);
    reporter.report('job', gone, 'chunk-1-0');
    expect(said).toEqual(['worker ECONNREFUSED', 'job ECONNREFUSED chunk-1-0']);
  });
});
