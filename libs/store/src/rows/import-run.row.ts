import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One import or replay, as `passerelle runs` lists it. */
@Entity({ name: 'import_run' })
export class ImportRunRow {
  @PrimaryColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar' })
  kind!: 'import' | 'replay';

  @Column({ name: 'site_id', type: 'smallint' })
  siteId!: number;

  @Column({ name: 'system_id', type: 'smallint' })
  systemId!: number;

  @Column({ type: 'date' })
  night!: string;

  @Column({ type: 'varchar' })
  mode!: 'full' | 'delta';

  @Column({ type: 'varchar' })
  status!: 'running' | 'done' | 'refused' | 'failed' | 'rolled-back';

  @Column({ type: 'varchar', nullable: true })
  failure!: string | null;

  @Column({ name: 'profile_version', type: 'integer' })
  profileVersion!: number;

  @Column({ name: 'profile_fingerprint', type: 'char' })
  profileFingerprint!: string;

  @Column({ name: 'policy_version', type: 'integer' })
  policyVersion!: number;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt!: Date;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  @Column({ name: 'duration_ms', type: 'integer', nullable: true })
  durationMs!: number | null;

  @Column({ type: 'jsonb', nullable: true })
  sheet!: object | null;
}
