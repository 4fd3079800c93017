/**
 * What comes back from a call: results as values, Graph's errors whole, and a redacted record of what was said.
 *
 * <pre>
 * ReadResult    Answered | Refused | Unreachable
 * EffectResult  Answered | Refused | InDoubt | NotSent
 * </pre>
 *
 * <p>This package knows nothing of HTTP or JSON, and nothing of which call was made.
 */
@NullMarked
package dev.portway.graphclient.answer;

import org.jspecify.annotations.NullMarked;
