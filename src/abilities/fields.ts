import { z } from 'zod';

/** Values that several steps share; `plan.schema.json` names them alike. */
export const count = z.int().min(1).max(100);
export const day = z.iso.date();
export const currency = z.string().regex(/^[a-z]{3}$/);
export const majorUnits = z.number().positive();
export const customer = z.string();
