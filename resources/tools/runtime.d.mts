export interface ElectronRuntime {
  readonly kind: 'official' | 'stand-in';
  readonly dir: string;
  readonly packagingDir: string;
  readonly version: string;
  readonly reason: string;
}
export const projectRoot: string;
export const projectNode: string;
export const runsWithoutSandbox: boolean;
export const electronFlags: readonly string[];
export const lacksDisplay: boolean;
export function runtimeInUse(): ElectronRuntime;
export function runtimeEnvironment(): Record<string, string>;
export function electronExecutable(): string;
export function childEnvironment(): NodeJS.ProcessEnv;
