import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createLive } from './live.ts';
import { App } from './shell/app.tsx';
import { Toasts } from './shell/toasts.tsx';
import './style/page.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root to be shown in');
const live = createLive();
live.watch([]);
createRoot(root).render(
  <StrictMode>
    <Toasts>
      <App live={live} />
    </Toasts>
  </StrictMode>,
);
