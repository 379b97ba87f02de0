/** `POST /api-connector/forecast/slimstock` (manual: forecast/slimstock.md). */
import { z } from 'zod';
import { forecastHeader, forecastItem } from './forecast';
import { date, lines, localDateTime, number } from './parts';

const monthNames = Array.from({ length: 36 }, (_, month) => `M${month}`);
const months = Object.fromEntries(monthNames.map((name) => [name, number.optional()]));

/**
 * `M0` is the month of `startDate`, of which the day does not count. Guess: so it is required; if not,
 * Tradecloud knows months that a sender does not name.
 */
export const slimstockBody = z.object({
	header: forecastHeader,
	lines: lines(z.object({ ...months, ...forecastItem, startDate: date })),
	issueDateTime: localDateTime.optional(),
});
