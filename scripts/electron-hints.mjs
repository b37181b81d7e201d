/** What somebody can do whose machine gets no Electron by itself. */
export const WAYS_TO_ELECTRON = `Do one of these:
  - behind a proxy: set HTTPS_PROXY and ELECTRON_GET_USE_PROXY=1
  - where GitHub is blocked: set ELECTRON_MIRROR to a mirror of Electron's releases
  - with an Electron already on this machine: set ELECTRON_EXEC_PATH to its executable`
