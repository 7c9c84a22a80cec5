import type { Asker } from '#lib/server/asker.ts';
import type { ClassServer } from '#lib/server/class-server.ts';

declare global {
  /** Whether this build speaks the made-up language that shows what breaks in others. */
  const __PSEUDO__: boolean;
  /** Whether this build is plain files for a host that knows nothing of this program. */
  const __STATIC_HOST__: boolean;
  /** The site's public address without a final slash, where it is known when it is built. */
  const __SITE_URL__: string;

  namespace App {
    interface Locals {
      /** Only on the pages of classes. */
      classes: ClassServer;
      /** Who asks as a teacher, and who as a student: one browser may be both. */
      teacher: Asker;
      student: Asker;
    }
  }
}
