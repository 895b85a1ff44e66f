// The page's own address inside Electron.

export const pageScheme = 'app';
export const pageHost = 'song-hanh';
export const pageOrigin = `${pageScheme}://${pageHost}`;
export const pageAddress = `${pageOrigin}/index.html`;
