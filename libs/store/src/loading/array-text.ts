/** An array as PostgreSQL reads it, of values that need no quoting (ids, numbers): the driver would look at each of them. */
export const arrayText = (values: readonly (string | number)[]): string => `{${values.join(',')}}`;
