import { parentPort, workerData } from 'node:worker_threads';
import { outcomeOf, type Task } from './outcome';
import type { WorkerData } from './runner';

export function isBatchWorker(): boolean {
  return parentPort !== null && typeof workerData === 'object' && workerData !== null && 'batch' in workerData;
}

/** Does the files that it is sent, one after another. */
export function serve(): void {
  const { batch } = workerData as WorkerData;
  parentPort?.on('message', (task: Task) => {
    void outcomeOf(task, batch).then((outcome) => parentPort?.postMessage(outcome));
  });
}
