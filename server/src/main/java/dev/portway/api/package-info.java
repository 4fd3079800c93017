/**
 * The REST API under {@code /v1}: what is asked over HTTP becomes orders and actions at the desk, and what the desk says becomes JSON and RFC 9457
 * problems in the caller's language. Decides nothing; knows no page.
 */
@NullMarked
package dev.portway.api;

import org.jspecify.annotations.NullMarked;
