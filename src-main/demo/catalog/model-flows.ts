import { Float } from '../python-json.ts'
import { task } from './flow-spec.ts'
import type { FlowSpec } from './flow-spec.ts'

/** Flows of machine learning and of the features under it. */
export const modelFlows: readonly FlowSpec[] = [
  {
    name: 'train-churn-model',
    tags: ['ml', 'training'],
    labels: { team: 'ml', gpu: true, learning_rate: new Float(0.003), epochs: 40 },
    tasks: [
      task('load_features', [40, 90]),
      task('fit_fold', [300, 700], { tags: ['gpu'] }),
      task('fit_fold', [300, 700], { tags: ['gpu'] }),
      task('evaluate', [0, 0], { subflow: 'evaluate-model' }),
      task('register_model', [3, 8]),
    ],
    parameters: { model: 'churn', folds: 2, seed: 7 },
    lines: [
      'Epoch 10 of 40, loss 0.311',
      'Epoch 20 of 40, loss 0.274',
      'Epoch 40 of 40, loss 0.241',
    ],
  },
  {
    name: 'evaluate-model',
    tags: ['ml', 'evaluation'],
    labels: { team: 'ml', threshold: new Float(0.8) },
    tasks: [task('score_holdout', [30, 90]), task('write_report', [2, 5])],
    lines: ['AUC 0.873 on 48,210 rows'],
  },
  {
    name: 'embed-documents',
    tags: ['ml', 'search'],
    labels: { team: 'search', gpu: true, dimension: 768 },
    tasks: [
      task('list_documents', [4, 12]),
      task('embed', [200, 600], { tags: ['gpu'] }),
      task('write_index', [20, 60]),
    ],
    parameters: { model: 'mini-lm', batch: 64 },
    failing: 0.05,
    failures: ['RuntimeError: CUDA out of memory'],
    lines: ['3,412 new documents', 'Batch 30 of 54'],
  },
  {
    name: 'build-feature-store',
    tags: ['ml', 'features', 'spark'],
    labels: { team: 'ml', tier: 2 },
    tasks: [
      task('read_events', [60, 200], { tags: ['spark'] }),
      task('write_features', [60, 240], { tags: ['spark'] }),
    ],
    parameters: { window_days: 30 },
    lines: ['Stage 3 finished, 200 of 200 partitions'],
  },
  {
    name: 'aggregate-sales',
    tags: ['reports', 'spark'],
    labels: { team: 'finance', currency: 'EUR' },
    tasks: [task('prepare', [3, 9]), task('aggregate', [90, 400], { tags: ['spark'] })],
    lines: ['Shuffle wrote 1.2 GiB'],
  },
  {
    name: 'score-leads',
    tags: ['ml', 'crm'],
    labels: { team: 'sales', beta: false },
    tasks: [task('load_leads', [4, 12]), task('score', [10, 30])],
    failing: 0.03,
    failures: ['ValueError: feature vector has 41 columns, model expects 43'],
    lines: ['318 leads scored'],
  },
  {
    name: 'detect-anomalies',
    tags: ['ml', 'monitoring'],
    labels: { team: 'ml', sigma: new Float(3.5) },
    tasks: [task('load_series', [10, 30]), task('detect', [20, 60])],
    lines: ['2 anomalies in 140 series'],
  },
  {
    name: 'forecast-demand',
    tags: ['ml', 'stock', 'weekly'],
    labels: { team: 'commerce', horizon_weeks: 12 },
    tasks: [task('load_history', [20, 60]), task('fit', [200, 500]), task('export', [5, 15])],
  },
]
