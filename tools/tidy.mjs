// clang-tidy over src/core, one test a file. A file that passed is not looked at again, here or in another clone, until
// it, a core header or the rules change: $DEV_CACHE/tidy holds a stamp for each.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const folder = 'src/core';

export async function tidy() {
  const stamps = path.join(process.env.DEV_CACHE ?? 'build', 'tidy');
  mkdirSync(stamps, { recursive: true });
  const names = readdirSync(folder, { recursive: true });
  const shared = ['.clang-tidy', ...names.filter((name) => name.endsWith('.h')).map((name) => `${folder}/${name}`)].map((file) => readFileSync(file));
  const result = { passed: 0, failed: 0, skipped: 0 };
  const waiting = names.filter((name) => name.endsWith('.cpp')).map((name) => `${folder}/${name}`);

  const worker = async () => {
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      const digest = createHash('sha256');
      for (const bytes of [...shared, readFileSync(file)]) digest.update(bytes);
      const stamp = path.join(stamps, digest.digest('hex').slice(0, 20));
      if (existsSync(stamp)) {
        result.passed++;
        continue;
      }
      try {
        await run('clang-tidy-19', ['-p', 'build/cmake-native', '--quiet', '--warnings-as-errors=*', file]);
        writeFileSync(stamp, `${file}\n`);
        result.passed++;
      } catch (error) {
        console.log(error.stdout || error.message);
        result.failed++;
      }
    }
  };
  await Promise.all([worker(), worker()]);
  return result;
}
