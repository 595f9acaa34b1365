import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One file of a run, as `passerelle runs show` lists it. */
@Entity({ name: 'import_file' })
export class ImportFileRow {
  @PrimaryColumn({ type: 'integer' })
  id!: number;

  @Column({ name: 'run_id', type: 'integer' })
  runId!: number;

  @Column({ type: 'varchar' })
  name!: string;

  @Column({ type: 'char' })
  sha256!: string;

  @Column({ type: 'bigint' })
  size!: string;

  @Column({ type: 'varchar' })
  shape!: string;

  @Column({ type: 'varchar' })
  status!: 'imported' | 'already-imported' | 'refused';

  @Column({ type: 'varchar', nullable: true })
  reason!: string | null;

  @Column({ type: 'varchar', nullable: true })
  encoding!: string | null;

  @Column({ type: 'jsonb' })
  records!: Record<string, number>;
}
