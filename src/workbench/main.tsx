import { createRoot } from 'react-dom/client';
import { App } from './App';
import { Desk } from './desk';
import './page.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App desk={new Desk()} />);
