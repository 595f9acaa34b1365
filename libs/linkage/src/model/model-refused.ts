import { TeachingError } from '#libs/domain';

/**
 * Why a model is not used:
 * `no-matches`: no blocking key holds enough pairs that look like one person; `field-always-blocked`: every usable key
 * holds this field, so that nothing tells its weights; `not-monotone`: a better level would weigh less than a worse one;
 * `not-telling`: full agreement on a field would speak against a match; `not-converged`: the estimate did not settle;
 * `malformed`: the file is not a model; `other-plan`: it was trained for another linkage, or for other fields.
 */
export type RefusalReason =
  'no-matches' | 'field-always-blocked' | 'not-monotone' | 'not-telling' | 'not-converged' | 'malformed' | 'other-plan';

/** A model or a training that would link wrongly. The message code is `linkage-model.<reason>`. */
export class ModelRefused extends TeachingError {
  constructor(
    readonly reason: RefusalReason,
    args: Readonly<Record<string, string | number>> = {},
  ) {
    super(`linkage-model.${reason}`, args);
  }
}
