/**
 * Who is asking: tokens and what they may reach, proofs of an app's secret, and who is an admin of a portfolio.
 */
@NullMarked
package dev.portway.sandbox.rules.access;

import org.jspecify.annotations.NullMarked;
