/** The nonce of this load, under which the page may add style tags of its own making. */

declare global {
  interface Window {
    /** Read by get-nonce, the part of react-remove-scroll that adds a style tag while a dialog is open. */
    __webpack_nonce__?: string
  }
}

/** Takes the nonce from index.html, hands it to what asks for it by global, and answers it for Mantine. */
export function readNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
  window.__webpack_nonce__ = nonce
  return nonce
}
