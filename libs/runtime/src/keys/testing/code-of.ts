import { EXIT, TeachingError } from '#libs/domain';

/** The code under which some work was refused as wrong usage; `accepted` where it was not. @throws whatever else goes wrong */
export const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof TeachingError && error.exitCode === EXIT.usage) return error.code;
    throw error;
  }
  return 'accepted';
};
