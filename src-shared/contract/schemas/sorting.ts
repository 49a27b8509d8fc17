import { z } from 'zod'

/** Prefect's `FlowSort`. */
export const flowSort = z.enum(['CREATED_DESC', 'UPDATED_DESC', 'NAME_ASC', 'NAME_DESC'])

/** The type of {@link flowSort}. */
export type FlowSort = z.output<typeof flowSort>

/** Prefect's `FlowRunSort`; `START_TIME` means the start, or while there is none the expected start. */
export const flowRunSort = z.enum([
  'ID_DESC',
  'START_TIME_ASC',
  'START_TIME_DESC',
  'EXPECTED_START_TIME_ASC',
  'EXPECTED_START_TIME_DESC',
  'NAME_ASC',
  'NAME_DESC',
  'NEXT_SCHEDULED_START_TIME_ASC',
  'END_TIME_DESC',
])

/** The type of {@link flowRunSort}. */
export type FlowRunSort = z.output<typeof flowRunSort>

/** Prefect's `TaskRunSort`. */
export const taskRunSort = z.enum([
  'ID_DESC',
  'EXPECTED_START_TIME_ASC',
  'EXPECTED_START_TIME_DESC',
  'NAME_ASC',
  'NAME_DESC',
  'NEXT_SCHEDULED_START_TIME_ASC',
  'END_TIME_DESC',
  'DURATION_DESC',
  'DURATION_ASC',
])

/** The type of {@link taskRunSort}. */
export type TaskRunSort = z.output<typeof taskRunSort>

/** Prefect's `DeploymentSort`. */
export const deploymentSort = z.enum(['CREATED_DESC', 'UPDATED_DESC', 'NAME_ASC', 'NAME_DESC'])

/** The type of {@link deploymentSort}. */
export type DeploymentSort = z.output<typeof deploymentSort>

/** Prefect's `LogSort`. */
export const logSort = z.enum(['TIMESTAMP_ASC', 'TIMESTAMP_DESC'])

/** The type of {@link logSort}. */
export type LogSort = z.output<typeof logSort>
