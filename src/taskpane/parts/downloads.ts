import { createContext } from 'react';

/** Whether files can be handed out here: the web view of Excel for Mac takes no downloads (office-js#2700). */
export const DownloadsContext = createContext(true);
