/**
 * What Graph does, in rooms: who is asking ({@code access}), what is true of a {@code number}, a {@code waba}, its {@code template}s; how numbers
 * are {@code moving}; each {@code message}; and who hears of it ({@code notice}). {@link dev.portway.sandbox.rules.Rules} puts them together.
 * Each rule says how we know it: {@code Documented} (page, date), {@code Observed} or {@code Assumed} (why).
 *
 * <p>A call that Graph would refuse ends in {@link dev.portway.sandbox.refusal.Refused}, caught in one place by the protocol. That is an
 * exception on purpose: a rule then reads as its table of conditions, one line each, and nothing has been changed when one fails.
 *
 * <p>Must not know HTTP. Every method is called under the world's lock.
 */
@NullMarked
package dev.portway.sandbox.rules;

import org.jspecify.annotations.NullMarked;
