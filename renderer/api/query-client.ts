import { QueryClient } from '@tanstack/react-query';

/** Core is on this machine: nothing is retried by a clock, and the network has no say. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false, gcTime: 5 * 60_000 },
    mutations: { retry: false, networkMode: 'always' },
  },
});
