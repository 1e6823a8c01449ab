/** The page begins here. */
import './platform/no-eval'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { readNonce } from './app/nonce'
import { hideTitleWhilePrinting } from './app/print-title'

hideTitleWhilePrinting()
const root = document.getElementById('page')
if (!root) throw new Error('index.html has no #page')
const nonce = readNonce()
createRoot(root).render(<App nonce={nonce} />)
