/**
 * The Graph API as moving a WhatsApp number needs it.
 *
 * <p>{@link dev.portway.graphclient.GraphClient} is the way in; its calls stand in groups ({@code NumberCalls}, {@code RegistrationCalls}, …).
 * A call goes
 *
 * <pre>
 * group → GraphLine → Wire → Graph → Wire → GraphLine → result
 *         what to say  HTTP            bytes   what it means
 * </pre>
 *
 * <p>Calls with an effect leave at most once, by their deadline or not at all ({@code Departure}). Nothing here retries, waits for a quota,
 * keeps a token, reads a clock other than the monotonic one, or decides what an error means for a migration.
 */
@NullMarked
package dev.portway.graphclient;

import org.jspecify.annotations.NullMarked;
