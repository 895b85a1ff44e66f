// Starts the page: finds the core, then draws.
import '@fontsource-variable/literata/wght.css';
import '@fontsource-variable/literata/wght-italic.css';
import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import './app/theme.css';
import './app/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient, findBridge } from './api/client.ts';
import { pageGoes, pageShows } from './api/in-order.ts';
import { ClientProvider, createQueries } from './api/queries.ts';
import { App } from './app/App.tsx';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('the page lacks its root');
}
window.addEventListener('pagehide', pageGoes);
window.addEventListener('pageshow', pageShows);
createRoot(root).render(
  <StrictMode>
    <ClientProvider value={createClient(findBridge())}>
      <QueryClientProvider client={createQueries()}>
        <App />
      </QueryClientProvider>
    </ClientProvider>
  </StrictMode>,
);
