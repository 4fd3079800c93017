/** Sends webhooks: signs what goes out, tries again on the sandbox's clock, remembers what was sent. */
@NullMarked
package dev.portway.sandbox.webhook;

import org.jspecify.annotations.NullMarked;
