/** What the standard folders depend on; the process's own values are handed in, so this stays pure. */
export interface Surroundings {
  readonly platform: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The application's folder of this user: `live` and `training` lie in it, and the files of the person's own (such as the
 * wrapped key) unless STATION_CONFIG_DIR names another place. The shell and the command line must find the same.
 */
export function applicationFolder({ platform, home, env }: Surroundings): string {
  if (platform === 'win32') return `${env['APPDATA'] ?? `${home}\\AppData\\Roaming`}\\village-station`;
  if (platform === 'darwin') return `${home}/Library/Application Support/village-station`;
  const xdg = env['XDG_CONFIG_HOME'];
  return `${xdg === undefined || xdg === '' ? `${home}/.config` : xdg}/village-station`;
}

/** Where the person's own files lie. */
export function configFolder(surroundings: Surroundings): string {
  const named = surroundings.env['STATION_CONFIG_DIR'];
  return named === undefined || named === '' ? applicationFolder(surroundings) : named;
}
