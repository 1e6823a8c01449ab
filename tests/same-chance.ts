import fc from 'fast-check'

/** The same chance in every run: what passes today passes tomorrow. `UMBRAL_SEED=7 npm run unit` looks elsewhere. */
fc.configureGlobal({ seed: Number(process.env['UMBRAL_SEED'] ?? 20261101) })
