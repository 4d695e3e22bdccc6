export interface WatchedDownload {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly windowMs: number;
  readonly leastBytes: number;
  readonly onProgress?: (bytes: number) => void;
}

export function runWhileDataArrives(download: WatchedDownload): Promise<{ readonly complaint: string; readonly tooSlow: boolean }>;
