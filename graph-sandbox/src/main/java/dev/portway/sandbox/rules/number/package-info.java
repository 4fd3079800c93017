/**
 * What is true of one number wherever it is: its digits, its ownership code, its PIN, its name, its health, its end. Knows nothing of
 * moves.
 */
@NullMarked
package dev.portway.sandbox.rules.number;

import org.jspecify.annotations.NullMarked;
