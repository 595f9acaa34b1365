/** What a value reads as where a purpose may only know that there is one. */
export const PRESENT = 'present';
