const NAME = 'perf-addin.workbench';
const VERSION = 1;

/** Small facts apart from the bytes that go with them: lists are read without the bytes. */
export type StoreName = 'drafts' | 'sources' | 'steps' | 'recent' | 'files';

/** What the workbench keeps in the browser. Rejects where the browser keeps nothing (private windows, refused storage). */
export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      const { result: database } = request;
      for (const name of ['drafts', 'recent'] as const) database.createObjectStore(name, { keyPath: 'id' });
      for (const name of ['sources', 'steps', 'files'] as const) database.createObjectStore(name);
    };
    request.onerror = () => reject(request.error ?? new Error('no database'));
    request.onblocked = () => reject(new Error('another version of the page is open'));
    request.onsuccess = () => {
      const { result: database } = request;
      // A newer page wants another shape: it may have it.
      database.onversionchange = () => database.close();
      resolve(database);
    };
  });
}

export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the request failed'));
  });
}

/** Does several things or none of them. Rejects with what stood in the way, such as a full disk. */
export function together(
  database: IDBDatabase,
  names: readonly StoreName[],
  work: (store: (name: StoreName) => IDBObjectStore) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([...names], 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
    work((name) => transaction.objectStore(name));
  });
}
