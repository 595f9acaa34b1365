import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';
import type { CompiledProfile } from '#libs/mappers';
import type { ExportFile, FileCandidate } from './export-file.js';

/**
 * The export files of a source among the given files and folders. From a folder those are taken whose name the profile
 * knows, whatever else lies there (a night's folder holds exports of several systems); folders inside it are left alone.
 * A file that was named is always taken: what its name does not tell, its content must.
 * @throws TeachingError `export.not-found`, `export.none`; exit code 2
 */
export const findExportFiles = async (profile: CompiledProfile, paths: readonly string[]): Promise<ExportFile[]> => {
  const found: ExportFile[] = [];
  for (const path of paths.map((given) => resolve(given))) {
    const facts = await stat(path).catch((error: unknown) => {
      throw new TeachingError('export.not-found', { file: path }, { exitCode: EXIT.usage, cause: error });
    });
    if (facts.isDirectory()) found.push(...(await inFolder(profile, path)));
    else found.push(byName(profile, path, facts.size) ?? byContent(profile, path, facts.size));
  }
  const unique = [...new Map(found.map((file) => [file.path, file])).values()];
  if (unique.length === 0) {
    throw new TeachingError(
      'export.none',
      { source: profile.name, folder: paths.join(', ') },
      { exitCode: EXIT.usage },
    );
  }
  return unique.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.path < b.path ? -1 : 1));
};

const inFolder = async (profile: CompiledProfile, folder: string): Promise<ExportFile[]> => {
  const files: ExportFile[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() && !entry.isSymbolicLink()) continue;
    const path = join(folder, entry.name);
    const facts = await stat(path);
    const file = facts.isFile() ? byName(profile, path, facts.size) : null;
    if (file !== null) files.push(file);
  }
  return files;
};

const byName = (profile: CompiledProfile, path: string, size: number): ExportFile | null => {
  const name = basename(path);
  for (const shape of profile.shapes) {
    const facts = shape.fileName(name);
    if (facts === null) continue;
    const table = facts.table ?? (shape.oneTableAFile ? null : onlyTable(profile));
    return { path, name, size, candidates: [{ shape, table }], site: facts.site, night: facts.night };
  }
  return null;
};

/** A file whose name says nothing: every shape whose files end alike, with every table. */
const byContent = (profile: CompiledProfile, path: string, size: number): ExportFile => {
  const name = basename(path);
  const likely = profile.shapes.filter((shape) => shape.ending === extname(name).toLowerCase());
  const candidates = (likely.length > 0 ? likely : profile.shapes).flatMap((shape): FileCandidate[] =>
    shape.oneTableAFile
      ? profile.tableNames.map((table) => ({ shape, table }))
      : [{ shape, table: onlyTable(profile) }],
  );
  return { path, name, size, candidates, site: null, night: null };
};

const onlyTable = (profile: CompiledProfile): string | null =>
  profile.tableNames.length === 1 ? (profile.tableNames[0] ?? null) : null;
