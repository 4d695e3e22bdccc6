import { queryClient } from '../../api/query-client.ts';

/** Asks core anew what the computer's clock says and whether the desk may open. */
export async function lookAgain(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: ['session'] }), queryClient.invalidateQueries({ queryKey: ['system'] })]);
}
