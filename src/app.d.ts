declare global {
  /** Whether this build speaks the made-up language that shows what breaks in others. */
  const __PSEUDO__: boolean;
  /** Whether this build is plain files for a host that knows nothing of this program. */
  const __STATIC_HOST__: boolean;
  /** The site's public address without a final slash, where it is known when it is built. */
  const __SITE_URL__: string;
}

export {};
