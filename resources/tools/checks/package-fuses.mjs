// Electron's fuses: switches in the executable that a packaged program cannot turn back.
import fuses from '@electron/fuses';

const { FuseV1Options, getCurrentFuseWire } = fuses;

// In the executable a fuse is one character; the library does not name them.
const on = '1'.charCodeAt(0);
const off = '0'.charCodeAt(0);

/** How the product wants them. */
const wanted = {
  RunAsNode: off,
  EnableCookieEncryption: on,
  EnableNodeOptionsEnvironmentVariable: off,
  EnableNodeCliInspectArguments: off,
  EnableEmbeddedAsarIntegrityValidation: on,
  OnlyLoadAppFromAsar: on,
  LoadBrowserProcessSpecificV8Snapshot: off,
  GrantFileProtocolExtraPrivileges: off,
};

/** Reads the fuses of an executable. Returns the names of those that stand otherwise; an older version may lack the last ones. */
export async function wrongFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  return Object.entries(wanted)
    .filter(([name, state]) => wire[FuseV1Options[name]] !== state && !(name === 'GrantFileProtocolExtraPrivileges' && wire[FuseV1Options[name]] === undefined))
    .map(([name]) => name);
}
