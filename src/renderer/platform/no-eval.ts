/** Must be the first import of the page: zod tries `new Function` when its first schema is made, and the CSP would report it. */
import { config } from 'zod'

config({ jitless: true })
