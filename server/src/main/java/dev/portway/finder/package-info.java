/**
 * The route finder: which of the ways a number can change hands fits, in which order, why, and what each costs. Pure: from what is known to a ranking
 * and at most one question. It knows no Graph, no SQL, no HTTP, no framework and no clock (the day is an argument); who reads Graph for it is in
 * {@code look}.
 *
 * <pre>
 * seen · stated · set-up ─▶ Knowledge ─▶ Table, a row for each way ─▶ Verdicts ─▶ Ranking: best, or one question, or nothing fits because
 * </pre>
 */
@NullMarked
package dev.portway.finder;

import org.jspecify.annotations.NullMarked;
