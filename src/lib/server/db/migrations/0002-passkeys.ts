import type { Kysely } from 'kysely';

/** Keys on teachers' devices that sign them in, and the questions that such a key has yet to answer. */
export const passkeys = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('passkey')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('teacher_id', 'text', (c) => c.notNull().references('teacher.id').onDelete('cascade'))
      .addColumn('public_key', 'text', (c) => c.notNull())
      .addColumn('counter', 'bigint', (c) => c.notNull())
      .addColumn('transports', 'text', (c) => c.notNull())
      .addColumn('user_agent', 'text', (c) => c.notNull())
      .addColumn('made_at', 'bigint', (c) => c.notNull())
      .addColumn('used_at', 'bigint')
      .execute();
    await db.schema.createIndex('passkey_by_teacher_id').on('passkey').column('teacher_id').execute();
    await db.schema
      .createTable('challenge')
      .addColumn('value', 'text', (c) => c.primaryKey())
      .addColumn('teacher_id', 'text', (c) => c.references('teacher.id').onDelete('cascade'))
      .addColumn('made_at', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('challenge_by_made_at').on('challenge').column('made_at').execute();
  }
};
