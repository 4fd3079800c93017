/**
 * How Graph says no: the table of its errors, and what a person's page of Meta's would not let them do. Knows no rule: the rules know
 * it.
 */
@NullMarked
package dev.portway.sandbox.refusal;

import org.jspecify.annotations.NullMarked;
