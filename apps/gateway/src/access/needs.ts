import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Access as RequestAccess, AccessRequestHolder } from './access.js';

export const NEEDS = 'passerelle:needs';

/** The scopes of which a handler needs one: keys of `scopes` in `gateway.yml`. A handler without any answers nobody. */
export const Needs = (...scopes: readonly [string, ...string[]]): MethodDecorator => SetMetadata(NEEDS, scopes);

/** What the request may do, as the guard found. */
export const Access = createParamDecorator((_data: unknown, context: ExecutionContext): RequestAccess => {
  const { access } = context.switchToHttp().getRequest<AccessRequestHolder>();
  if (access === undefined) throw new Error('a handler asked for access that no guard has given');
  return access;
});
