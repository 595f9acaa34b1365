import { COMMANDS } from '../cli/commands/index.js';
it('loads', async () => {
  for (const each of COMMANDS) expect((await each.load()).command.name).toBe(each.name);
});
