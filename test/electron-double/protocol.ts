// `protocol`: handlers of the program's own schemes, asked by session.ts for each intercepted request.

type SchemeHandler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, SchemeHandler>();
const privileged = new Set<string>();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly { readonly scheme: string }[]) => {
    for (const { scheme } of schemes) {
      privileged.add(scheme);
    }
  },
  handle: (scheme: string, handler: SchemeHandler) => {
    // Without the privilege the page would have no origin of its own; Electron would serve it all the same.
    if (!privileged.has(scheme)) {
      throw new Error(`${scheme} was not registered as privileged before ready`);
    }
    handlers.set(scheme, handler);
  },
};

/** The handler of an address's scheme, if there is one. */
export function handlerOf(address: string): SchemeHandler | undefined {
  return handlers.get(new URL(address).protocol.slice(0, -1));
}
