import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { uptime, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'two-steps-scripts-'));
  mkdirSync(join(folder, 'bin'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A command that the script finds before the machine's own. */
function fake(name: string, body: string): void {
  const path = join(folder, 'bin', name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
}

/** Runs a script of the kiosk; what the commands in its way wrote down stands in `log`. */
function run(script: string, { path = `${join(folder, 'bin')}:/usr/bin:/bin`, ...more }: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('/bin/sh', [`kiosk/${script}`], {
    encoding: 'utf8',
    env: { PATH: path, HOME: folder, XDG_RUNTIME_DIR: folder, LOG: join(folder, 'log'), ...more }
  });
  const log = existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : '';
  return { status, words: stdout + stderr, log };
}

// Only where a kiosk can stand is there what the scripts ask.
describe.skipIf(process.platform !== 'linux')('the watchdog', () => {
  const restart = '--user restart two-steps-browser.service\n';
  /** @param running how long the browser has been up, in seconds */
  const watch = (running: number, heartbeat: string | null) => {
    const since = Math.max(0, Math.floor((uptime() - running) * 1_000_000));
    fake('systemctl', `case "$2" in show) echo ${since} ;; *) echo "$*" >>"$LOG" ;; esac`);
    if (heartbeat !== null) writeFileSync(join(folder, 'two-steps-heartbeat'), heartbeat);
    // The machine that tests may have been started a moment ago.
    return run('watchdog.sh', { KIOSK_SILENCE: '6', KIOSK_FIRST: '12' });
  };
  const ago = (seconds: number) => String(Math.floor(uptime()) - seconds);

  it('leaves a page alone that has just said that it lives', () => {
    expect(watch(20, ago(1))).toEqual({ status: 0, words: '', log: '' });
  });

  it.each([
    ['long ago', () => ago(15)],
    ['never', () => null],
    ['something that is no time', () => '']
  ])('starts the browser anew whose page has said so %s', (_, heartbeat) => {
    const { status, words, log } = watch(20, heartbeat());
    expect(log).toBe(restart);
    expect(words).toContain('has said nothing for more than 6 seconds');
    expect(status).toBe(0);
  });

  it.each([
    ['long ago', () => ago(15)],
    ['never', () => null]
  ])('gives a browser that has just been started its time, whose page has said so %s', (_, heartbeat) => {
    expect(watch(5, heartbeat())).toEqual({ status: 0, words: '', log: '' });
  });
});

describe.skipIf(process.platform !== 'linux')('the launcher', () => {
  const browser = 'for each in "$@"; do echo "$each"; done >>"$LOG"; exit 7';

  it('waits for the server, then shows its page full screen, and ends as the browser does', () => {
    fake('curl', 'echo asked >>"$LOG"; [ "$(grep -c asked "$LOG")" -ge 3 ]');
    fake('sleep', 'echo slept >>"$LOG"');
    fake('chromium', browser);
    const { status, log } = run('launch.sh', {
      KIOSK_ADDRESS: 'http://localhost:9/kiosk/',
      KIOSK_FLAGS: '--one --two=2'
    });
    const lines = log.trimEnd().split('\n');
    expect(lines.slice(0, 5)).toEqual(['asked', 'slept', 'asked', 'slept', 'asked']);
    const flags = lines.slice(5);
    expect(flags.slice(0, 3)).toEqual([
      '--kiosk',
      '--app=http://localhost:9/kiosk/',
      `--user-data-dir=${folder}/.local/share/two-steps-kiosk`
    ]);
    expect(flags.slice(-2)).toEqual(['--one', '--two=2']);
    expect(status).toBe(7);
  });

  it('explains every flag that it gives', () => {
    fake('curl', '');
    fake('chromium', browser);
    const explained = readFileSync('kiosk/launch.sh', 'utf8')
      .match(/^# --.*$/gm)!
      .join('\n');
    const flags = run('launch.sh').log.trimEnd().split('\n');
    expect(flags.length).toBeGreaterThan(10);
    expect(flags.map((flag) => flag.split('=')[0]!).filter((flag) => !explained.includes(flag))).toEqual([]);
  });

  it('has the browser forget that its power was cut', () => {
    fake('curl', '');
    fake('chromium', browser);
    const profile = join(folder, 'profile');
    const preferences = join(profile, 'Default', 'Preferences');
    mkdirSync(join(profile, 'Default'), { recursive: true });
    writeFileSync(preferences, '{"a":1,"profile":{"exit_type":"Crashed","exited_cleanly":false}}');
    run('launch.sh', { KIOSK_PROFILE: profile });
    expect(JSON.parse(readFileSync(preferences, 'utf8'))).toEqual({
      a: 1,
      profile: { exit_type: 'Normal', exited_cleanly: true }
    });
  });

  it('says what is missing where there is no browser', () => {
    fake('mkdir', '');
    const { status, words } = run('launch.sh', { path: join(folder, 'bin') });
    expect(words).toContain('There is no Chromium. Install it (apt install chromium)');
    expect(status).toBe(1);
  });
});
