export * from './map-records.js';
export { compileProfile, type CompiledProfile, type CompiledShape } from './profile/compile-profile.js';
export type { Keeps, TablePlan } from './profile/compile-table.js';
export type { FileNameFacts } from './profile/file-pattern.js';
export { watchedColumns } from './profile/layout.js';
export type { CodeLists, OverlayDocument, ProfileDocument } from './profile/profile-document.js';
export { ProfileFault } from './profile/profile-fault.js';
export { type Given, type GivenContext, type GivenValues, readGivenValue } from './readers/given-value.reader.js';
