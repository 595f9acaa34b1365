/** The environment of this process with other settings, for a process that works on another installation. */
export const childEnvironment = (settings: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
  ...settings,
});
