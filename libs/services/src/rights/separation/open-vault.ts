import { loadProtectionKey, type Settings } from '#libs/runtime';
import { Vault } from '#libs/store';
import { readPolicies } from '../../policies/read-policies.js';

/** The vault of an installation; key and policies are read when somebody is separated, and not before. */
export const openVault = (settings: Pick<Settings, 'home' | 'protectionKeyFile' | 'configDir'>): Vault => {
  let book: ReturnType<typeof readPolicies> | undefined;
  return new Vault(
    (mayMake) => loadProtectionKey(settings, mayMake),
    (entity, field) => (book ??= readPolicies(settings.configDir)).categoryOf(entity, field)?.tellsWhere === true,
  );
};
